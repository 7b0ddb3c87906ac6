using System.Security.Claims;
using Microsoft.Extensions.Logging;
using StandIn.Rest;

namespace StandIn.Bot.Connector.Authentication;

/// <summary>Says who calls the bot, and makes the connectors with which the bot answers.</summary>
public abstract class BotFrameworkAuthentication
{
    protected BotFrameworkAuthentication()
    {
    }

    /// <summary>Who sent the activity.</summary>
    /// <exception cref="UnauthorizedAccessException">The caller did not prove who it is.</exception>
    public abstract Task<AuthenticateRequestResult> AuthenticateRequestAsync(Activity activity, string authHeader, CancellationToken cancellationToken);

    public abstract Task<AuthenticateRequestResult> AuthenticateStreamingRequestAsync(string authHeader, string channelIdHeader, CancellationToken cancellationToken);

    public abstract Task<UserTokenClient> CreateUserTokenClientAsync(ClaimsIdentity claimsIdentity, CancellationToken cancellationToken);

    public abstract ConnectorFactory CreateConnectorFactory(ClaimsIdentity claimsIdentity);

    public virtual string GetOriginatingAudience() => throw new NotImplementedException();

    public virtual Task<ClaimsIdentity> AuthenticateChannelRequestAsync(string authHeader, CancellationToken cancellationToken) =>
        throw new NotImplementedException();
}

/// <summary>Who called, and how to answer.</summary>
public class AuthenticateRequestResult
{
    public string Audience { get; set; }

    public ClaimsIdentity ClaimsIdentity { get; set; }

    public string CallerId { get; set; }

    public ConnectorFactory ConnectorFactory { get; set; }
}

/// <summary>Makes connectors.</summary>
public abstract class ConnectorFactory
{
    protected ConnectorFactory()
    {
    }

    public abstract Task<IConnectorClient> CreateAsync(string serviceUrl, string audience, CancellationToken cancellationToken);
}

/// <summary>Knows the bot's own identity.</summary>
public abstract class ServiceClientCredentialsFactory
{
    protected ServiceClientCredentialsFactory()
    {
    }

    public abstract Task<bool> IsValidAppIdAsync(string appId, CancellationToken cancellationToken);

    public abstract Task<bool> IsAuthenticationDisabledAsync(CancellationToken cancellationToken);

    public abstract Task<ServiceClientCredentials> CreateCredentialsAsync(string appId, string audience, string loginEndpoint, bool validateAuthority, CancellationToken cancellationToken);
}

/// <summary>What a caller's token must fulfil.</summary>
public class AuthenticationConfiguration
{
    public string[] RequiredEndorsements { get; set; } = [];

    public IEnumerable<string> ValidTokenIssuers { get; set; } = [];
}

/// <summary>An identity made of the application id and its password; no id means no authentication.</summary>
public class PasswordServiceClientCredentialFactory : ServiceClientCredentialsFactory
{
    public PasswordServiceClientCredentialFactory()
    {
    }

    public string AppId { get; set; }

    public string Password { get; set; }

    public override Task<bool> IsValidAppIdAsync(string appId, CancellationToken cancellationToken) => Task.FromResult(appId == AppId);

    public override Task<bool> IsAuthenticationDisabledAsync(CancellationToken cancellationToken) => Task.FromResult(string.IsNullOrEmpty(AppId));

    public override Task<ServiceClientCredentials> CreateCredentialsAsync(string appId, string oauthScope, string loginEndpoint, bool validateAuthority, CancellationToken cancellationToken) =>
        string.IsNullOrEmpty(AppId)
            ? Task.FromResult<ServiceClientCredentials>(new NoCredentials())
            : throw new NotSupportedException("No tokens are fetched here. Give a ServiceClientCredentialsFactory of your own.");

    private sealed class NoCredentials : ServiceClientCredentials
    {
    }
}

/// <summary>Makes the authentication of a cloud.</summary>
public static class BotFrameworkAuthenticationFactory
{
    /// <summary>For a bot without identity.</summary>
    public static BotFrameworkAuthentication Create() => new AnonymousBotFrameworkAuthentication(new PasswordServiceClientCredentialFactory(), null);

    /// <summary>For the identity of the credentials. With one every caller is refused, since no token can be verified here.</summary>
    public static BotFrameworkAuthentication Create(string channelService, bool validateAuthority, string toChannelFromBotLoginUrl, string toChannelFromBotOAuthScope, string toBotFromChannelTokenIssuer, string oAuthUrl, string toBotFromChannelOpenIdMetadataUrl, string toBotFromEmulatorOpenIdMetadataUrl, string callerId, ServiceClientCredentialsFactory credentialFactory, AuthenticationConfiguration authConfiguration, IHttpClientFactory httpClientFactory, ILogger logger) =>
        new AnonymousBotFrameworkAuthentication(credentialFactory, httpClientFactory);
}
