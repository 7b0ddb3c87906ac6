using System.Net;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.IdentityModel.Tokens;

namespace EmpathyBot.Tests.Identity;

/// <summary>The OpenID metadata and keys of channels and of Entra, on this machine.</summary>
internal sealed class KeyServer : IAsyncDisposable
{
    private readonly WebApplication app;
    private int asked;

    private KeyServer(WebApplication app) => this.app = app;

    /// <summary>Made once: keys of this size take time.</summary>
    public static RsaSecurityKey ChannelKey { get; } = NewKey("channel-1");

    public static RsaSecurityKey UnendorsedKey { get; } = NewKey("channel-unendorsed");

    public static RsaSecurityKey EntraKey { get; } = NewKey("entra-1");

    /// <summary>A key that the server does not publish until it is added to <see cref="Published"/>.</summary>
    public static RsaSecurityKey NewerKey { get; } = NewKey("channel-2");

    public string Url => app.Urls.Single();

    /// <summary>What channels' keys are published, each with the channels it may sign for; null for none named.</summary>
    public List<(RsaSecurityKey Key, string[]? Endorsements)> Published { get; } = [(ChannelKey, ["msteams", "directline"]), (UnendorsedKey, null)];

    /// <summary>How often the keys of channels were asked for.</summary>
    public int Asked => asked;

    public bool IsAway { get; set; }

    public static async Task<KeyServer> StartAsync()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        builder.Services.AddRoutingCore();
        var app = builder.Build();
        var server = new KeyServer(app);
        app.MapGet("/channels", () => server.IsAway ? Results.StatusCode(503) : Results.Json(new { issuer = "https://api.botframework.com", jwks_uri = $"{server.Url}/channels/keys" }));
        app.MapGet("/channels/keys", () =>
        {
            Interlocked.Increment(ref server.asked);
            return Results.Json(new { keys = server.Published.Select(published => Describe(published.Key, published.Endorsements)) });
        });
        app.MapGet("/entra", () => Results.Json(new { jwks_uri = $"{server.Url}/entra/keys" }));
        app.MapGet("/entra/keys", () => Results.Json(new { keys = new[] { Describe(EntraKey, null) } }));
        await app.StartAsync();
        return server;
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private static RsaSecurityKey NewKey(string id) => new(RSA.Create(2048)) { KeyId = id };

    private static object Describe(RsaSecurityKey key, string[]? endorsements)
    {
        var numbers = key.Rsa.ExportParameters(false);
        var (n, e) = (Base64UrlEncoder.Encode(numbers.Modulus!), Base64UrlEncoder.Encode(numbers.Exponent!));
        return endorsements is null
            ? new { kty = "RSA", use = "sig", kid = key.KeyId, n, e }
            : new { kty = "RSA", use = "sig", kid = key.KeyId, n, e, endorsements };
    }
}
