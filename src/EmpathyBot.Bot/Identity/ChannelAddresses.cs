using Microsoft.Extensions.Configuration;

namespace EmpathyBot.Bot.Identity;

/// <summary>
/// Where tokens come from and whose they are. Azure's public cloud, unless the settings that the SDK knows say otherwise
/// (another cloud, or a service of one's own in tests).
/// </summary>
internal sealed record ChannelAddresses
{
    private const string ChannelKeysSetting = "ToBotFromChannelOpenIdMetadataUrl";
    private const string EmulatorKeysSetting = "ToBotFromEmulatorOpenIdMetadataUrl";
    private const string LoginSetting = "ToChannelFromBotLoginUrl";

    /// <summary>The tenants whose tokens Microsoft's emulator may show; another tenant's never count.</summary>
    private static readonly string[] EmulatorTenants = ["d6d49420-f39b-4df7-a1dc-d59a935871db", "f8cdef31-a31e-4b4a-93e4-5f571e91255a"];

    /// <summary>Tells where the keys of channels are.</summary>
    public required Uri ChannelMetadata { get; init; }

    /// <summary>Tells where the keys of Microsoft Entra are.</summary>
    public required Uri EmulatorMetadata { get; init; }

    /// <summary>Who signs the tokens of channels.</summary>
    public required string ChannelIssuer { get; init; }

    /// <summary>Who may sign the tokens of the emulator.</summary>
    public required IReadOnlySet<string> EmulatorIssuers { get; init; }

    /// <summary>Where the bot gets its own tokens.</summary>
    public required Uri Login { get; init; }

    /// <summary>What the bot's own tokens are for.</summary>
    public required string Scope { get; init; }

    public static ChannelAddresses Read(IConfiguration settings, BotIdentity identity)
    {
        string[] tenants = identity.Kind == BotIdentityKind.MultiTenant ? EmulatorTenants : [.. EmulatorTenants, identity.TenantId];
        var login = identity.Kind == BotIdentityKind.SingleTenant
            ? Fill(AuthenticationConstants.ToChannelFromBotLoginUrlTemplate, identity.TenantId)
            : AuthenticationConstants.ToChannelFromBotLoginUrl;
        return new()
        {
            ChannelMetadata = new(Setting(settings, ChannelKeysSetting, AuthenticationConstants.ToBotFromChannelOpenIdMetadataUrl)),
            EmulatorMetadata = new(Setting(settings, EmulatorKeysSetting, AuthenticationConstants.ToBotFromEmulatorOpenIdMetadataUrl)),
            ChannelIssuer = Setting(settings, "ToBotFromChannelTokenIssuer", AuthenticationConstants.ToBotFromChannelTokenIssuer),
            EmulatorIssuers = tenants
                .SelectMany(tenant => new[]
                {
                    Fill(AuthenticationConstants.ValidTokenIssuerUrlTemplateV1, tenant), Fill(AuthenticationConstants.ValidTokenIssuerUrlTemplateV2, tenant),
                })
                .ToHashSet(StringComparer.Ordinal),
            Login = new(Setting(settings, LoginSetting, login)),
            Scope = Setting(settings, "ToChannelFromBotOAuthScope", AuthenticationConstants.ToChannelFromBotOAuthScope),
        };
    }

    /// <summary>Addresses that must not be used: keys and tokens are only trusted over TLS, or from this machine itself.</summary>
    public static IEnumerable<string> Problems(IConfiguration settings) =>
        from name in new[] { ChannelKeysSetting, EmulatorKeysSetting, LoginSetting }
        let address = settings[name]
        where !string.IsNullOrWhiteSpace(address) && !(Uri.TryCreate(address, UriKind.Absolute, out var uri) && IsTrustworthy(uri))
        select $"{name} is no https address. Remove it for Azure's public cloud, or give the address of yours.";

    /// <summary>True when nobody between here and there can change what is said, or read the token shown.</summary>
    public static bool IsTrustworthy(Uri address) => address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback);

    private static string Setting(IConfiguration settings, string name, string otherwise) =>
        settings[name] is { } set && !string.IsNullOrWhiteSpace(set) ? set.Trim() : otherwise;

    private static string Fill(string template, string tenant) => template.Replace("{0}", tenant, StringComparison.Ordinal);
}
