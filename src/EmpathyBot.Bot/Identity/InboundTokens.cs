using System.Security.Claims;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace EmpathyBot.Bot.Identity;

/// <summary>
/// Says whether the one who posts an activity is the channel it claims to be. Stricter than the SDK where that is lax: a token
/// names exactly one audience, ours; an activity names its channel; and tokens of Entra (the emulator's) are only heard in
/// Development, from tenants that are written down and not from whichever the token names itself.
/// </summary>
internal sealed class InboundTokens(
    BotIdentity identity, ChannelAddresses addresses, SigningKeys channelKeys, SigningKeys emulatorKeys, bool development, TimeProvider time,
    ILogger<InboundTokens> logger)
{
    private const string Scheme = "Bearer";
    private static readonly TimeSpan Skew = TimeSpan.FromMinutes(5);

    private readonly JsonWebTokenHandler handler = new() { MaximumTokenSizeInBytes = 16 * 1024 };

    /// <summary>Who sent the activity.</summary>
    /// <exception cref="UnauthorizedAccessException">The sender did not prove who it is.</exception>
    /// <exception cref="SigningKeysException">It cannot be checked now.</exception>
    public async Task<ClaimsIdentity> CheckAsync(Activity activity, string? authorization, CancellationToken cancellationToken)
    {
        if (identity.IsAnonymous)
        {
            return development && string.IsNullOrWhiteSpace(authorization)
                ? new ClaimsIdentity([], AuthenticationConstants.AnonymousAuthType)
                : throw Refused("the bot has no identity to be addressed by");
        }

        var token = Read(authorization);
        if (token.Issuer == addresses.ChannelIssuer)
            await CheckChannelAsync(activity, token, cancellationToken);
        else if (development && addresses.EmulatorIssuers.Contains(token.Issuer))
            await CheckEmulatorAsync(token, cancellationToken);
        else
            throw Refused("the issuer is not one that is heard");

        // Only what was verified, and what the SDK looks for: who was called, and where answers may go.
        return new ClaimsIdentity(
            [
                new Claim(AuthenticationConstants.AudienceClaim, identity.AppId),
                new Claim(AuthenticationConstants.AppIdClaim, identity.AppId),
                new Claim(AuthenticationConstants.ServiceUrlClaim, activity.ServiceUrl),
            ],
            Scheme);
    }

    private JsonWebToken Read(string? authorization)
    {
        if (string.IsNullOrWhiteSpace(authorization))
            throw Refused("there is no token");
        if (authorization.Split(' ') is not [Scheme, { Length: > 0 } encoded])
            throw Refused("the header is not \"Bearer TOKEN\"");
        try
        {
            return handler.ReadJsonWebToken(encoded);
        }
        catch (Exception exception) when (exception is ArgumentException or SecurityTokenException)
        {
            throw Refused("the token cannot be read");
        }
    }

    private async Task CheckChannelAsync(Activity activity, JsonWebToken token, CancellationToken cancellationToken)
    {
        var key = await KeyAsync(channelKeys, token, cancellationToken);
        await CheckTokenAsync(token, addresses.ChannelIssuer, key);
        if (string.IsNullOrEmpty(activity.ChannelId) || !key.Endorsements.Contains(activity.ChannelId))
            throw Refused("the key may not sign for this channel");
        var serviceUrl = Claim(token, AuthenticationConstants.ServiceUrlClaim);
        if (string.IsNullOrEmpty(serviceUrl) || !string.Equals(serviceUrl, activity.ServiceUrl, StringComparison.OrdinalIgnoreCase))
            throw Refused("the token is for another service address");
    }

    private async Task CheckEmulatorAsync(JsonWebToken token, CancellationToken cancellationToken)
    {
        await CheckTokenAsync(token, token.Issuer, await KeyAsync(emulatorKeys, token, cancellationToken));
        var caller = Claim(token, AuthenticationConstants.VersionClaim) switch
        {
            null or "" or "1.0" => Claim(token, AuthenticationConstants.AppIdClaim),
            "2.0" => Claim(token, AuthenticationConstants.AuthorizedParty),
            _ => null,
        };
        if (caller != identity.AppId)
            throw Refused("the token is of another application");
    }

    private async Task<SigningKey> KeyAsync(SigningKeys keys, JsonWebToken token, CancellationToken cancellationToken)
    {
        if (string.IsNullOrEmpty(token.Kid))
            throw Refused("the token names no key");
        return await keys.FindAsync(token.Kid, cancellationToken) ?? throw Refused("the issuer has no such key");
    }

    private async Task CheckTokenAsync(JsonWebToken token, string issuer, SigningKey key)
    {
        var result = await handler.ValidateTokenAsync(token, new TokenValidationParameters
        {
            ValidIssuer = issuer,
            ValidAudience = identity.AppId,
            IssuerSigningKey = key.Key,
            TryAllIssuerSigningKeys = false,
            ValidAlgorithms = [SecurityAlgorithms.RsaSha256, SecurityAlgorithms.RsaSha384, SecurityAlgorithms.RsaSha512],
            LifetimeValidator = (from, until, _, _) => IsNow(from, until),
        });
        if (!result.IsValid)
            throw Refused($"the token is not valid ({result.Exception.GetType().Name})");
        if (token.Audiences.Count() != 1)
            throw Refused("the token has several audiences");
    }

    // The clocks of two machines differ.
    private bool IsNow(DateTime? from, DateTime? until)
    {
        var now = time.GetUtcNow().UtcDateTime;
        return until is { } end && now < end + Skew && (from is not { } start || now > start - Skew);
    }

    private static string? Claim(JsonWebToken token, string name) => token.TryGetPayloadValue<string>(name, out var value) ? value : null;

    private UnauthorizedAccessException Refused(string reason)
    {
        InboundTokensLog.Refused(logger, reason);
        return new UnauthorizedAccessException();
    }
}

/// <summary>Event ids 1065–1069.</summary>
internal static partial class InboundTokensLog
{
    [LoggerMessage(1065, LogLevel.Warning, "Someone who posted to the bot was refused: {Reason}.")]
    public static partial void Refused(ILogger logger, string reason);
}
