using System.Net.Http.Headers;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using StandIn.Bot.Builder.Integration.AspNet.Core;

namespace StandIn.Tests.Hosting;

/// <summary>A bot behind /api/messages, and a channel that keeps what the bot sends to it.</summary>
internal sealed class BotServer : IAsyncDisposable
{
    private readonly WebApplication _app;

    private BotServer(WebApplication app, RecordingChannel channel)
    {
        _app = app;
        Channel = channel;
        Client = app.GetTestClient();
    }

    public RecordingChannel Channel { get; }

    public HttpClient Client { get; }

    public CloudAdapter Adapter => _app.Services.GetRequiredService<CloudAdapter>();

    public static async Task<BotServer> StartAsync(BotCallbackHandler turn, Action<CloudAdapter>? configure = null, params (string Key, string Value)[] settings)
    {
        var channel = new RecordingChannel();
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseTestServer();
        builder.Configuration.AddInMemoryCollection(settings.ToDictionary(setting => setting.Key, setting => (string?)setting.Value));
        builder.Services.AddHttpClient(string.Empty).ConfigurePrimaryHttpMessageHandler(() => channel);
        builder.Services.AddSingleton(services =>
        {
            var adapter = new CloudAdapter(services.GetRequiredService<IConfiguration>(), services.GetRequiredService<IHttpClientFactory>());
            configure?.Invoke(adapter);
            return adapter;
        });

        var app = builder.Build();
        app.Map("/api/messages", (HttpContext context, CloudAdapter adapter) =>
            adapter.ProcessAsync(context.Request, context.Response, new CallbackBot(turn), context.RequestAborted));
        await app.StartAsync();
        return new BotServer(app, channel);
    }

    public Task<HttpResponseMessage> PostAsync(Activity activity, string? authorization = null) => PostAsync(BotJson.Serialize(activity), authorization);

    public Task<HttpResponseMessage> PostAsync(string json, string? authorization = null)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "/api/messages") { Content = new StringContent(json, Encoding.UTF8, "application/json") };
        if (authorization != null)
        {
            Assert.True(request.Headers.TryAddWithoutValidation("Authorization", authorization));
        }

        return Client.SendAsync(request);
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private sealed class CallbackBot(BotCallbackHandler turn) : IBot
    {
        public Task OnTurnAsync(ITurnContext turnContext, CancellationToken cancellationToken = default) => turn(turnContext, cancellationToken);
    }
}

/// <summary>The channel's connector: keeps the calls, answers as told.</summary>
internal sealed class RecordingChannel : HttpMessageHandler
{
    public List<(string Call, string Body)> Calls { get; } = [];

    public Func<HttpRequestMessage, HttpResponseMessage> Answer { get; set; } = _ => Json(System.Net.HttpStatusCode.Created, """{"id":"channel-1"}""");

    public MediaTypeHeaderValue? ContentType { get; private set; }

    public static HttpResponseMessage Json(System.Net.HttpStatusCode status, string body) => new(status) { Content = new StringContent(body, Encoding.UTF8, "application/json") };

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Assert.Null(request.Headers.Authorization);
        ContentType = request.Content?.Headers.ContentType;
        Calls.Add(($"{request.Method} {request.RequestUri!.AbsoluteUri}", request.Content == null ? string.Empty : await request.Content.ReadAsStringAsync(cancellationToken)));
        return Answer(request);
    }
}
