using System.Text.Json.Nodes;
using EmpathyBot.Bot;
using EmpathyBot.Bot.Conversations;
using EmpathyBot.Bot.Handoffs;
using EmpathyBot.Domain.Conversations;
using EmpathyBot.Domain.Customers;
using EmpathyBot.Domain.Emotions;
using EmpathyBot.Domain.Handoffs;
using EmpathyBot.Domain.Solving;
using EmpathyBot.Storage;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace EmpathyBot.Tests.Bot;

/// <summary>The bot set up as the host sets it up, over a real store, with scripted content, readings and shop.</summary>
internal sealed class BotHarness : IAsyncDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("empathybot-bot-").FullName;
    private ServiceProvider provider;

    private readonly IBackOffice? shop;
    private readonly IContentSource? content;
    private readonly IEmotionDetector? detector;

    private readonly TimeProvider? time;
    private readonly Action<HandoffOptions>? handoffs;
    private readonly Action<IServiceCollection>? more;
    private readonly string? postgreSql;

    private BotHarness(
        IBackOffice? shop, IContentSource? content, IEmotionDetector? detector, TimeProvider? time, Action<HandoffOptions>? handoffs,
        Action<IServiceCollection>? more, string? postgreSql)
    {
        (this.shop, this.content, this.detector, this.time, this.handoffs, this.more, this.postgreSql) =
            (shop, content, detector, time, handoffs, more, postgreSql);
        provider = Build();
    }

    public ScriptedDetector Detector { get; } = new();

    public ScriptedShop Shop { get; } = new();

    public ScriptedContent Content { get; } = new();

    public IServiceProvider Services => provider;

    public IConversationStore Store => provider.GetRequiredService<IConversationStore>();

    public ICustomerMemoryStore Memories => provider.GetRequiredService<ICustomerMemoryStore>();

    public ITicketStore Tickets => provider.GetRequiredService<ITicketStore>();

    public IAgentSeatStore Seats => provider.GetRequiredService<IAgentSeatStore>();

    public ICustomerPresence Customers => provider.GetRequiredService<ICustomerPresence>();

    /// <summary>Starts a bot; what is not given is scripted. Somebody is at the desk unless it is to be empty. Several on one PostgreSQL are as many nodes.</summary>
    public static async Task<BotHarness> StartAsync(
        IBackOffice? shop = null, IContentSource? content = null, IEmotionDetector? detector = null,
        TimeProvider? time = null, Action<HandoffOptions>? handoffs = null, bool emptyDesk = false,
        Action<IServiceCollection>? more = null, string? postgreSql = null)
    {
        var harness = new BotHarness(shop, content, detector, time, handoffs, more, postgreSql);
        await harness.RunAsync();
        if (!emptyDesk)
            await harness.Seats.SeeAsync(new Agent("mira", "Mira"), (time ?? TimeProvider.System).GetUtcNow(), default);
        return harness;
    }

    /// <summary>Looks at what time has made due, as the host does every few seconds.</summary>
    public Task LookAsync() => provider.GetRequiredService<HandoffTimekeeper>().LookAsync(default);

    /// <summary>Ends this instance without letting turns finish, and starts another on the same database.</summary>
    public async Task RestartAsync()
    {
        await StopAsync();
        provider = Build();
        await RunAsync();
    }

    public async Task<string> BeginAsync(string id = "c1", string locale = "en-GB", string user = "dl_user")
    {
        var start = await provider.GetRequiredService<IConversationStarter>().StartAsync(id, Channels.Directline, user, locale, default);
        await Store.CreateAsync(start, default);
        return id;
    }

    /// <summary>Accepts a message as a channel does, runs its turn and gives the texts of its answer.</summary>
    public async Task<IReadOnlyList<string>> SayAsync(string conversationId, string text)
    {
        var turnId = await AcceptAsync(conversationId, text);
        return await AnswersAsync(conversationId, turnId);
    }

    public async Task<string> AcceptAsync(string conversationId, string text, bool run = true)
    {
        var id = WireActivity.NewId(conversationId);
        var activity = new JsonObject
        {
            ["type"] = "message", ["id"] = id, ["text"] = text, ["channelId"] = "directline",
            ["from"] = new JsonObject { ["id"] = "dl_user", ["role"] = "user" },
            ["conversation"] = new JsonObject { ["id"] = conversationId },
        };
        await Store.AcceptAsync(new InboundActivity(conversationId, id, null, activity.ToJsonString(), true, true), default);
        if (run)
            provider.GetRequiredService<ITurnQueue>().Enqueue(conversationId);
        return id;
    }

    /// <summary>Waits until the turn is done and gives what was said in it.</summary>
    public async Task<IReadOnlyList<string>> AnswersAsync(string conversationId, string turnId) =>
        [.. (await RepliesAsync(conversationId, turnId)).Select(activity => (string?)activity["text"] ?? "")];

    /// <summary>The last message of the bot's as it stands on the wire, after this was said.</summary>
    public async Task<JsonObject> ReplyToAsync(string conversationId, string text) =>
        (await RepliesAsync(conversationId, await AcceptAsync(conversationId, text)))[^1];

    private async Task<IReadOnlyList<JsonObject>> RepliesAsync(string conversationId, string turnId)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        using var news = new SemaphoreSlim(0);
        using var listening = provider.GetRequiredService<IConversationFeed>().Listen(conversationId, _ => news.Release());
        while (!await IsDoneAsync(conversationId, turnId))
            await news.WaitAsync(limit.Token);
        var stream = await Store.ReadStreamAsync(conversationId, 0, 1000, default);
        return [.. stream.Select(stored => JsonNode.Parse(stored.Json)!.AsObject())
            .Where(activity => (string?)activity["replyToId"] == turnId && (string?)activity["type"] == "message")];
    }

    public async Task<Conversation> StateAsync(string conversationId) => (await Store.FindAsync(conversationId, default))!.State;

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        Directory.Delete(folder, recursive: true);
    }

    private async Task<bool> IsDoneAsync(string conversationId, string turnId)
    {
        var events = await Store.ReadEventsAsync(conversationId, default);
        return events.OfType<CustomerSaid>().Any(said => said.TurnId == turnId);
    }

    private ServiceProvider Build()
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton<IConfiguration>(new ConfigurationBuilder().Build());
        services.AddSingleton(detector ?? Detector);
        services.AddSingleton(shop ?? Shop);
        services.AddSingleton(content ?? Content);
        services.AddStorage(options =>
        {
            options.Path = Path.Combine(folder, "bot.db");
            options.PostgreSql = postgreSql ?? "";
            options.LeaseSeconds = 2;
        });
        if (time is not null)
            services.AddSingleton(time);
        services.AddBot(options => options.HelpLines["en"] = "Help Line, 0800 1234", handoffs);
        more?.Invoke(services);
        return services.BuildServiceProvider();
    }

    private async Task RunAsync()
    {
        foreach (var service in provider.GetServices<IHostedService>())
            await service.StartAsync(default);
    }

    private async Task StopAsync()
    {
        foreach (var service in provider.GetServices<IHostedService>().Reverse())
        {
            // A host without patience for turns: what runs is broken off.
            await service.StopAsync(new CancellationToken(canceled: service is TurnQueue));
            if (service is TurnQueue { ExecuteTask: { } running })
                await running.ContinueWith(_ => { }, TaskScheduler.Default);
        }

        await provider.DisposeAsync();
    }
}
