using System.Security.Claims;

namespace EmpathyBot.Bot.Identity;

/// <summary>
/// Puts our own check of who calls in the place of the SDK's, at the SDK's own seam, so that it is the same one with the
/// stand-ins and with the real packages. Connectors are the SDK's, with the bot's own proof of who it is.
/// </summary>
internal sealed class VerifiedAuthentication(InboundTokens inbound, BotFrameworkAuthentication sdk) : BotFrameworkAuthentication
{
    public override async Task<AuthenticateRequestResult> AuthenticateRequestAsync(
        Activity activity, string authHeader, CancellationToken cancellationToken)
    {
        // No caller id: whatever the activity says of its caller is the sender's own word and is dropped.
        var caller = await inbound.CheckAsync(activity, authHeader, cancellationToken);
        return new AuthenticateRequestResult
        {
            ClaimsIdentity = caller, Audience = sdk.GetOriginatingAudience(), ConnectorFactory = sdk.CreateConnectorFactory(caller),
        };
    }

    // Streams carry many requests under one proof. This bot is called by plain HTTP alone.
    public override Task<AuthenticateRequestResult> AuthenticateStreamingRequestAsync(
        string authHeader, string channelIdHeader, CancellationToken cancellationToken) => throw new UnauthorizedAccessException();

    public override Task<UserTokenClient> CreateUserTokenClientAsync(ClaimsIdentity claimsIdentity, CancellationToken cancellationToken) =>
        sdk.CreateUserTokenClientAsync(claimsIdentity, cancellationToken);

    public override ConnectorFactory CreateConnectorFactory(ClaimsIdentity claimsIdentity) => sdk.CreateConnectorFactory(claimsIdentity);

    public override string GetOriginatingAudience() => sdk.GetOriginatingAudience();
}
