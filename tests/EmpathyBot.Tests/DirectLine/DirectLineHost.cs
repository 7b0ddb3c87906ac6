using System.Net;
using System.Net.Http.Headers;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json.Nodes;
using EmpathyBot.DirectLine;
using EmpathyBot.Domain.Conversations;
using EmpathyBot.Domain.Handoffs;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;

namespace EmpathyBot.Tests.DirectLine;

/// <summary>The channel alone, as a host maps it, with stores that last as long as the test.</summary>
internal sealed class DirectLineHost : IAsyncDisposable
{
    public const string Prefix = "/v3/directline";

    private readonly WebApplication _app;

    private DirectLineHost(WebApplication app) => _app = app;

    public TurnableClock Clock => (TurnableClock)_app.Services.GetRequiredService<TimeProvider>();

    public IConversationStore AnyStore => _app.Services.GetRequiredService<IConversationStore>();

    public InMemoryConversationStore Store => (InMemoryConversationStore)_app.Services.GetRequiredService<IConversationStore>();

    public InMemoryFeed Feed => (InMemoryFeed)_app.Services.GetRequiredService<IConversationFeed>();

    public InMemoryCustomerPresence Customers => (InMemoryCustomerPresence)_app.Services.GetRequiredService<ICustomerPresence>();

    public NotingTurnQueue Turns => (NotingTurnQueue)_app.Services.GetRequiredService<ITurnQueue>();

    public InMemoryResumeStore Resumes => (InMemoryResumeStore)_app.Services.GetRequiredService<IResumeStore>();

    public InMemoryAttachmentStore Attachments => (InMemoryAttachmentStore)_app.Services.GetRequiredService<IAttachmentStore>();

    public GreetingStarter Starter => (GreetingStarter)_app.Services.GetRequiredService<IConversationStarter>();

    public HttpClient Client => _app.GetTestClient();

    public static async Task<DirectLineHost> StartAsync(
        Action<DirectLineOptions>? configure = null, ISecretStore? secrets = null, Action<IServiceCollection>? before = null)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseTestServer();
        builder.Services.AddRoutingCore();
        before?.Invoke(builder.Services);
        builder.Services.TryAddSingleton<TimeProvider>(new TurnableClock());
        builder.Services.TryAddSingleton(secrets ?? new InMemorySecretStore());
        builder.Services.TryAddSingleton<IConversationStore, InMemoryConversationStore>();
        builder.Services.TryAddSingleton<IResumeStore, InMemoryResumeStore>();
        builder.Services.TryAddSingleton<IAttachmentStore, InMemoryAttachmentStore>();
        builder.Services.TryAddSingleton<IConversationFeed, InMemoryFeed>();
        builder.Services.TryAddSingleton<ICustomerPresence, InMemoryCustomerPresence>();
        builder.Services.TryAddSingleton<ISharedCounts, CountsTogether>();
        builder.Services.TryAddSingleton<ITurnQueue, NotingTurnQueue>();
        builder.Services.TryAddSingleton<IConversationStarter, GreetingStarter>();
        builder.Services.AddDirectLine(configure);
        var app = builder.Build();
        app.MapDirectLine();
        await app.StartAsync();
        return new DirectLineHost(app);
    }

    /// <summary>Sends, and reads the answer as JSON where it is some.</summary>
    public async Task<Answer> SendAsync(
        HttpMethod method, string path, string? token = null, HttpContent? content = null, string? origin = null)
    {
        using var request = new HttpRequestMessage(method, path) { Content = content };
        if (token is not null)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        }

        if (origin is not null)
        {
            request.Headers.Add("Origin", origin);
        }

        using var client = Client;
        var response = await client.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        var isJson = response.Content.Headers.ContentType?.MediaType == "application/json";
        return new Answer(response, text, isJson ? JsonNode.Parse(text) : null);
    }

    public Task<Answer> PostJsonAsync(string path, string json, string? token = null, string? origin = null) =>
        SendAsync(HttpMethod.Post, path, token, new StringContent(json, Encoding.UTF8, "application/json"), origin);

    public Task<Answer> GetAsync(string path, string? token = null) => SendAsync(HttpMethod.Get, path, token);

    /// <summary>A token as a page gets it.</summary>
    public async Task<Page> OpenPageAsync(string body = "{}")
    {
        var answer = await PostJsonAsync("/api/token", body);
        Assert.Equal(HttpStatusCode.OK, answer.Status);
        return new Page(this, answer);
    }

    /// <summary>A page whose conversation has begun.</summary>
    public async Task<Page> OpenChatAsync(string body = "{}")
    {
        var page = await OpenPageAsync(body);
        await page.StartAsync();
        return page;
    }

    public async Task<WebSocket> ConnectAsync(string streamUrl, string? origin = null)
    {
        var client = _app.GetTestServer().CreateWebSocketClient();
        if (origin is not null)
        {
            client.ConfigureRequest = request => request.Headers.Origin = origin;
        }

        return await client.ConnectAsync(new Uri(streamUrl), CancellationToken.None);
    }

    /// <summary>Begins to stop, as a host does when it is asked to.</summary>
    public void BeginStop() => _app.Services.GetRequiredService<IHostApplicationLifetime>().StopApplication();

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();
}

/// <summary>An answer of the channel.</summary>
internal sealed record Answer(HttpResponseMessage Response, string Text, JsonNode? Json)
{
    public HttpStatusCode Status => Response.StatusCode;

    public string? ErrorCode => (string?)Json?["error"]?["code"];

    public string? ErrorMessage => (string?)Json?["error"]?["message"];

    public string? Header(string name) =>
        Response.Headers.TryGetValues(name, out var values) || Response.Content.Headers.TryGetValues(name, out values)
            ? string.Join(',', values)
            : null;
}
