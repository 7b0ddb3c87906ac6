using System.Net.Http.Headers;

namespace EmpathyBot.Bot.Identity;

/// <summary>Gives the SDK's connectors the bot's own proof of who it is, or none for a bot without identity.</summary>
internal sealed class BotCredentials(BotIdentity identity, OutboundTokens tokens) : ServiceClientCredentialsFactory
{
    public override Task<bool> IsValidAppIdAsync(string appId, CancellationToken cancellationToken) => Task.FromResult(appId == identity.AppId);

    public override Task<bool> IsAuthenticationDisabledAsync(CancellationToken cancellationToken) => Task.FromResult(identity.IsAnonymous);

    public override Task<ServiceClientCredentials> CreateCredentialsAsync(
        string appId, string audience, string loginEndpoint, bool validateAuthority, CancellationToken cancellationToken) =>
        Task.FromResult<ServiceClientCredentials>(new TokenCredentials(identity.IsAnonymous ? null : tokens));

    private sealed class TokenCredentials(OutboundTokens? tokens) : ServiceClientCredentials
    {
        public override async Task ProcessHttpRequestAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            if (tokens is null)
                return;
            // Whoever reads the token can speak as this bot everywhere until it ends.
            if (request.RequestUri is not { } address || !ChannelAddresses.IsTrustworthy(address))
                throw new HttpRequestException("The channel's address is not https. No token is sent there.");
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", await tokens.TokenAsync(cancellationToken));
        }
    }
}
