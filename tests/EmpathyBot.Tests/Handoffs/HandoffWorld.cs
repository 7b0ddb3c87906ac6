using System.Text.Json.Nodes;
using EmpathyBot.AgentDesk.Agents;
using EmpathyBot.AgentDesk.Audit;
using EmpathyBot.AgentDesk.Handoffs;
using EmpathyBot.Bot;
using EmpathyBot.Bot.Handoffs;
using EmpathyBot.Domain.Conversations;
using EmpathyBot.Domain.Emotions;
using EmpathyBot.Domain.Handoffs;
using EmpathyBot.Domain.Solving;
using EmpathyBot.Simulator.Handoffs;
using EmpathyBot.Storage;
using EmpathyBot.Tests.Bot;
using EmpathyBot.Tests.Storage;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace EmpathyBot.Tests.Handoffs;

/// <summary>Customers, agents and time around one real store: everything that can happen to a handoff, drawn from a seed.</summary>
internal sealed class HandoffWorld : IAsyncDisposable
{
    private static readonly Agent[] Agents = [new("a1", "Mira"), new("a2", "Joel"), new("a3", "Sanne")];

    private static readonly string[] Sayings =
    [
        "a human please", "a human please", "where is it?", "what about shipping?", "order 10005", "yes", "no", "stop", "stop waiting",
        "call me back", "+49 176 1234567", "anna@mail", "i want to end it all", "boom", "THIS IS ENOUGH NOW", "thanks, bye", "forget me",
    ];

    private readonly SqliteEngine engine = new();
    private readonly SettableTime time = new();
    private readonly Random random;
    private readonly List<History> histories = [];
    private ServiceProvider services;

    private HandoffWorld(int seed)
    {
        random = new Random(seed);
        services = Build();
    }

    /// <summary>What was counted, so that a test can tell that something was tried at all.</summary>
    public Dictionary<string, int> Counts { get; } = [];

    public static async Task<HandoffWorld> BeginAsync(int seed, int conversations)
    {
        var world = new HandoffWorld(seed);
        await world.RunAsync();
        for (var number = 1; number <= conversations; number++)
            world.histories.Add(await world.BeginOneAsync($"c{seed}-{number}"));
        return world;
    }

    /// <summary>Lets so much happen, and then lets every accepted message have its turn.</summary>
    public async Task HappenAsync(int events)
    {
        for (var happened = 0; happened < events; happened++)
        {
            var dice = random.Next(100);
            // Agents mostly act where one of them is at work.
            var history = Draw(dice is >= 56 and < 87 && random.Next(5) > 0 ? histories.Where(one => one.Last?.State == HandoffState.Accepted) : histories);
            await (dice switch
            {
                < 42 => SayAsync(history),
                < 56 => AcceptAsync(history),
                < 74 => AgentSaysAsync(history),
                < 78 => MoveAsync(history, agent => new HandoffMove.Transfer(agent, "returns team")),
                < 82 => MoveAsync(history, agent => new HandoffMove.Close(agent, HandoffOutcome.Solved, null)),
                < 85 => MoveAsync(history, agent => new HandoffMove.Return(agent, null)),
                < 87 => MoveAsync(history, agent => new HandoffMove.TakeOver(agent)),
                < 91 => ComeOrGoAsync(history),
                < 98 => PassAsync(),
                _ => RestartAsync(),
            });
        }

        foreach (var history in histories)
            await DrainAsync(history);
    }

    /// <summary>What is wrong in any history; nothing when all is well.</summary>
    public async Task<IReadOnlyList<string>> FindWrongAsync()
    {
        List<string> wrong = [];
        foreach (var history in histories)
        {
            foreach (var problem in await FindWrongAsync(history))
                wrong.Add($"{history.Id}: {problem}");
        }

        return wrong;
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        await engine.DisposeAsync();
    }

    private History Draw(IEnumerable<History> from) => from.ToList() is { Count: > 0 } some ? some[random.Next(some.Count)] : histories[random.Next(histories.Count)];

    private IConversationStore Store => services.GetRequiredService<IConversationStore>();

    private ITicketStore Tickets => services.GetRequiredService<ITicketStore>();

    private async Task<History> BeginOneAsync(string id)
    {
        var start = await services.GetRequiredService<IConversationStarter>().StartAsync(id, "directline", $"dl_{id}", "en", default);
        await Store.CreateAsync(start, default);
        return new(id);
    }

    /// <summary>The customer writes, sometimes twice the same by a redelivery, and mostly does not wait for the answer.</summary>
    private async Task SayAsync(History history)
    {
        var key = $"{history.Id}|k{history.Said.Count}";
        var text = Sayings[random.Next(Sayings.Length)];
        for (var deliveries = random.Next(5) == 0 ? 2 : 1; deliveries > 0; deliveries--)
        {
            var id = WireActivity.NewId(history.Id);
            var activity = new JsonObject
            {
                ["type"] = "message", ["id"] = id, ["text"] = text, ["channelId"] = "directline",
                ["from"] = new JsonObject { ["id"] = "customer", ["role"] = "user" }, ["conversation"] = new JsonObject { ["id"] = history.Id },
            };
            var accepted = await Store.AcceptAsync(new InboundActivity(history.Id, id, key, activity.ToJsonString(), true, true), default);
            services.GetRequiredService<ITurnQueue>().Enqueue(history.Id);
            if (!accepted.IsRepeat)
                history.Said.Add(id);
        }

        Count("customer-said");
        if (random.Next(3) == 0)
            await DrainAsync(history);
    }

    /// <summary>Up to three agents want it at the same moment.</summary>
    private async Task AcceptAsync(History history)
    {
        if (await TicketAsync(history) is not { } ticket)
            return;
        var wanting = Agents.OrderBy(_ => random.Next()).Take(1 + random.Next(Agents.Length)).ToList();
        var results = await Task.WhenAll(wanting.Select(agent => Actions.MoveAsync(ticket.Id, new HandoffMove.Accept(agent), agent, default)));
        history.Last = results.OfType<ActResult.Done>().FirstOrDefault()?.Ticket ?? history.Last;
        var won = results.OfType<ActResult.Done>().Select(done => done.Ticket.AgentId).Distinct().Count();
        if (won > 1)
            history.Wrong.Add("two agents were told that they hold it");
        if (won == 1)
            Count("taken");
        // Mostly the desk of who took it is open.
        if (results.OfType<ActResult.Done>().FirstOrDefault() is { Ticket.AgentId: { } holder } && random.Next(4) > 0)
            await SeeAsync(Agents.Single(agent => agent.Id == holder));
    }

    /// <summary>An agent writes, whether or not it is theirs to write; the same key may be sent twice.</summary>
    private async Task AgentSaysAsync(History history)
    {
        if (await TicketAsync(history) is not { } ticket)
            return;
        var agent = random.Next(4) > 0 && Agents.FirstOrDefault(one => one.Id == ticket.AgentId) is { } holder ? holder : Agents[random.Next(Agents.Length)];
        var key = $"k{++history.Words}";
        var tries = random.Next(4) == 0 ? 2 : 1;
        var results = await Task.WhenAll(Enumerable.Range(0, tries).Select(_ => Actions.SayAsync(ticket.Id, "I see it.", key, agent, default)));
        if (results.OfType<ActResult.Done>().FirstOrDefault() is { SaidId: { } said })
        {
            history.FromAgents[agent.Id].Add(said);
            Count("agent-said");
        }
        else
        {
            history.Refused++;
            Count("agent-refused");
        }
    }

    private async Task MoveAsync(History history, Func<Agent, HandoffMove> move)
    {
        if (await TicketAsync(history) is not { } ticket)
            return;
        var agent = Agents.FirstOrDefault(one => one.Id == ticket.AgentId) ?? Agents[random.Next(Agents.Length)];
        if (await Actions.MoveAsync(ticket.Id, move(agent), agent, default) is ActResult.Done done)
            Count(done.Ticket.State.ToCode());
    }

    private Task ComeOrGoAsync(History history)
    {
        var customers = services.GetRequiredService<ICustomerPresence>();
        return random.Next(2) == 0 ? customers.ArrivedAsync(history.Id, default) : customers.LeftAsync(history.Id, default);
    }

    /// <summary>Time passes; the desks of some agents are open meanwhile.</summary>
    private async Task PassAsync()
    {
        time.Pass(TimeSpan.FromSeconds(random.Next(5, 600)));
        foreach (var agent in Agents.Where(_ => random.Next(3) > 0))
            await SeeAsync(agent);
        await services.GetRequiredService<HandoffTimekeeper>().LookAsync(default);
        Count("time");
    }

    /// <summary>The process ends without letting turns finish, and another one goes on.</summary>
    private async Task RestartAsync()
    {
        await StopAsync();
        services = Build();
        await RunAsync();
        Count("restart");
    }

    private Task SeeAsync(Agent agent) => services.GetRequiredService<IAgentSeatStore>().SeeAsync(agent, time.GetUtcNow(), default);

    private TicketActions Actions => services.GetRequiredService<TicketActions>();

    private async Task<HandoffTicket?> TicketAsync(History history) =>
        await Tickets.FindOpenAsync(history.Id, default) is { } open && random.Next(12) > 0 ? history.Last = open : history.Last;

    private async Task DrainAsync(History history)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        using var news = new SemaphoreSlim(0);
        using var listening = services.GetRequiredService<IConversationFeed>().Listen(history.Id, _ => news.Release());
        services.GetRequiredService<ITurnQueue>().Enqueue(history.Id);
        while (await Store.NextTurnAsync(history.Id, limit.Token) is not null)
            await news.WaitAsync(limit.Token);
    }

    private async Task<IReadOnlyList<string>> FindWrongAsync(History history)
    {
        List<string> wrong = [.. history.Wrong];
        var stored = (await Store.FindAsync(history.Id, default))!;
        var stream = await Store.ReadStreamAsync(history.Id, 0, 10_000, default);
        if (!stream.Select(activity => activity.Sequence).SequenceEqual(Enumerable.Range(1, stream.Count).Select(number => (long)number)))
            wrong.Add("the stream has gaps");

        // Ids stand for words here: the same words are said many times.
        var shown = stream.Select(activity => JsonNode.Parse(activity.Json)!.AsObject()).ToList();
        foreach (var activity in shown)
            activity["text"] = (string?)activity["id"];
        var events = await Store.ReadEventsAsync(history.Id, default);
        var turns = EmpathyBot.AgentDesk.Conversations.Transcript.Of(events, readingOff: false).Select(turn => new JsonObject { ["text"] = turn.Id }).ToList();
        var findings = LoadFindings.Of(history.Said, [.. history.FromAgents.Values], shown, turns);
        if (findings is not { Lost: 0, Doubled: 0, OutOfOrder: 0, SpokenOver: 0 })
            wrong.Add(findings.ToString());
        if (events.OfType<CustomerSaid>().GroupBy(said => said.TurnId).Any(same => same.Count() > 1))
            wrong.Add("a message had two turns");
        if (shown.Count(activity => (string?)activity["from"]?["id"] == "agent" && (string?)activity["type"] == "message") != findings.FromAgents)
            wrong.Add("what an agent was refused is shown all the same");

        var open = (await Tickets.ListOpenAsync(10_000, default)).Where(ticket => ticket.ConversationId == history.Id).ToList();
        if (open.Count > 1)
            wrong.Add($"{open.Count} handoffs are open");
        if (open is [var ticket])
        {
            if ((ticket.State == HandoffState.Accepted) != (ticket.AgentId is not null))
                wrong.Add($"{ticket.State} is held by {ticket.AgentId ?? "nobody"}");
            var hold = stored.State.Handoff;
            if ((hold.TicketId, hold.State) != (ticket.Id, ticket.State) || hold.AgentName != ticket.AgentName)
                wrong.Add($"the conversation says {hold}, the ticket {ticket.State} by {ticket.AgentName}");
        }
        else if (stored.State.Handoff.TicketId is not null)
        {
            wrong.Add("the conversation waits for a handoff that is over");
        }

        return wrong;
    }

    private void Count(string what) => Counts[what] = Counts.GetValueOrDefault(what) + 1;

    private ServiceProvider Build()
    {
        var collection = new ServiceCollection();
        collection.AddLogging();
        collection.AddSingleton<IConfiguration>(new ConfigurationBuilder().Build());
        collection.AddSingleton<TimeProvider>(time);
        collection.AddSingleton<IEmotionDetector>(new ScriptedDetector());
        collection.AddSingleton<IBackOffice>(new ScriptedShop());
        collection.AddSingleton<IContentSource>(new ScriptedContent());
        collection.AddStorage(options => options.Path = engine.File);
        collection.AddBot();
        collection.AddSingleton<AgentLoads>();
        collection.AddSingleton<TicketActions>();
        collection.AddHttpContextAccessor();
        collection.AddSingleton<DeskAudit>();
        return collection.BuildServiceProvider();
    }

    private async Task RunAsync()
    {
        foreach (var service in services.GetServices<IHostedService>())
            await service.StartAsync(default);
    }

    private async Task StopAsync()
    {
        foreach (var service in services.GetServices<IHostedService>().Reverse())
            await service.StopAsync(default);
        await services.DisposeAsync();
    }

    /// <summary>What was done in one conversation, beside what is stored of it.</summary>
    private sealed class History(string id)
    {
        public string Id => id;

        public List<string> Said { get; } = [];

        public Dictionary<string, List<string>> FromAgents { get; } = Agents.ToDictionary(agent => agent.Id, _ => new List<string>());

        public int Words { get; set; }

        public int Refused { get; set; }

        public HandoffTicket? Last { get; set; }

        public List<string> Wrong { get; } = [];
    }
}
