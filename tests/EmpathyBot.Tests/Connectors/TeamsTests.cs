using System.Net;
using System.Text.Json.Nodes;
using EmpathyBot.Domain.Acknowledgements;
using EmpathyBot.Domain.Conversations;

namespace EmpathyBot.Tests.Connectors;

/// <summary>The same bot in Teams: alone with a customer, in a group and in a channel.</summary>
public sealed class TeamsTests : IAsyncLifetime
{
    private ChannelBot bot = null!;

    private string Url => bot.Connector.Url;

    public async Task InitializeAsync() => bot = await ChannelBot.StartAsync();

    public async Task DisposeAsync() => await bot.DisposeAsync();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Who_installs_the_bot_is_greeted_once_in_whatever_order_it_is_told(bool installationFirst)
    {
        JsonObject[] told =
        [
            TeamsShapes.Installed(Url, "f:1", TeamsShapes.Personal, "personal"),
            TeamsShapes.Added(Url, "f:2", TeamsShapes.Personal, "personal", "29:ada", TeamsShapes.Bot),
        ];
        foreach (var activity in installationFirst ? told : [told[1], told[0]])
            Assert.Equal(HttpStatusCode.OK, await bot.PostAsync(activity));
        await bot.PostAsync(TeamsShapes.InPersonal(Url, "1", "shipping"));

        Assert.Equal("[welcome]", (await bot.Connector.NextAsync()).Text);
        Assert.Contains("[article shipping]", (await bot.Connector.NextAsync()).Text);
    }

    [Fact]
    public async Task Told_both_at_once_it_greets_once()
    {
        await Task.WhenAll(
            bot.PostAsync(TeamsShapes.Installed(Url, "f:1", TeamsShapes.Personal, "personal")),
            bot.PostAsync(TeamsShapes.Added(Url, "f:2", TeamsShapes.Personal, "personal", "29:ada", TeamsShapes.Bot)));
        await bot.PostAsync(TeamsShapes.InPersonal(Url, "1", "shipping"));

        Assert.Equal("[welcome]", (await bot.Connector.NextAsync()).Text);
        Assert.Contains("[article shipping]", (await bot.Connector.NextAsync()).Text);
    }

    [Fact]
    public async Task A_team_is_greeted_when_the_bot_comes_and_not_when_others_do_or_the_app_is_upgraded()
    {
        const string general = "19:general@thread.tacv2";
        await bot.PostAsync(TeamsShapes.Added(Url, "f:1", general, "channel", "29:new-colleague"));
        await bot.PostAsync(TeamsShapes.Installed(Url, "f:2", general, "channel", "add-upgrade"));
        await bot.PostAsync(TeamsShapes.Installed(Url, "f:3", general, "channel", "remove"));
        await bot.PostAsync(TeamsShapes.Added(Url, "f:4", general, "channel", TeamsShapes.Bot));

        var greeting = await bot.Connector.NextAsync();
        Assert.Equal(("[welcome-shared]", "f:4"), (greeting.Text, greeting.ReplyToId));
        Assert.Empty(bot.Connector.Rest());
    }

    [Fact]
    public async Task The_bot_s_own_mention_is_no_part_of_what_was_said_and_a_colleague_s_name_is()
    {
        var activity = TeamsShapes.InChannel(Url, "1", "what does <at>Bo Berg</at> know about shipping?");
        activity["entities"]!.AsArray().Add(TeamsShapes.Mention("29:bo", "Bo Berg"));
        await bot.PostAsync(activity);

        Assert.Contains("[article shipping]", (await bot.Connector.NextAsync()).Text);
        var said = Assert.Single((await bot.Store.ReadEventsAsync(TeamsShapes.Channel, default)).OfType<CustomerSaid>());
        Assert.Equal("what does Bo Berg know about shipping?", said.Text);
        var stored = (await bot.Store.ReadStreamAsync(TeamsShapes.Channel, 0, 10, default))[0].Json;
        Assert.DoesNotContain("text/html", stored, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("shipping?", "[article shipping]")]
    [InlineData("SHIPPING TAKES FOREVER", "[go-private]")]
    [InlineData("where is my order?", "[go-private]")]
    [InlineData("I want a human", "[go-private]")]
    [InlineData("my lawyer will hear of shipping", "[go-private]")]
    [InlineData("I will end it all", "[go-private-at-risk]")]
    [InlineData("forget me", "[go-private]")]
    [InlineData("gibberish", "[ask-rephrase]")]
    public async Task In_front_of_others_nothing_personal_is_answered(string text, string answer)
    {
        foreach (var conversation in new[] { TeamsShapes.Channel, TeamsShapes.Group })
        {
            await bot.PostAsync(TeamsShapes.InChannel(Url, $"1-{conversation[3]}", text, conversation: conversation));
            Assert.Equal(answer, (await bot.Connector.NextAsync()).Text);

            var events = await bot.Store.ReadEventsAsync(conversation, default);
            Assert.All(events.OfType<CustomerSaid>(), said => Assert.Null(said.Reading));
            Assert.All(events.OfType<Acknowledged>(), acknowledged => Assert.Equal(AcknowledgementAct.None, acknowledged.Act));
            var state = await bot.StateAsync(conversation);
            Assert.True(state is { IsShared: true, Unremembered: true, Handoff.TicketId: null });
        }
    }

    [Fact]
    public async Task A_card_s_answer_has_no_text_and_is_understood()
    {
        await bot.PostAsync(TeamsShapes.Submit(Url, "1", new JsonObject { ["answer"] = "shipping" }));
        Assert.Contains("[article shipping]", (await bot.Connector.NextAsync()).Text);

        await bot.PostAsync(TeamsShapes.Submit(Url, "2", new JsonObject { ["unknown"] = 7 }));
        Assert.Equal("2", (await bot.Connector.NextAsync()).ReplyToId);
    }

    [Fact]
    public async Task A_handover_sends_words_and_no_events()
    {
        await bot.PostAsync(TeamsShapes.InPersonal(Url, "1", "I want a human"));
        Assert.Equal("message", (await bot.Connector.NextAsync()).Type);
        await bot.PostAsync(TeamsShapes.InPersonal(Url, "2", "shipping"));
        var next = await bot.Connector.NextAsync();
        Assert.Equal(("message", "2"), (next.Type, next.ReplyToId));
        Assert.NotNull((await bot.StateAsync(TeamsShapes.Personal)).Handoff.TicketId);
    }

    [Fact]
    public async Task What_an_agent_writes_hours_later_goes_to_the_conversation_that_was_kept()
    {
        await bot.PostAsync(TeamsShapes.InPersonal(Url, "1", "I want a human"));
        await bot.Connector.NextAsync();
        await AgentSaysAsync("I found it.");

        var call = await bot.Connector.NextAsync();
        Assert.Equal(("POST", "/emea/v3/conversations/a%3A1pL6i0oY3C0K8oAj8/activities", "Mira: I found it.", "Bearer token-1"), (call.Method, call.Path, call.Text, call.Authorization));
        Assert.Equal((TeamsShapes.Bot, "29:ada"), ((string?)call.Body["from"]!["id"], (string?)call.Body["recipient"]!["id"]));
    }

    [Fact]
    public async Task An_agent_whose_words_reach_nobody_is_told_so_in_a_note()
    {
        await bot.PostAsync(TeamsShapes.InPersonal(Url, "1", "I want a human"));
        await bot.Connector.NextAsync();
        bot.Connector.Next.Enqueue(FakeConnector.Blocked);
        await AgentSaysAsync("I found it.");

        var note = await bot.UntilAsync<NoteWritten>(TeamsShapes.Personal);
        Assert.StartsWith("\"Mira: I found it.\" did not reach the customer: they blocked or removed the bot", note.Text);
    }

    private async Task AgentSaysAsync(string text)
    {
        var stored = (await bot.Store.FindAsync(TeamsShapes.Personal, default))!;
        var (id, now) = (WireActivity.NewId(stored.Id), TimeProvider.System.GetUtcNow().AddHours(5));
        ConversationEvent said = new AgentSaid(id, now, "mira", "Mira", text);
        Assert.True(await bot.Store.CommitAsync(
            new TurnCommit
            {
                ConversationId = stored.Id, Version = stored.Version, State = stored.State.Apply(said), Events = [said],
                Activities = [new OutgoingActivity(id, WireActivity.AgentMessage(stored.Id, id, "Mira", $"Mira: {text}", now).ToJsonString(), stored.IsCalled)],
            },
            default));
    }

    [Fact]
    public async Task A_message_that_bears_the_name_of_our_own_events_is_a_message()
    {
        var activity = TeamsShapes.InPersonal(Url, "1", "shipping");
        activity["name"] = "ContinueConversation";
        await bot.PostAsync(activity);
        Assert.Contains("[article shipping]", (await bot.Connector.NextAsync()).Text);
    }

    [Theory]
    [InlineData("msteams")]
    [InlineData("directline")]
    public async Task A_channel_cannot_write_into_the_website_s_conversations(string channel)
    {
        await bot.Store.CreateAsync(new NewConversation("website-1", "directline", "dl_ada", "en", [], Conversation.Begin("website-1", "directline", "en"), []), default);
        var activity = TeamsShapes.InPersonal(Url, "1", "shipping");
        (activity["conversation"]!["id"], activity["channelId"]) = ("website-1", channel);

        Assert.Equal(HttpStatusCode.OK, await bot.PostAsync(activity, bot.Token(token => token.ChannelId = channel)));
        Assert.Empty(await bot.Store.ReadStreamAsync("website-1", 0, 10, default));
    }

    [Theory]
    [InlineData("""[{"type":"mention"}]""")]
    [InlineData("""[{"type":"mention","mentioned":"me"}]""")]
    [InlineData("""[{"type":"mention","mentioned":{"id":"x"},"text":7}]""")]
    [InlineData("""[7]""")]
    [InlineData("""{}""")]
    public async Task Mentions_of_another_shape_are_refused(string entities)
    {
        var activity = TeamsShapes.InPersonal(Url, "1", "shipping");
        activity["entities"] = JsonNode.Parse(entities);
        Assert.Equal(HttpStatusCode.BadRequest, await bot.PostAsync(activity));
    }
}
