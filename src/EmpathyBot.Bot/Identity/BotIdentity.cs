using Microsoft.Extensions.Configuration;

namespace EmpathyBot.Bot.Identity;

/// <summary>Who the bot is to the Bot Framework, in the settings that bot developers know.</summary>
/// <param name="Kind">How it proves who it is.</param>
/// <param name="AppId"><c>MicrosoftAppId</c>; empty for a bot without identity.</param>
/// <param name="Password"><c>MicrosoftAppPassword</c>; empty where the machine itself vouches.</param>
/// <param name="TenantId"><c>MicrosoftAppTenantId</c>; empty for a bot of no tenant.</param>
internal sealed record BotIdentity(BotIdentityKind Kind, string AppId, string Password, string TenantId)
{
    /// <summary>Without identity nobody can be verified, and nothing is proven to channels.</summary>
    public bool IsAnonymous => AppId.Length == 0;

    /// <summary>Reads what is set; <see cref="BotIdentityCheck"/> says what is missing of it.</summary>
    public static BotIdentity Read(IConfiguration settings)
    {
        string Setting(string name) => settings[name]?.Trim() ?? "";
        return new(KindOf(Setting("MicrosoftAppType")) ?? BotIdentityKind.MultiTenant, Setting("MicrosoftAppId"), Setting("MicrosoftAppPassword"), Setting("MicrosoftAppTenantId"));
    }

    /// <summary>The kind that a setting names, or null when it names none.</summary>
    public static BotIdentityKind? KindOf(string setting) => setting.ToUpperInvariant() switch
    {
        "" or "MULTITENANT" => BotIdentityKind.MultiTenant,
        "SINGLETENANT" => BotIdentityKind.SingleTenant,
        "USERASSIGNEDMSI" => BotIdentityKind.UserAssignedMsi,
        _ => null,
    };
}

/// <summary>How the bot proves who it is; named by <c>MicrosoftAppType</c>.</summary>
internal enum BotIdentityKind
{
    /// <summary>An application id and its password, of no tenant in particular.</summary>
    MultiTenant,

    /// <summary>An application id and its password in one tenant.</summary>
    SingleTenant,

    /// <summary>A managed identity: the machine vouches, there is no password.</summary>
    UserAssignedMsi,
}
