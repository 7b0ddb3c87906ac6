namespace StandIn.Bot.Connector.Authentication;

/// <summary>Names and addresses of the Bot Framework's identities.</summary>
public static class AuthenticationConstants
{
    public const string AnonymousAuthType = "anonymous";
    public const string AnonymousSkillAppId = "AnonymousSkill";
    public const string AppIdClaim = "appid";
    public const string AudienceClaim = "aud";
    public const string AuthorizedParty = "azp";
    public const string ServiceUrlClaim = "serviceurl";
    public const string TenantIdClaim = "tid";
    public const string ToChannelFromBotOAuthScope = "https://api.botframework.com";
    public const string VersionClaim = "ver";
}
