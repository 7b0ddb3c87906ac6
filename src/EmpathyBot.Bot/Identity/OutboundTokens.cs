using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Identity;
using Microsoft.Identity.Client;

namespace EmpathyBot.Bot.Identity;

/// <summary>
/// The tokens with which the bot proves to channels who it is. Both libraries keep a token and fetch the next one before it
/// ends; what they do not do is done here: many sends at once ask once.
/// </summary>
internal sealed class OutboundTokens(BotIdentity identity, ChannelAddresses addresses, IHttpClientFactory clients) : IDisposable
{
    private readonly SemaphoreSlim asking = new(1, 1);
    private Func<CancellationToken, Task<string>>? source;

    /// <summary>A token that serves for some minutes at least.</summary>
    /// <exception cref="MsalException">The identity provider gave none.</exception>
    /// <exception cref="AuthenticationFailedException">The machine's identity gave none.</exception>
    public async Task<string> TokenAsync(CancellationToken cancellationToken)
    {
        await asking.WaitAsync(cancellationToken);
        try
        {
            source ??= identity.Kind == BotIdentityKind.UserAssignedMsi ? OfThisMachine() : OfThePassword();
            return await source(cancellationToken);
        }
        finally
        {
            asking.Release();
        }
    }

    public void Dispose() => asking.Dispose();

    private Func<CancellationToken, Task<string>> OfThePassword()
    {
        var application = ConfidentialClientApplicationBuilder.Create(identity.AppId)
            .WithClientSecret(identity.Password)
            .WithAuthority(addresses.Login)
            // The authority is configured, not found out: there is nobody to ask whether it is one.
            .WithInstanceDiscovery(false)
            .WithHttpClientFactory(new IdentityClients(clients))
            .Build();
        string[] scopes = [addresses.Scope + "/.default"];
        return async cancellationToken => (await application.AcquireTokenForClient(scopes).ExecuteAsync(cancellationToken)).AccessToken;
    }

    private Func<CancellationToken, Task<string>> OfThisMachine()
    {
        var credential = new ManagedIdentityCredential(new ManagedIdentityCredentialOptions(ManagedIdentityId.FromUserAssignedClientId(identity.AppId))
        {
            Transport = new HttpClientTransport(clients.CreateClient(SigningKeys.HttpClientName)),
        });
        var context = new TokenRequestContext([addresses.Scope + "/.default"]);
        return async cancellationToken => (await credential.GetTokenAsync(context, cancellationToken)).Token;
    }

    private sealed class IdentityClients(IHttpClientFactory clients) : IMsalHttpClientFactory
    {
        public HttpClient GetHttpClient() => clients.CreateClient(SigningKeys.HttpClientName);
    }
}
