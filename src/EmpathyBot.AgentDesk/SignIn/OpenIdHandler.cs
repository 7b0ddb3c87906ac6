using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace EmpathyBot.AgentDesk.SignIn;

/// <summary>
/// OpenID Connect by the authorization code flow with PKCE, state and nonce. The framework's base class keeps a browser's
/// sign-ins apart and starts the session; the framework's own OpenID Connect handler is a package of its own, which not every
/// package source has.
/// </summary>
internal sealed class OpenIdHandler(
    IOptionsMonitor<OpenIdOptions> options, OpenIdAccounts accounts, ILoggerFactory loggers, UrlEncoder encoder)
    : RemoteAuthenticationHandler<OpenIdOptions>(options, loggers, encoder)
{
    public const string SchemeName = "DeskOpenId";

    private const string Nonce = "nonce", Verifier = "verifier", Redirect = "redirect";

    /// <summary>Providers answer with a few kilobytes.</summary>
    private const int AnswerBytesAtMost = 1024 * 1024;

    public override Task<bool> ShouldHandleRequestAsync() =>
        Task.FromResult(Options.Provider.IsOn && Request.Path == Options.CallbackPath && HttpMethods.IsGet(Request.Method));

    /// <summary>Sends the browser to the provider.</summary>
    protected override async Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        var provider = await DiscoverAsync();
        var (nonce, verifier) = (Random(), Random());
        var redirect = (Options.PublicUrl is { Length: > 0 } url ? url.TrimEnd('/') : $"{Request.Scheme}://{Request.Host}") + Request.PathBase + Options.CallbackPath;
        properties.Items[Nonce] = nonce;
        properties.Items[Verifier] = verifier;
        properties.Items[Redirect] = redirect;
        properties.IssuedUtc = TimeProvider.GetUtcNow();
        GenerateCorrelationId(properties);
        Response.Redirect(QueryHelpers.AddQueryString(provider.AuthorizationEndpoint, new Dictionary<string, string?>
        {
            ["client_id"] = Options.Provider.ClientId,
            ["response_type"] = "code",
            ["response_mode"] = "query",
            ["redirect_uri"] = redirect,
            ["scope"] = Options.Provider.Scopes,
            ["state"] = Options.State.Protect(properties),
            ["nonce"] = nonce,
            ["code_challenge"] = Base64UrlEncoder.Encode(SHA256.HashData(Encoding.ASCII.GetBytes(verifier))),
            ["code_challenge_method"] = "S256",
            // Desks are shared: who sits there now is asked, not who sat there last.
            ["prompt"] = "select_account",
        }));
    }

    /// <summary>The browser comes back from the provider.</summary>
    protected override async Task<HandleRequestResult> HandleRemoteAuthenticateAsync()
    {
        try
        {
            if (Options.State.Unprotect(Request.Query["state"].ToString()) is not { } begun
                || TimeProvider.GetUtcNow() - begun.IssuedUtc >= Options.RemoteAuthenticationTimeout || !ValidateCorrelationId(begun))
                throw new OpenIdRefusedException(OpenIdRefusedException.Expired);
            if (Request.Query["error"].Count > 0 || Request.Query["code"].ToString() is not { Length: > 0 } code)
                throw new OpenIdRefusedException(OpenIdRefusedException.Refused);

            var token = await RedeemAsync(code, begun);
            var (issuer, claims) = await ProveAsync(token, begun.Items[Nonce]!);
            var account = await accounts.SignInAsync(issuer, claims, ClientAddress.Of(Context));
            var session = DeskSession.Begin(TimeProvider.GetUtcNow());
            session.RedirectUri = "/desk";
            return HandleRequestResult.Success(new AuthenticationTicket(DeskSession.PrincipalOf(AtDesk.Of(account)), session, DeskSession.Scheme));
        }
        catch (OpenIdRefusedException refused)
        {
            return HandleRequestResult.Fail(refused);
        }
    }

    /// <summary>Gives the code back for the ID token.</summary>
    private async Task<string> RedeemAsync(string code, AuthenticationProperties begun)
    {
        var provider = await DiscoverAsync();
        var form = new Dictionary<string, string>
        {
            ["grant_type"] = "authorization_code", ["code"] = code, ["redirect_uri"] = begun.Items[Redirect]!,
            ["client_id"] = Options.Provider.ClientId, ["code_verifier"] = begun.Items[Verifier]!,
        };
        using var request = new HttpRequestMessage(HttpMethod.Post, provider.TokenEndpoint);
        if (Options.Provider.ClientSecret is { Length: > 0 } secret)
        {
            // Without a word from the provider the standard's own default holds.
            if (provider.TokenEndpointAuthMethodsSupported.Contains("client_secret_post"))
                form["client_secret"] = secret;
            else
                request.Headers.Authorization = new AuthenticationHeaderValue("Basic", Basic(Options.Provider.ClientId, secret));
        }

        request.Content = new FormUrlEncodedContent(form);
        try
        {
            using var response = await Options.Backchannel.SendAsync(request, Context.RequestAborted);
            if (!response.IsSuccessStatusCode)
            {
                OpenIdLog.TokenRefused(Logger, (int)response.StatusCode);
                throw new OpenIdRefusedException((int)response.StatusCode < 500 ? OpenIdRefusedException.Refused : OpenIdRefusedException.Unreachable);
            }

            using var answer = JsonDocument.Parse(await response.Content.ReadAsStringAsync(Context.RequestAborted));
            return answer.RootElement.ValueKind == JsonValueKind.Object && answer.RootElement.TryGetProperty("id_token", out var token)
                && token.ValueKind == JsonValueKind.String
                ? token.GetString()!
                : throw new OpenIdRefusedException(OpenIdRefusedException.BadToken);
        }
        catch (Exception failure) when (failure is HttpRequestException or JsonException or TaskCanceledException && !Context.RequestAborted.IsCancellationRequested)
        {
            throw new OpenIdRefusedException(OpenIdRefusedException.Unreachable, failure);
        }
    }

    private async Task<(string Issuer, System.Security.Claims.ClaimsIdentity Claims)> ProveAsync(string token, string nonce)
    {
        var provider = await DiscoverAsync();
        try
        {
            return (provider.Issuer, await IdTokenCheck.ReadAsync(token, nonce, Options.Provider.ClientId, provider, TimeProvider.GetUtcNow()));
        }
        catch (SecurityTokenException failure)
        {
            // The provider may have new keys; whoever tries next finds them.
            if (failure is SecurityTokenSignatureKeyNotFoundException)
                Options.Discovery.RequestRefresh();
            throw new OpenIdRefusedException(OpenIdRefusedException.BadToken, failure);
        }
    }

    private async Task<OpenIdConnectConfiguration> DiscoverAsync()
    {
        try
        {
            return await Options.Discovery.GetConfigurationAsync(Context.RequestAborted);
        }
        catch (Exception failure) when (failure is InvalidOperationException or IOException or HttpRequestException)
        {
            throw new OpenIdRefusedException(OpenIdRefusedException.Unreachable, failure);
        }
    }

    private static string Basic(string id, string secret) =>
        Convert.ToBase64String(Encoding.UTF8.GetBytes($"{Uri.EscapeDataString(id)}:{Uri.EscapeDataString(secret)}"));

    private static string Random() => Base64UrlEncoder.Encode(RandomNumberGenerator.GetBytes(32));

    /// <summary>The HTTP client for the provider: short, since a person waits, and no more than an answer.</summary>
    internal static HttpClient NewBackchannel(HttpMessageHandler? handler) => new(handler ?? new SocketsHttpHandler { AllowAutoRedirect = false })
    {
        Timeout = TimeSpan.FromSeconds(15), MaxResponseContentBufferSize = AnswerBytesAtMost,
    };
}

/// <summary>Event ids 6200–6209. No token, no code, no name.</summary>
internal static partial class OpenIdLog
{
    [LoggerMessage(6200, LogLevel.Warning, "The identity provider did not give a token: status {Status}. Check Desk:OpenId:ClientId and ClientSecret, and the redirect address registered there.")]
    public static partial void TokenRefused(ILogger logger, int status);

    [LoggerMessage(6201, LogLevel.Warning, "Signing in with the identity provider ended with {Code}.")]
    public static partial void Ended(ILogger logger, string code, Exception? reason);
}
