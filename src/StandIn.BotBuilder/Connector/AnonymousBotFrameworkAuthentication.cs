using System.Security.Claims;

namespace StandIn.Bot.Connector.Authentication;

/// <summary>
/// Lets callers in only while the bot has no identity and they claim none. Whoever shows a token is refused: it could not be
/// verified here, and nothing unverified is ever taken for true.
/// </summary>
internal sealed class AnonymousBotFrameworkAuthentication(ServiceClientCredentialsFactory credentials, IHttpClientFactory clients) : BotFrameworkAuthentication
{
    public override async Task<AuthenticateRequestResult> AuthenticateRequestAsync(Activity activity, string authHeader, CancellationToken cancellationToken)
    {
        var identity = await AuthenticateChannelRequestAsync(authHeader, cancellationToken).ConfigureAwait(false);
        return new AuthenticateRequestResult
        {
            ClaimsIdentity = identity,
            Audience = GetOriginatingAudience(),
            ConnectorFactory = CreateConnectorFactory(identity),
        };
    }

    public override async Task<ClaimsIdentity> AuthenticateChannelRequestAsync(string authHeader, CancellationToken cancellationToken)
    {
        if (!string.IsNullOrWhiteSpace(authHeader) || !await credentials.IsAuthenticationDisabledAsync(cancellationToken).ConfigureAwait(false))
        {
            throw new UnauthorizedAccessException();
        }

        return new ClaimsIdentity(new List<Claim>(), AuthenticationConstants.AnonymousAuthType);
    }

    public override ConnectorFactory CreateConnectorFactory(ClaimsIdentity claimsIdentity) => new HttpConnectorFactory(clients);

    public override string GetOriginatingAudience() => AuthenticationConstants.ToChannelFromBotOAuthScope;

    private sealed class HttpConnectorFactory(IHttpClientFactory clients) : ConnectorFactory
    {
        // One client for all turns where nobody provides a factory.
        private static readonly HttpClient Shared = new(new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.FromMinutes(2) });

        public override Task<IConnectorClient> CreateAsync(string serviceUrl, string audience, CancellationToken cancellationToken) =>
            Task.FromResult<IConnectorClient>(new HttpConnectorClient(new Uri(serviceUrl), clients?.CreateClient() ?? Shared));
    }
}
