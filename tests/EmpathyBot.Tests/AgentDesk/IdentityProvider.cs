using System.Collections.Concurrent;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace EmpathyBot.Tests.AgentDesk;

/// <summary>
/// An OpenID provider on this machine with keys of its own: discovery, authorize with code and PKCE, token, keys. It is as strict
/// as the standard asks; what it says of people, and what is wrong with its tokens, a test decides.
/// </summary>
internal sealed class IdentityProvider : IAsyncDisposable
{
    public const string ClientId = "the-desk";
    public const string ClientSecret = "a secret / with + signs";

    private readonly WebApplication app;
    private readonly TimeProvider time;
    private readonly ConcurrentDictionary<string, IQueryCollection> codes = new();

    private IdentityProvider(WebApplication app, TimeProvider time) => (this.app, this.time) = (app, time);

    public string Issuer => app.Urls.Single();

    /// <summary>What the provider knows of who signs in.</summary>
    public Dictionary<string, object> Person { get; } = new()
    {
        ["sub"] = "subject-1", ["name"] = "Lind, Mira (Contractor)", ["roles"] = new[] { "agent", "something else" },
    };

    /// <summary>Changes a token before it is signed.</summary>
    public Action<SecurityTokenDescriptor> Tamper { get; set; } = _ => { };

    /// <summary>Changes a token after it was signed.</summary>
    public Func<string, string> Forge { get; set; } = token => token;

    public bool SecretInBody { get; set; } = true;

    public RsaSecurityKey Key { get; set; } = NewKey("key-1");

    public static RsaSecurityKey NewKey(string id) => new(RSA.Create(2048)) { KeyId = id };

    public static async Task<IdentityProvider> StartAsync(TimeProvider time)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        builder.Services.AddRoutingCore();
        var app = builder.Build();
        var provider = new IdentityProvider(app, time);
        app.MapGet("/.well-known/openid-configuration", provider.Discover);
        app.MapGet("/keys", provider.Keys);
        app.MapGet("/authorize", provider.Authorize);
        app.MapPost("/token", provider.TokenAsync);
        await app.StartAsync();
        return provider;
    }

    /// <summary>The access token that Teams gets for a tab, as Entra ID makes it.</summary>
    public string TeamsToken(Action<SecurityTokenDescriptor>? tamper = null)
    {
        var now = time.GetUtcNow().UtcDateTime;
        var token = new SecurityTokenDescriptor
        {
            Issuer = Issuer, Audience = ClientId, IssuedAt = now, NotBefore = now, Expires = now.AddHours(1),
            Claims = new Dictionary<string, object>(Person) { ["azp"] = "5e3ce6c0-2b1f-4285-8d4b-75ee78787346", ["scp"] = "access_as_user", ["ver"] = "2.0" },
            SigningCredentials = new SigningCredentials(Key, SecurityAlgorithms.RsaSha256),
        };
        tamper?.Invoke(token);
        return new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(token);
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private IResult Discover() => Results.Json(new
    {
        issuer = Issuer, authorization_endpoint = $"{Issuer}/authorize", token_endpoint = $"{Issuer}/token", jwks_uri = $"{Issuer}/keys",
        token_endpoint_auth_methods_supported = new[] { SecretInBody ? "client_secret_post" : "client_secret_basic" },
    });

    private IResult Keys()
    {
        var key = Key.Rsa.ExportParameters(false);
        return Results.Json(new
        {
            keys = new[] { new { kty = "RSA", use = "sig", kid = Key.KeyId, n = Base64UrlEncoder.Encode(key.Modulus!), e = Base64UrlEncoder.Encode(key.Exponent!) } },
        });
    }

    private IResult Authorize(HttpRequest request)
    {
        var query = request.Query;
        if (query["client_id"] != ClientId || query["response_type"] != "code" || query["code_challenge_method"] != "S256"
            || query["code_challenge"].ToString().Length != 43 || !query["scope"].ToString().Split(' ').Contains("openid") || query["nonce"].ToString().Length < 32)
            return Results.BadRequest();
        var code = Guid.NewGuid().ToString("N");
        codes[code] = query;
        return Results.Redirect(QueryHelpers.AddQueryString(query["redirect_uri"]!, new Dictionary<string, string?> { ["code"] = code, ["state"] = query["state"] }));
    }

    private async Task<IResult> TokenAsync(HttpRequest request)
    {
        var form = await request.ReadFormAsync();
        var basic = Convert.ToBase64String(Encoding.UTF8.GetBytes($"{Uri.EscapeDataString(ClientId)}:{Uri.EscapeDataString(ClientSecret)}"));
        var known = SecretInBody ? form["client_secret"] == ClientSecret : request.Headers.Authorization == $"Basic {basic}";
        if (!known || form["grant_type"] != "authorization_code" || !codes.TryRemove(form["code"].ToString(), out var begun)
            || form["redirect_uri"] != begun["redirect_uri"]
            || Base64UrlEncoder.Encode(SHA256.HashData(Encoding.ASCII.GetBytes(form["code_verifier"].ToString()))) != begun["code_challenge"])
            return Results.Json(new { error = "invalid_grant" }, statusCode: 400);

        var now = time.GetUtcNow().UtcDateTime;
        var token = new SecurityTokenDescriptor
        {
            Issuer = Issuer, Audience = ClientId, IssuedAt = now, NotBefore = now, Expires = now.AddMinutes(5),
            Claims = new Dictionary<string, object>(Person) { ["nonce"] = begun["nonce"].ToString() },
            SigningCredentials = new SigningCredentials(Key, SecurityAlgorithms.RsaSha256),
        };
        Tamper(token);
        var signed = new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(token);
        return Results.Json(new { access_token = "unused", token_type = "Bearer", id_token = Forge(signed) });
    }
}
