using System.Collections.Concurrent;
using System.Net;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace EmpathyBot.Tests.DirectLine;

/// <summary>Azure's Direct Line as it is documented, on this machine: gives tokens for the secret, and knows its conversations.</summary>
internal sealed class AzureDirectLine : IAsyncDisposable
{
    public const string Secret = "azure-site-secret.of-the-channel";

    private readonly WebApplication app;
    private readonly ConcurrentDictionary<string, string> users = new();

    private AzureDirectLine(WebApplication app) => this.app = app;

    public string Domain => app.Urls.Single() + "/v3/directline";

    /// <summary>The bodies that tokens were asked with.</summary>
    public ConcurrentQueue<JsonObject> Asked { get; } = new();

    /// <summary>False: a token to come back with does not say whose it is.</summary>
    public bool BindsUser { get; set; } = true;

    public int Fails { get; set; }

    public static async Task<AzureDirectLine> StartAsync()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        builder.Services.AddRoutingCore();
        var app = builder.Build();
        var azure = new AzureDirectLine(app);
        app.MapPost("/v3/directline/tokens/generate", (Delegate)azure.GenerateAsync);
        app.MapGet("/v3/directline/conversations/{id}", azure.Reconnect);
        await app.StartAsync();
        return azure;
    }

    /// <summary>Forgets what it knew, as Azure does after some days.</summary>
    public void Forget() => users.Clear();

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private async Task<IResult> GenerateAsync(HttpRequest request)
    {
        if (Refused(request) is { } refused)
            return refused;
        var body = (await request.ReadFromJsonAsync<JsonObject>())!;
        Asked.Enqueue(body);
        var (conversation, user) = (Guid.NewGuid().ToString("N"), (string)body["user"]!["id"]!);
        users[conversation] = user;
        return Results.Json(new { conversationId = conversation, token = Token(conversation, user), expires_in = 1800 });
    }

    private IResult Reconnect(HttpRequest request, string id) =>
        Refused(request) ?? (users.TryGetValue(id, out var user)
            ? Results.Json(new { conversationId = id, token = Token(id, BindsUser ? user : null), streamUrl = "wss://stream.example", referenceGrammarId = "" })
            : Results.Json(new { error = new { code = "BadArgument", message = "Unknown conversation" } }, statusCode: 404));

    private IResult? Refused(HttpRequest request) =>
        Fails > 0 ? Results.StatusCode(Fails)
        : request.Headers.Authorization == $"Bearer {Secret}" ? null
        : Results.Json(new { error = new { code = "BadArgument", message = "Invalid token or secret" } }, statusCode: 403);

    private static string Token(string conversation, string? user)
    {
        var claims = new Dictionary<string, object> { ["bot"] = "linden", ["site"] = "website", ["conv"] = conversation };
        if (user is not null)
            claims["user"] = user;
        return new JsonWebTokenHandler().CreateToken(new SecurityTokenDescriptor { Issuer = "https://directline.botframework.com/", Claims = claims });
    }
}
