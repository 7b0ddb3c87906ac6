using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;

namespace EmpathyBot.Tests.Identity;

/// <summary>
/// Gives tokens as Microsoft's login does, over TLS, and as the identity service of an Azure machine does: counted, so that a
/// test sees which one is in use.
/// </summary>
internal sealed class TokenServer : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly X509Certificate2 certificate;
    private readonly SemaphoreSlim refused = new(0);
    private int given;

    private TokenServer(WebApplication app, X509Certificate2 certificate) => (this.app, this.certificate) = (app, certificate);

    /// <summary>The address, without tenant.</summary>
    public string Url => app.Urls.Single();

    /// <summary>What was asked for, as form or query.</summary>
    public List<Dictionary<string, string>> Asked { get; } = [];

    /// <summary>The tenants named in the address.</summary>
    public List<string> Tenants { get; } = [];

    public int LifetimeSeconds { get; set; } = 3600;

    public bool Refuses { get; set; }

    /// <summary>Waits until somebody was refused.</summary>
    public Task RefusedAsync() => refused.WaitAsync(TimeSpan.FromSeconds(30));

    public static async Task<TokenServer> StartAsync()
    {
        var certificate = SelfSigned();
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseKestrelHttpsConfiguration()
            .ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen => listen.UseHttps(certificate)));
        builder.Services.AddRoutingCore();
        var app = builder.Build();
        var server = new TokenServer(app, certificate);
        app.MapPost("/{tenant}/oauth2/v2.0/token", server.LoginAsync);
        app.MapGet("/metadata/identity/oauth2/token", server.MachineIdentity);
        await app.StartAsync();
        return server;
    }

    /// <summary>Reaches this server, and it alone, wherever a request was meant to go.</summary>
    public HttpMessageHandler NewHandler() => new ToHere(new Uri(Url), new SocketsHttpHandler
    {
        SslOptions = { RemoteCertificateValidationCallback = (_, shown, _, _) => shown?.GetCertHashString() == certificate.GetCertHashString() },
    });

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        certificate.Dispose();
        refused.Dispose();
    }

    private async Task<IResult> LoginAsync(HttpRequest request, string tenant)
    {
        var form = await request.ReadFormAsync();
        lock (Asked)
        {
            Tenants.Add(tenant);
            Asked.Add(form.ToDictionary(field => field.Key, field => field.Value.ToString()));
        }

        if (Refuses)
            refused.Release();
        return Refuses
            ? Results.Json(new { error = "invalid_client", error_description = "AADSTS7000215: Invalid client secret provided." }, statusCode: 401)
            : Results.Json(new { token_type = "Bearer", expires_in = LifetimeSeconds, ext_expires_in = LifetimeSeconds, access_token = NextToken() });
    }

    private IResult MachineIdentity(HttpRequest request)
    {
        if (request.Headers["Metadata"] != "true")
            return Results.BadRequest();
        lock (Asked)
            Asked.Add(request.Query.ToDictionary(field => field.Key, field => field.Value.ToString()));
        var expires = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds() + LifetimeSeconds;
        return Results.Json(new { token_type = "Bearer", expires_in = $"{LifetimeSeconds}", expires_on = $"{expires}", resource = $"{request.Query["resource"]}", access_token = NextToken() });
    }

    private string NextToken() => $"token-{Interlocked.Increment(ref given)}";

    private static X509Certificate2 SelfSigned()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=127.0.0.1", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using var made = request.CreateSelfSigned(TimeProvider.System.GetUtcNow().AddDays(-1), TimeProvider.System.GetUtcNow().AddDays(1));
        return X509CertificateLoader.LoadPkcs12(made.Export(X509ContentType.Pfx), null);
    }

    private sealed class ToHere(Uri here, HttpMessageHandler inner) : DelegatingHandler(inner)
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var asked = request.RequestUri!;
            Assert.True(asked.Host == here.Host || asked.Host == "169.254.169.254" || asked.Host == "login.microsoftonline.com", asked.Host);
            request.RequestUri = new UriBuilder(asked) { Scheme = here.Scheme, Host = here.Host, Port = here.Port }.Uri;
            request.Headers.Host = null;
            return base.SendAsync(request, cancellationToken);
        }
    }
}
