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

    public override Task<AuthenticateRequestResult> AuthenticateStreamingRequestAsync(string authHeader, string channelIdHeader, CancellationToken cancellationToken) =>
        throw new UnauthorizedAccessException();

    // Nobody can sign in through a channel here, and so there are no tokens to speak about.
    public override Task<UserTokenClient> CreateUserTokenClientAsync(ClaimsIdentity claimsIdentity, CancellationToken cancellationToken) =>
        Task.FromResult<UserTokenClient>(null);

    public override ConnectorFactory CreateConnectorFactory(ClaimsIdentity claimsIdentity)
    {
        // Channels name the bot in the audience, the emulator in the application id.
        var appId = claimsIdentity?.FindFirst(AuthenticationConstants.AudienceClaim)?.Value ?? claimsIdentity?.FindFirst(AuthenticationConstants.AppIdClaim)?.Value;
        return new HttpConnectorFactory(appId ?? string.Empty, credentials, clients);
    }

    public override string GetOriginatingAudience() => AuthenticationConstants.ToChannelFromBotOAuthScope;

    private sealed class HttpConnectorFactory(string appId, ServiceClientCredentialsFactory credentials, IHttpClientFactory clients) : ConnectorFactory
    {
        // One client for all turns where nobody provides a factory.
        private static readonly HttpClient Shared = new(new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.FromMinutes(2) });

        public override async Task<IConnectorClient> CreateAsync(string serviceUrl, string audience, CancellationToken cancellationToken)
        {
            var proof = await credentials.CreateCredentialsAsync(
                appId, audience ?? AuthenticationConstants.ToChannelFromBotOAuthScope, AuthenticationConstants.ToChannelFromBotLoginUrl, validateAuthority: true, cancellationToken).ConfigureAwait(false);
            return new HttpConnectorClient(new Uri(serviceUrl), proof, clients?.CreateClient() ?? Shared);
        }
    }
}
