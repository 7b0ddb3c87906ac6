using System.Text.Json.Nodes;
using EmpathyBot.Domain.Conversations;
using EmpathyBot.Tests.Storage;

namespace EmpathyBot.Tests.Bot;

/// <summary>Three bots on one PostgreSQL: any of them serves any customer.</summary>
[Trait(PostgresEngine.Needs, PostgresEngine.Server)]
public sealed class ManyNodesTests : IAsyncLifetime
{
    private readonly PostgresEngine _engine = new();
    private readonly List<BotHarness> _nodes = [];

    public async Task InitializeAsync()
    {
        var connection = await _engine.ConnectionAsync();
        for (var node = 0; node < 3; node++)
            _nodes.Add(await BotHarness.StartAsync(postgreSql: connection));
    }

    public async Task DisposeAsync()
    {
        foreach (var node in _nodes)
            await node.DisposeAsync();
        await _engine.DisposeAsync();
    }

    [Fact]
    public async Task A_message_posted_at_one_node_is_answered_for_who_listens_at_another()
    {
        await _nodes[0].BeginAsync();

        var turnId = await _nodes[0].AcceptAsync("c1", "where is it?");

        Assert.NotEmpty(await _nodes[2].AnswersAsync("c1", turnId));
    }

    [Fact]
    public async Task Messages_posted_at_all_nodes_at_once_are_answered_once_each_and_in_order()
    {
        const int Messages = 8;
        string[] conversations = ["c1", "c2", "c3"];
        foreach (var conversation in conversations)
            await _nodes[0].BeginAsync(conversation);

        var posted = await Task.WhenAll(conversations.SelectMany(conversation => Enumerable.Range(0, Messages).Select(async number =>
            (Conversation: conversation, Turn: await _nodes[number % 3].AcceptAsync(conversation, $"message {number}")))));
        foreach (var (conversation, turn) in posted)
            await _nodes[1].AnswersAsync(conversation, turn);

        foreach (var conversation in conversations)
        {
            var stream = (await _nodes[1].Store.ReadStreamAsync(conversation, 0, 1000, default)).Select(stored => JsonNode.Parse(stored.Json)!.AsObject()).ToList();
            var written = stream.Where(activity => (string?)activity["from"]?["role"] == "user").Select(activity => (string)activity["id"]!).ToList();
            var answered = stream.Select(activity => (string?)activity["replyToId"]).OfType<string>().ToList();
            Assert.Equal(written, (await _nodes[1].Store.ReadEventsAsync(conversation, default)).OfType<CustomerSaid>().Select(said => said.TurnId));
            Assert.Equal(written, answered.Distinct());
            Assert.Equal(stream.Count, stream.Select(activity => (string)activity["id"]!).Distinct().Count());
        }
    }

    [Fact]
    public async Task What_a_killed_node_had_accepted_is_answered_by_another()
    {
        await _nodes[0].BeginAsync();
        await using var killed = await StorageNode.SilentAsync(_engine);
        var id = WireActivity.NewId("c1");
        var message = new JsonObject
        {
            ["type"] = "message", ["id"] = id, ["text"] = "where is it?", ["channelId"] = "directline",
            ["from"] = new JsonObject { ["id"] = "dl_user", ["role"] = "user" }, ["conversation"] = new JsonObject { ["id"] = "c1" },
        };
        await killed.Conversations.AcceptAsync(new InboundActivity("c1", id, null, message.ToJsonString(), true, true), default);

        Assert.NotEmpty(await _nodes[1].AnswersAsync("c1", id));
    }

    [Fact]
    public async Task A_node_that_is_stopped_and_one_that_begins_are_not_noticed()
    {
        await _nodes[0].BeginAsync();
        var turns = new List<string>();
        foreach (var node in _nodes)
        {
            turns.Add(await node.AcceptAsync("c1", "where is it?"));
            await node.RestartAsync();
        }

        foreach (var turn in turns)
            Assert.NotEmpty(await _nodes[0].AnswersAsync("c1", turn));
    }
}
