using System.Net;
using System.Text.Json.Nodes;
using EmpathyBot.Bot.Handoffs;
using EmpathyBot.Domain.Conversations;
using EmpathyBot.Domain.Handoffs;
using EmpathyBot.Tests.Bot;
using EmpathyBot.Tests.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace EmpathyBot.Tests.Handoffs;

/// <summary>Handing over to another engagement hub, which speaks only the documented events.</summary>
public sealed class HubTests
{
    private readonly SettableTime time = new();
    private readonly FakeHub hub = new();

    [Fact]
    public async Task A_handoff_is_posted_to_the_hub_with_the_brief_as_an_object_and_the_transcript()
    {
        await using var bot = await StartAsync();
        await bot.SayAsync("c1", "where is it? Write to eva.lind@example.com");
        await bot.SayAsync("c1", "a human please");

        var (request, activity) = await hub.NextRequestAsync();

        Assert.Equal($"Bearer {FakeHub.Key}", request.Headers.Authorization!.ToString());
        Assert.Equal((string?)activity["id"], Assert.Single(request.Headers.GetValues("Idempotency-Key")));
        Assert.Equal(("event", "handoff.initiate", "c1"), ((string?)activity["type"], (string?)activity["name"], (string?)activity["conversation"]!["id"]));
        Assert.Equal(("c1", "https://support.example/api/hub"), ((string?)activity["relatesTo"]!["conversation"]!["id"], (string?)activity["serviceUrl"]));
        var value = activity["value"]!.AsObject();
        var ticket = (await bot.Tickets.FindOpenAsync("c1", default))!;
        Assert.Equal((ticket.Id, "asked-for-person"), ((string?)value["ticket"], (string?)value["reason"]));
        Assert.NotEmpty(value["headline"]!["text"]!.ToString());
        Assert.Equal("https://support.example/desk#/conversations/c1", (string?)value["desk"]);
        var transcript = Assert.Single(activity["attachments"]!.AsArray())!;
        Assert.Equal(("Transcript", "application/json"), ((string?)transcript["name"], (string?)transcript["contentType"]));
        Assert.Contains(transcript["content"]!["activities"]!.AsArray(), said => (string?)said!["text"] == "a human please" && (string?)said["from"]!["role"] == "user");
        Assert.DoesNotContain("eva.lind@", activity.ToJsonString());
        Assert.DoesNotContain("dl_user", activity.ToJsonString());
    }

    [Fact]
    public async Task The_customers_stream_learns_ticket_and_state_and_nothing_of_the_brief()
    {
        await using var bot = await HandedOverAsync();

        await FakeHub.ReportAsync(bot, "accepted");

        var events = (await StreamAsync(bot)).Where(activity => (string?)activity["type"] == "event").ToList();
        Assert.Equal(["queued", "accepted"], events.Select(activity => (string?)activity["value"]!["state"]));
        Assert.All(events, activity => Assert.Equal(["ticket", "state"], activity["value"]!.AsObject().Select(property => property.Key)));
    }

    [Theory]
    [InlineData("accepted")]
    [InlineData(" Accepted ")]
    [InlineData("ACCEPTED")]
    public async Task A_person_of_the_hub_takes_it_and_words_go_both_ways(string state)
    {
        await using var bot = await HandedOverAsync();

        var (status, body) = await FakeHub.ReportAsync(bot, state, "Hello, I have read it.");
        await bot.SayAsync("c1", "thank you, Ana");
        var relayed = await hub.NextAsync();

        Assert.Equal((200, "accepted"), (status, (string?)body["outcome"]));
        Assert.Equal(["[handoff-accepted]", "Hello, I have read it."], (await SaidAsync(bot)).TakeLast(3).Take(2));
        Assert.Equal(("message", "thank you, Ana", "user"), ((string?)relayed["type"], (string?)relayed["text"], (string?)relayed["from"]!["role"]));
        var ticket = (await bot.Tickets.FindOpenAsync("c1", default))!;
        Assert.Equal((HandoffState.Accepted, "Ana", true), (ticket.State, ticket.AgentName, ticket.AtHub));
        Assert.True((await bot.StateAsync("c1")).Handoff.IsHeldByPerson);
    }

    [Fact]
    public async Task Words_of_the_hubs_person_are_said_once_however_often_they_come()
    {
        await using var bot = await HandedOverAsync();
        await FakeHub.ReportAsync(bot, "accepted");
        const string words = """{"type":"message","id":"m1","text":"I see the parcel.","from":{"name":"Ana"},"conversation":{"id":"c1"}}""";

        Assert.Equal("said", (string?)(await FakeHub.PostAsync(bot, words)).Body["outcome"]);
        Assert.Equal(HubReports.Unchanged, (string?)(await FakeHub.PostAsync(bot, words)).Body["outcome"]);

        var shown = Assert.Single(await StreamAsync(bot), activity => (string?)activity["text"] == "I see the parcel.");
        Assert.Equal(("agent", "Ana", "plain"), ((string?)shown["from"]!["id"], (string?)shown["from"]!["name"], (string?)shown["textFormat"]));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task When_they_are_done_the_bot_has_the_conversation_again(bool toldOfTaking)
    {
        await using var bot = await HandedOverAsync();
        if (toldOfTaking)
            await FakeHub.ReportAsync(bot, "accepted");

        await FakeHub.ReportAsync(bot, "completed", "Search opened.", "s2");
        await FakeHub.ReportAsync(bot, "completed", "Search opened.", "s2");

        Assert.Equal("[handoff-returned]", (await SaidAsync(bot))[^1]);
        Assert.Single(await SaidAsync(bot), "[handoff-returned]");
        Assert.Equal(HandoffHold.None, (await bot.StateAsync("c1")).Handoff);
        Assert.Equal(["[article shipping]"], await bot.SayAsync("c1", "what does shipping cost?"));
        Assert.False(hub.HasMore);
    }

    [Fact]
    public async Task What_the_hub_cannot_take_is_at_our_own_desk_and_the_customer_is_told()
    {
        await using var bot = await HandedOverAsync();

        await FakeHub.ReportAsync(bot, "failed", "no agent with this skill");

        var ticket = (await bot.Tickets.FindOpenAsync("c1", default))!;
        Assert.Equal((HandoffState.Queued, false), (ticket.State, ticket.AtHub));
        Assert.Equal("[handoff-hub-failed]", (await SaidAsync(bot))[^1]);
        Assert.True((await bot.StateAsync("c1")).Handoff is { IsWaiting: true, AtHub: false });
        Assert.Single((await bot.Store.ReadEventsAsync("c1", default)).OfType<NoteWritten>(), note => note.Text == "no agent with this skill");
        Assert.DoesNotContain(await SaidAsync(bot), said => said.Contains("skill", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(HttpStatusCode.BadRequest)]
    [InlineData(HttpStatusCode.Unauthorized)]
    [InlineData(HttpStatusCode.Redirect)]
    public async Task A_hub_that_refuses_gives_the_customer_back_at_once(HttpStatusCode refusal)
    {
        hub.Answer = refusal;
        await using var bot = await HandedOverAsync();

        await UntilAsync(bot, async () => (await bot.Tickets.FindOpenAsync("c1", default))!.AtHub == false);

        Assert.Equal("[handoff-hub-failed]", (await SaidAsync(bot))[^1]);
        Assert.False(hub.HasMore);
    }

    [Theory]
    [InlineData(HttpStatusCode.ServiceUnavailable)]
    [InlineData(null)]
    public async Task A_hub_that_is_down_is_tried_again_with_the_same_id_also_after_a_restart_and_then_given_up(HttpStatusCode? answer)
    {
        hub.Answer = answer;
        await using var bot = await StartAsync();
        await bot.SayAsync("c1", "a human please");
        List<string?> ids = [(string?)(await hub.NextAsync())["id"]];

        await bot.RestartAsync();
        for (var attempt = 2; attempt <= HubDelivery.MostAttempts; attempt++)
        {
            time.Pass(TimeSpan.FromMinutes(1));
            await bot.Services.GetRequiredService<HubDelivery>().DeliverAsync(default);
            ids.Add((string?)(await hub.NextAsync())["id"]);
        }

        await UntilAsync(bot, async () => (await bot.Tickets.FindOpenAsync("c1", default))!.AtHub == false);
        Assert.Single(ids.Distinct());
        Assert.Single(await SaidAsync(bot), "[handoff-hub-failed]");
    }

    [Fact]
    public async Task A_hub_that_comes_back_gets_what_waited_in_order()
    {
        hub.Answer = null;
        await using var bot = await StartAsync();
        await bot.SayAsync("c1", "a human please");
        await hub.NextAsync();
        await bot.SayAsync("c1", "it is order 10005");
        hub.Answer = HttpStatusCode.OK;
        time.Pass(TimeSpan.FromSeconds(30));
        await bot.Services.GetRequiredService<HubDelivery>().DeliverAsync(default);

        List<string?> types = [];
        while (types.LastOrDefault() != "message")
            types.Add((string?)(await hub.NextAsync())["type"]);

        Assert.Equal("event", types[0]);
        Assert.True((await bot.Tickets.FindOpenAsync("c1", default))!.AtHub);
    }

    [Fact]
    public async Task Unknown_states_and_what_is_not_understood_are_taken_and_change_nothing()
    {
        await using var bot = await HandedOverAsync();
        var before = await SaidAsync(bot);

        foreach (var body in new[]
        {
            """{"type":"event","name":"handoff.status","conversation":{"id":"c1"},"value":{"state":"snoozed"}}""",
            """{"type":"event","name":"handoff.status","conversation":{"id":"c1"},"value":{"state":7}}""",
            """{"type":"event","name":"handoff.status","conversation":{"id":"c1"},"value":"accepted"}""",
            """{"type":"event","name":"handoff.status","conversation":{"id":"c1"}}""",
            """{"type":"event","name":"something.else","conversation":{"id":"c1"},"value":{"state":"accepted"}}""",
            """{"type":"typing","conversation":{"id":"c1"}}""",
            """{"type":"message","text":"before anyone took it","conversation":{"id":"c1"}}""",
            """{"type":"message","conversation":{"id":"c1"}}""",
            """{"type":"event","name":"handoff.status","conversation":{"id":"nobody's"},"value":{"state":"accepted"}}""",
        })
            Assert.Equal((200, HubReports.Unchanged), await OutcomeAsync(bot, body));

        Assert.Equal(before, await SaidAsync(bot));
        Assert.Equal(HandoffState.Queued, (await bot.Tickets.FindOpenAsync("c1", default))!.State);
    }

    [Theory]
    [InlineData("")]
    [InlineData("not json")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"type":"event"}""")]
    [InlineData("""{"type":7,"conversation":{"id":"c1"}}""")]
    [InlineData("""{"type":"event","conversation":"c1"}""")]
    [InlineData("""{"type":"event","conversation":{"id":""}}""")]
    public async Task What_is_no_activity_is_refused_with_a_sentence(string body)
    {
        await using var bot = await StartAsync();

        var (status, answer) = await FakeHub.PostAsync(bot, body);

        Assert.Equal(400, status);
        Assert.StartsWith("Send one activity as a JSON object", (string?)answer["error"]!["message"]);
    }

    [Fact]
    public async Task Too_large_a_body_is_refused()
    {
        await using var bot = await StartAsync();

        var body = $$"""{"type":"message","conversation":{"id":"c1"},"text":"{{new string('x', 300_000)}}"}""";

        Assert.Equal(400, (await FakeHub.PostAsync(bot, body)).Status);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("another key that is just as long, sure")]
    [InlineData(FakeHub.Key)]
    public async Task Nobody_without_the_hubs_key_is_heard(string? key)
    {
        await using var bot = await HandedOverAsync();

        var (status, _) = await FakeHub.PostAsync(
            bot, """{"type":"event","name":"handoff.status","conversation":{"id":"c1"},"value":{"state":"accepted"}}""", key);

        Assert.Equal(401, status);
        Assert.Equal(HandoffState.Queued, (await bot.Tickets.FindOpenAsync("c1", default))!.State);
    }

    [Fact]
    public async Task Without_a_hub_the_address_says_so_and_handoffs_stay_at_the_desk()
    {
        await using var bot = await BotHarness.StartAsync();
        await bot.BeginAsync();
        await bot.SayAsync("c1", "a human please");

        Assert.Equal(404, (await FakeHub.PostAsync(bot, "{}")).Status);
        Assert.False((await bot.Tickets.FindOpenAsync("c1", default))!.AtHub);
        Assert.Empty(await bot.Services.GetRequiredService<IHubOutbox>().DueAsync(DateTimeOffset.MaxValue, 10, default));
    }

    [Fact]
    public async Task The_hub_is_told_when_the_customer_leaves_the_queue()
    {
        await using var bot = await HandedOverAsync();

        await bot.SayAsync("c1", "stop waiting");

        Assert.Equal("endOfConversation", (string?)(await hub.NextAsync())["type"]);
        Assert.Equal(HubReports.Unchanged, (string?)(await FakeHub.ReportAsync(bot, "accepted")).Body["outcome"]);
    }

    [Fact]
    public async Task No_mood_goes_to_the_hub_of_a_customer_who_wants_none_read()
    {
        await using var bot = await StartAsync();
        await bot.SayAsync("c1", "THIS IS ENOUGH NOW, a human please");
        var before = await hub.NextAsync();

        await bot.SayAsync("c1", "stop reading my mood");
        await hub.NextAsync();
        var after = await hub.NextAsync();

        Assert.NotNull(before["value"]!["emotion"]);
        Assert.Equal("handoff.initiate", (string?)after["name"]);
        Assert.Null(after["value"]!["emotion"]);
        Assert.NotEqual((string?)before["id"], (string?)after["id"]);
    }

    [Fact]
    public async Task In_Teams_no_event_is_ever_shown()
    {
        await using var bot = await StartAsync(channel: "msteams");
        await bot.SayAsync("c1", "a human please");
        await hub.NextAsync();

        await FakeHub.ReportAsync(bot, "accepted", "Hello.");
        await FakeHub.ReportAsync(bot, "completed", id: "s2");

        Assert.All(await StreamAsync(bot), activity => Assert.Equal("message", (string?)activity["type"]));
        Assert.Contains(await SaidAsync(bot), text => text.EndsWith(": Hello.", StringComparison.Ordinal));
    }

    private async Task<BotHarness> StartAsync(string channel = "directline")
    {
        var bot = await BotHarness.StartAsync(time: time, handoffs: FakeHub.Configure, emptyDesk: true, more: hub.Join);
        if (channel == "directline")
            await bot.BeginAsync();
        else
            await bot.Store.CreateAsync(new NewConversation("c1", channel, "dl_user", "en", [], Conversation.Begin("c1", channel, "en"), []), default);
        return bot;
    }

    private async Task<BotHarness> HandedOverAsync()
    {
        var bot = await StartAsync();
        await bot.SayAsync("c1", "a human please");
        await hub.NextAsync();
        return bot;
    }

    private static async Task<(int, string?)> OutcomeAsync(BotHarness bot, string body)
    {
        var (status, answer) = await FakeHub.PostAsync(bot, body);
        return (status, (string?)answer["outcome"]);
    }

    private static async Task<List<JsonObject>> StreamAsync(BotHarness bot) =>
        [.. (await bot.Store.ReadStreamAsync("c1", 0, 1000, default)).Select(stored => JsonNode.Parse(stored.Json)!.AsObject())];

    /// <summary>All that the customer was told after the welcome.</summary>
    private static async Task<List<string>> SaidAsync(BotHarness bot) =>
    [
        .. (await StreamAsync(bot)).Where(activity => (string?)activity["type"] == "message" && (string?)activity["text"] != "[welcome]")
            .Select(activity => (string)activity["text"]!),
    ];

    /// <summary>Waits for something to be committed that makes it so.</summary>
    private static async Task UntilAsync(BotHarness bot, Func<Task<bool>> isSo)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        using var news = new SemaphoreSlim(0);
        using var listening = bot.Services.GetRequiredService<IConversationFeed>().Listen("c1", _ => news.Release());
        while (!await isSo())
            await news.WaitAsync(limit.Token);
    }
}
