using Microsoft.Extensions.Configuration;

namespace EmpathyBot.Bot.Identity;

/// <summary>Whether the settings of the Bot Framework identity fit together.</summary>
public static class BotIdentityCheck
{
    /// <summary>What is missing or contradicts itself, a sentence each; empty when all is well.</summary>
    /// <param name="settings">The host's settings.</param>
    /// <param name="development">In Development a bot may have no identity at all; anyone may then talk to it.</param>
    public static IReadOnlyList<string> Problems(IConfiguration settings, bool development)
    {
        ArgumentNullException.ThrowIfNull(settings);
        var identity = BotIdentity.Read(settings);
        var type = settings["MicrosoftAppType"]?.Trim() ?? "";
        List<string> problems = [];
        if (BotIdentity.KindOf(type) is null)
            problems.Add($"MicrosoftAppType is \"{type}\". Set MultiTenant, SingleTenant or UserAssignedMSI.");
        else if (!development || !identity.IsAnonymous || identity.Password.Length > 0 || identity.TenantId.Length > 0)
            problems.AddRange(Missing(identity));
        problems.AddRange(ChannelAddresses.Problems(settings));
        return problems;
    }

    private static IEnumerable<string> Missing(BotIdentity identity)
    {
        List<string> missing = [];
        if (identity.IsAnonymous)
            missing.Add("MicrosoftAppId");
        if (identity.Kind != BotIdentityKind.UserAssignedMsi && identity.Password.Length == 0)
            missing.Add("MicrosoftAppPassword");
        if (identity.Kind != BotIdentityKind.MultiTenant && identity.TenantId.Length == 0)
            missing.Add("MicrosoftAppTenantId");
        if (missing.Count > 0)
        {
            yield return $"The bot's identity lacks {string.Join(" and ", missing)}: without it /api/messages would be open to anyone, or no "
                + "reply could be sent. Take the values from the Azure Bot resource; docs/bot-identity.md says where they stand.";
        }

        if (identity.Kind == BotIdentityKind.UserAssignedMsi && identity.Password.Length > 0)
            yield return "MicrosoftAppPassword is set and MicrosoftAppType is UserAssignedMSI, which has no password. Remove the password.";
    }
}
