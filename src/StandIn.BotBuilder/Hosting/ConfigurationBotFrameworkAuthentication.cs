using System.Security.Claims;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;
using StandIn.Bot.Connector.Authentication;
using StandIn.Rest;

namespace StandIn.Bot.Builder.Integration.AspNet.Core;

/// <summary>The authentication that the configuration asks for. With an application id every caller is refused, since no token can be verified here.</summary>
public class ConfigurationBotFrameworkAuthentication : BotFrameworkAuthentication
{
    private readonly AnonymousBotFrameworkAuthentication _inner;

    public ConfigurationBotFrameworkAuthentication(IConfiguration configuration, ServiceClientCredentialsFactory credentialsFactory = null, AuthenticationConfiguration authConfiguration = null, IHttpClientFactory httpClientFactory = null, ILogger logger = null)
    {
        _inner = new AnonymousBotFrameworkAuthentication(
            credentialsFactory ?? new ConfigurationServiceClientCredentialFactory(configuration, logger: logger),
            httpClientFactory);
    }

    public override Task<AuthenticateRequestResult> AuthenticateRequestAsync(Activity activity, string authHeader, CancellationToken cancellationToken) =>
        _inner.AuthenticateRequestAsync(activity, authHeader, cancellationToken);

    public override Task<AuthenticateRequestResult> AuthenticateStreamingRequestAsync(string authHeader, string channelIdHeader, CancellationToken cancellationToken) =>
        _inner.AuthenticateStreamingRequestAsync(authHeader, channelIdHeader, cancellationToken);

    public override Task<UserTokenClient> CreateUserTokenClientAsync(ClaimsIdentity claimsIdentity, CancellationToken cancellationToken) =>
        _inner.CreateUserTokenClientAsync(claimsIdentity, cancellationToken);

    public override Task<ClaimsIdentity> AuthenticateChannelRequestAsync(string authHeader, CancellationToken cancellationToken) =>
        _inner.AuthenticateChannelRequestAsync(authHeader, cancellationToken);

    public override ConnectorFactory CreateConnectorFactory(ClaimsIdentity claimsIdentity) => _inner.CreateConnectorFactory(claimsIdentity);

    public override string GetOriginatingAudience() => _inner.GetOriginatingAudience();
}

/// <summary>The bot's identity as the configuration gives it: MicrosoftAppType, MicrosoftAppId, MicrosoftAppPassword, MicrosoftAppTenantId.</summary>
public class ConfigurationServiceClientCredentialFactory : ServiceClientCredentialsFactory
{
    private readonly string _appId;

    public ConfigurationServiceClientCredentialFactory(IConfiguration configuration, HttpClient httpClient = null, ILogger logger = null)
    {
        ArgumentNullException.ThrowIfNull(configuration);

        _appId = configuration["MicrosoftAppId"];
        var type = configuration["MicrosoftAppType"];
        switch (type?.ToUpperInvariant())
        {
            case "USERASSIGNEDMSI":
                Require("MicrosoftAppId");
                Require("MicrosoftAppTenantId");
                if (!string.IsNullOrWhiteSpace(configuration["MicrosoftAppPassword"]))
                {
                    throw new ArgumentException($"MicrosoftAppPassword must not be set for {type} in configuration.");
                }

                break;
            case "SINGLETENANT":
                Require("MicrosoftAppId");
                Require("MicrosoftAppPassword");
                Require("MicrosoftAppTenantId");
                break;
        }

        void Require(string key)
        {
            if (string.IsNullOrWhiteSpace(configuration[key]))
            {
                throw new ArgumentException($"{key} is required for {type} in configuration.");
            }
        }
    }

    public override Task<bool> IsValidAppIdAsync(string appId, CancellationToken cancellationToken) => Task.FromResult(appId == _appId);

    public override Task<bool> IsAuthenticationDisabledAsync(CancellationToken cancellationToken) => Task.FromResult(string.IsNullOrEmpty(_appId));

    public override Task<ServiceClientCredentials> CreateCredentialsAsync(string appId, string audience, string loginEndpoint, bool validateAuthority, CancellationToken cancellationToken) =>
        new PasswordServiceClientCredentialFactory { AppId = _appId }.CreateCredentialsAsync(appId, audience, loginEndpoint, validateAuthority, cancellationToken);
}
