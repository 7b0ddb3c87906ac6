using System.Net;
using System.Text.Json.Nodes;
using EmpathyBot.Domain.Conversations;
using EmpathyBot.Domain.Handoffs;
using EmpathyBot.Domain.Solving;

namespace EmpathyBot.Tests.AgentDesk;

public class HandoffStoryTests
{
    [Fact]
    public async Task Taken_talked_and_closed_the_whole_way()
    {
        await using var host = await DeskHost.StartAsync();
        await host.QueuedAsync();
        var desk = await host.SignInAsync();

        var taken = await desk.PostAsync("handoffs/h-c1/accept");
        var said = await desk.PostAsync("handoffs/h-c1/messages", """{"text":"  I am looking at it.  "}""");
        var closed = await desk.PostAsync("handoffs/h-c1/close", """{"outcome":"solved","note":"refund sent"}""");

        Assert.Equal("accepted", (string?)taken.Json["state"]);
        Assert.NotEmpty((string)said.Json["id"]!);
        Assert.Equal("solved", (string?)closed.Json["outcome"]);
        Assert.Equal(
            ["event handoff accepted", "message empathybot handoff-accepted: Mira", "message agent I am looking at it.", "event handoff closed", "message empathybot handoff-closed: Mira\n\nfeedback-question: Mira"],
            (await host.StreamAsync()).Select(Told));

        var ticket = await host.TicketAsync();
        Assert.Equal((HandoffState.Closed, HandoffOutcome.Solved, "refund sent"), (ticket.State, ticket.Outcome!.Value, ticket.Note));
        var state = (await host.FoundAsync()).State;
        Assert.Equal(HandoffHold.None, state.Handoff);
        Assert.True(state.Episode.Ended);
    }

    [Theory]
    [InlineData("solved", true)]
    [InlineData("partly", true)]
    [InlineData("unsolved", false)]
    [InlineData("callback", false)]
    public async Task Who_was_helped_is_asked_once_how_it_went_with_ratings_to_press(string outcome, bool asked)
    {
        await using var host = await DeskHost.StartAsync();
        await host.QueuedAsync();
        var desk = await host.SignInAsync();
        await desk.PostAsync("handoffs/h-c1/accept");

        await desk.PostAsync("handoffs/h-c1/close", $$"""{"outcome":"{{outcome}}"}""");

        var last = (await host.StreamAsync())[^1];
        Assert.Equal(asked ? 5 : 0, last["suggestedActions"]?["actions"]?.AsArray().Count ?? 0);
        Assert.Equal(asked, (await host.FoundAsync()).State.IsFeedbackAsked);
    }

    [Fact]
    public async Task What_became_of_answers_and_how_it_went_stand_in_the_conversation()
    {
        await using var host = await DeskHost.StartAsync();
        await host.QueuedAsync();
        var at = host.Time.GetUtcNow();
        await host.HappensAsync(
            "c1", new ResolutionRecorded("c1|2", at, Resolution.Failed, "said-no", "returns"), new FeedbackGiven("c1|3", at, 4, null),
            new FeedbackGiven("c1|4", at, null, "quick, my password is hunter2"));
        var desk = await host.SignInAsync();

        var conversation = (await desk.GetAsync("conversations/c1")).Json;

        var known = Assert.Single(conversation["resolutions"]!.AsArray())!;
        Assert.Equal(("failed", "said-no", "returns", "c1|2"), ((string?)known["outcome"], (string?)known["reason"], (string?)known["matter"], (string?)known["turnId"]));
        Assert.Equal((4, "quick, my password is [password]"), ((int)conversation["feedback"]!["rating"]!, (string?)conversation["feedback"]!["words"]));
    }

    [Fact]
    public async Task The_customer_is_told_of_the_handoff_its_ticket_and_state_and_nothing_else()
    {
        await using var host = await DeskHost.StartAsync();
        await host.QueuedAsync();
        var desk = await host.SignInAsync();
        await desk.PostAsync("handoffs/h-c1/accept");

        var told = (await host.StreamAsync())[0];

        Assert.Equal("""{"ticket":"h-c1","state":"accepted"}""", told["value"]!.ToJsonString());
    }

    [Fact]
    public async Task While_a_person_holds_it_the_conversation_says_so()
    {
        await using var host = await DeskHost.StartAsync();
        await host.QueuedAsync();
        var desk = await host.SignInAsync();

        await desk.PostAsync("handoffs/h-c1/accept");

        var hold = (await host.FoundAsync()).State.Handoff;
        Assert.True(hold.IsHeldByPerson);
        Assert.Equal("Mira", hold.AgentName);
    }

    [Fact]
    public async Task An_agents_words_stand_under_their_name_as_plain_text()
    {
        await using var host = await DeskHost.StartAsync();
        await host.QueuedAsync();
        var desk = await host.SignInAsync("Joel");
        await desk.PostAsync("handoffs/h-c1/accept");

        await desk.PostAsync("handoffs/h-c1/messages", """{"text":"<b>Hi</b> & *hello*\nsecond line"}""");

        var message = (await host.StreamAsync())[^1];
        Assert.Equal("<b>Hi</b> & *hello*\nsecond line", (string?)message["text"]);
        Assert.Equal("plain", (string?)message["textFormat"]);
        Assert.Equal("Joel", (string?)message["from"]!["name"]);
    }

    [Fact]
    public async Task Going_back_to_the_assistant_opens_a_new_matter()
    {
        await using var host = await DeskHost.StartAsync();
        await host.QueuedAsync();
        var desk = await host.SignInAsync();
        await desk.PostAsync("handoffs/h-c1/accept");

        var returned = await desk.PostAsync("handoffs/h-c1/return", """{"note":"only wanted the status"}""");

        Assert.Equal("returned", (string?)returned.Json["state"]);
        Assert.Equal("handoff-returned: Mira", (string?)(await host.StreamAsync())[^1]["text"]);
        await host.HappensAsync("c1", new CustomerSaid("c1|9", host.Time.GetUtcNow(), "And gift cards?", null, []));
        Assert.Equal(2, (await host.FoundAsync()).State.Episode.Number);
    }

    [Fact]
    public async Task Going_back_with_a_word_has_the_assistant_pass_it_on_as_it_was_written()
    {
        await using var host = await DeskHost.StartAsync();
        await host.QueuedAsync();
        var desk = await host.SignInAsync();
        await desk.PostAsync("handoffs/h-c1/accept");

        await desk.PostAsync("handoffs/h-c1/return", """{"note":"refund 7","word":"  The *refund* is on its way.  "}""");

        var told = (await host.StreamAsync())[^1];
        Assert.Equal(("handoff-returned-word: Mira (The *refund* is on its way.)", "plain"), ((string?)told["text"], (string?)told["textFormat"]));
        Assert.Equal("refund 7", (await host.TicketAsync()).Note);
    }

    [Fact]
    public async Task A_transfer_waits_for_a_colleague_who_takes_it()
    {
        await using var host = await DeskHost.StartAsync();
        await host.QueuedAsync();
        var (mira, joel) = (await host.SignInAsync("Mira"), await host.SignInAsync("Joel"));
        await mira.PostAsync("handoffs/h-c1/accept");

        var passed = await mira.PostAsync("handoffs/h-c1/transfer", """{"to":"Billing"}""");
        Assert.Equal(("transferred", "Billing"), ((string?)passed.Json["state"], (string?)passed.Json["transferredTo"]));
        Assert.Equal("not-held", (await mira.PostAsync("handoffs/h-c1/messages", """{"text":"one more thing"}""")).ErrorCode);

        Assert.Equal("handoff-transferred: Mira", (string?)(await host.StreamAsync())[^1]["text"]);

        var taken = await joel.PostAsync("handoffs/h-c1/accept");
        Assert.Equal("Joel", (string?)taken.Json["agentName"]);
        Assert.True((await host.FoundAsync()).State.Handoff.IsHeldByPerson);
    }

    [Fact]
    public async Task Typing_passes_by_and_is_never_stored()
    {
        await using var host = await DeskHost.StartAsync();
        await host.QueuedAsync();
        var desk = await host.SignInAsync();
        await desk.PostAsync("handoffs/h-c1/accept");
        var before = (await host.StreamAsync()).Count;
        var passing = new TaskCompletionSource<string>();
        using var listening = host.Feed.Listen("c1", notice =>
        {
            if (notice.PassingActivityJson is { } json)
                passing.TrySetResult(json);
        });

        Assert.Equal(HttpStatusCode.OK, (await desk.PostAsync("handoffs/h-c1/typing")).Status);

        var shown = JsonNode.Parse(await passing.Task)!;
        Assert.Equal(("typing", "Mira"), ((string?)shown["type"], (string?)shown["from"]!["name"]));
        Assert.Equal(before, (await host.StreamAsync()).Count);
    }

    [Fact]
    public async Task On_another_channel_messages_are_delivered_and_events_are_not_sent()
    {
        await using var host = await DeskHost.StartAsync();
        await host.QueuedAsync(channel: "msteams");
        var desk = await host.SignInAsync();

        await desk.PostAsync("handoffs/h-c1/accept");
        await desk.PostAsync("handoffs/h-c1/messages", """{"text":"Hello"}""");

        var stream = await host.StreamAsync();
        Assert.Equal(["message", "message"], stream.Select(activity => (string?)activity["type"]));
        Assert.All(stream, activity => Assert.Equal("msteams", (string?)activity["channelId"]));
        // There every word is shown as the bot's own: who speaks stands in it.
        Assert.Equal("Mira: Hello", (string?)stream[^1]["text"]);
    }

    [Fact]
    public async Task A_message_sent_again_with_its_key_is_said_once()
    {
        await using var host = await DeskHost.StartAsync();
        await host.QueuedAsync();
        var desk = await host.SignInAsync();
        await desk.PostAsync("handoffs/h-c1/accept");

        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => desk.PostAsync("handoffs/h-c1/messages", """{"text":"Once"}""", key: "k1")));

        Assert.Single(answers.Select(answer => (string?)answer.Json["id"]).Distinct());
        Assert.Single(await host.StreamAsync(), activity => (string?)activity["text"] == "Once");
        await desk.PostAsync("handoffs/h-c1/messages", """{"text":"Once"}""", key: "k2");
        Assert.Equal(2, (await host.StreamAsync()).Count(activity => (string?)activity["text"] == "Once"));
    }

    [Theory]
    [InlineData("accept", null)]
    [InlineData("close", """{"outcome":"solved"}""")]
    [InlineData("return", "{}")]
    public async Task An_act_sent_again_is_done_and_changes_nothing(string verb, string? body)
    {
        await using var host = await DeskHost.StartAsync();
        await host.QueuedAsync();
        var desk = await host.SignInAsync();
        await desk.PostAsync("handoffs/h-c1/accept");
        Assert.Equal(HttpStatusCode.OK, (await desk.PostAsync($"handoffs/h-c1/{verb}", body)).Status);
        var before = (await host.StreamAsync()).Count;

        Assert.Equal(HttpStatusCode.OK, (await desk.PostAsync($"handoffs/h-c1/{verb}", body)).Status);

        Assert.Equal(before, (await host.StreamAsync()).Count);
    }

    private static string Told(JsonNode activity) => (string?)activity["type"] == "event"
        ? $"event {activity["name"]} {activity["value"]!["state"]}"
        : $"message {activity["from"]!["id"]} {activity["text"]}";
}
