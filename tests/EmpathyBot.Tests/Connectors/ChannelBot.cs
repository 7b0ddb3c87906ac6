using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using EmpathyBot.Bot;
using EmpathyBot.Bot.Handoffs;
using EmpathyBot.Bot.Identity;
using EmpathyBot.Domain.Conversations;
using EmpathyBot.Domain.Emotions;
using EmpathyBot.Domain.Handoffs;
using EmpathyBot.Domain.Solving;
using EmpathyBot.Storage;
using EmpathyBot.Tests.Bot;
using EmpathyBot.Tests.Identity;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace EmpathyBot.Tests.Connectors;

/// <summary>
/// The bot with an identity, outside Development, as a channel meets it: tokens are checked on the way in, fetched on the way
/// out, and everything it says goes through the connector.
/// </summary>
internal sealed class ChannelBot : IAsyncDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("empathybot-channel-").FullName;
    private WebApplication app = null!;

    private ChannelBot(KeyServer keys, TokenServer tokens, FakeConnector connector) => (Keys, Tokens, Connector) = (keys, tokens, connector);

    public KeyServer Keys { get; }

    public TokenServer Tokens { get; }

    public FakeConnector Connector { get; }

    public IServiceProvider Services => app.Services;

    public IConversationStore Store => app.Services.GetRequiredService<IConversationStore>();

    public static async Task<ChannelBot> StartAsync(IContentSource? content = null, IEmotionDetector? detector = null, params (string Name, string Value)[] settings)
    {
        var bot = new ChannelBot(await KeyServer.StartAsync(), await TokenServer.StartAsync(), await FakeConnector.StartAsync());
        await bot.RunAsync(content ?? new ScriptedContent(), detector ?? new ScriptedDetector(), settings);
        return bot;
    }

    /// <summary>Posts as the channel does, with a good token unless another header is given.</summary>
    public async Task<HttpStatusCode> PostAsync(JsonObject activity, string? authorization = null)
    {
        using var client = app.GetTestClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/messages") { Content = new StringContent(activity.ToJsonString(), Encoding.UTF8, "application/json") };
        request.Headers.TryAddWithoutValidation("Authorization", authorization ?? Token());
        using var response = await client.SendAsync(request);
        return response.StatusCode;
    }

    /// <summary>A header that this bot lets in.</summary>
    public string Token(Action<Minted>? change = null)
    {
        var token = new Minted(TimeProvider.System.GetUtcNow());
        token.Claims["serviceurl"] = Connector.Url;
        change?.Invoke(token);
        return token.Authorization!;
    }

    /// <summary>Waits for something to happen in a conversation.</summary>
    public async Task<T> UntilAsync<T>(string conversationId) where T : ConversationEvent
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        using var news = new SemaphoreSlim(0);
        using var listening = app.Services.GetRequiredService<IConversationFeed>().Listen(conversationId, _ => news.Release());
        while (true)
        {
            if ((await Store.ReadEventsAsync(conversationId, default)).OfType<T>().LastOrDefault() is { } happened)
                return happened;
            await news.WaitAsync(limit.Token);
        }
    }

    public async Task<Conversation> StateAsync(string conversationId) => (await Store.FindAsync(conversationId, default))!.State;

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        await Connector.DisposeAsync();
        await Tokens.DisposeAsync();
        await Keys.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    private async Task RunAsync(IContentSource content, IEmotionDetector detector, (string Name, string Value)[] settings)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { EnvironmentName = Environments.Production });
        builder.WebHost.UseTestServer();
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["MicrosoftAppId"] = Minted.AppId, ["MicrosoftAppPassword"] = "password",
            ["ToBotFromChannelOpenIdMetadataUrl"] = $"{Keys.Url}/channels",
        });
        builder.Configuration.AddInMemoryCollection(settings.ToDictionary(
            setting => setting.Name, setting => (string?)setting.Value.Replace("{connector}", Connector.Url, StringComparison.Ordinal)));
        builder.Services.AddRoutingCore().AddLogging();
        builder.Services.AddSingleton(detector);
        builder.Services.AddSingleton<IBackOffice>(new ScriptedShop());
        builder.Services.AddSingleton(content);
        builder.Services.AddStorage(options => options.Path = Path.Combine(folder, "bot.db"));
        builder.Services.AddBot(options => options.HelpLines["en"] = "Help Line, 0800 1234", teamsDesk: builder.Configuration.GetSection("TeamsDesk").Bind);
        builder.Services.AddHttpClient(SigningKeys.HttpClientName).ConfigurePrimaryHttpMessageHandler(provider => new ByAddress(Tokens.NewHandler()));
        app = builder.Build();
        app.MapBot();
        await app.StartAsync();
        await app.Services.GetRequiredService<IAgentSeatStore>().SeeAsync(new Agent("mira", "Mira"), TimeProvider.System.GetUtcNow(), default);
    }

    // Keys come from this machine over plain HTTP, tokens from the login that the handler stands for.
    private sealed class ByAddress(HttpMessageHandler login) : DelegatingHandler(new SocketsHttpHandler())
    {
        private readonly HttpMessageInvoker toLogin = new(login);

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            request.RequestUri!.IsLoopback ? base.SendAsync(request, cancellationToken) : toLogin.SendAsync(request, cancellationToken);

        protected override void Dispose(bool disposing)
        {
            if (disposing)
                toLogin.Dispose();
            base.Dispose(disposing);
        }
    }
}
