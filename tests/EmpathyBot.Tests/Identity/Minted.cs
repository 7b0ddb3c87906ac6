using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace EmpathyBot.Tests.Identity;

/// <summary>A token as a channel gives it, or with something else in its place; and the activity that comes with it.</summary>
internal sealed class Minted(DateTimeOffset now)
{
    public const string AppId = "5f0c9a11-8a3e-4c1b-9a68-0d2b8c6f4e10";
    public const string TenantId = "0aa3a6de-93a5-4c7e-8f5c-3f2f5f3c9d21";
    public const string ServiceUrl = "https://smba.example/emea/";

    public string? Issuer { get; set; } = "https://api.botframework.com";

    public string? Audience { get; set; } = AppId;

    public DateTime? NotBefore { get; set; } = now.UtcDateTime.AddMinutes(-1);

    public DateTime? Expires { get; set; } = now.UtcDateTime.AddHours(1);

    public SecurityKey? Key { get; set; } = KeyServer.ChannelKey;

    public string Algorithm { get; set; } = SecurityAlgorithms.RsaSha256;

    public Dictionary<string, object> Claims { get; } = new() { ["serviceurl"] = ServiceUrl };

    public string? ChannelId { get; set; } = "msteams";

    public string ClaimedServiceUrl { get; set; } = ServiceUrl;

    /// <summary>Changes the header after it was made.</summary>
    public Func<string, string?> Header { get; set; } = header => header;

    public DateTime Now => now.UtcDateTime;

    /// <summary>A token of Entra for the emulator, version 1.0 or 2.0.</summary>
    public Minted OfEntra(string version, string tenant = "d6d49420-f39b-4df7-a1dc-d59a935871db", string appId = AppId)
    {
        Issuer = version == "1.0" ? $"https://sts.windows.net/{tenant}/" : $"https://login.microsoftonline.com/{tenant}/v2.0";
        Key = KeyServer.EntraKey;
        Claims.Remove("serviceurl");
        (Claims["ver"], Claims["tid"], Claims[version == "1.0" ? "appid" : "azp"]) = (version, tenant, appId);
        ChannelId = "emulator";
        return this;
    }

    public Activity Activity => new()
    {
        Type = ActivityTypes.Message, Id = "a-1", Text = "hello", ChannelId = ChannelId, ServiceUrl = ClaimedServiceUrl,
        Conversation = new ConversationAccount { Id = "conversation" }, From = new ChannelAccount { Id = "29:user" }, Recipient = new ChannelAccount { Id = "28:bot" },
    };

    public string? Authorization
    {
        get
        {
            var token = new SecurityTokenDescriptor
            {
                Issuer = Issuer, NotBefore = NotBefore, Expires = Expires, Claims = new Dictionary<string, object>(Claims),
                SigningCredentials = Key is null ? null : new SigningCredentials(Key, Algorithm),
            };
            if (Audience is not null)
                token.Audiences.Add(Audience);
            return Header("Bearer " + new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(token));
        }
    }
}
