using System.Text.Json.Nodes;
using EmpathyBot.Domain.Acknowledgements;
using EmpathyBot.Domain.Conversations;
using EmpathyBot.Domain.Emotions;
using EmpathyBot.Domain.Handoffs;

namespace EmpathyBot.Tests.AgentDesk;

public class TranscriptTests
{
    private static readonly DateTimeOffset At = new(2026, 3, 4, 5, 0, 0, TimeSpan.Zero);

    private static readonly EmotionReading Angry =
        new(Emotion.Anger, Emotion.Disappointment, 0.8, 0.3, 0.9, EmotionTarget.OwnLoss, [new Cue(12, 10, "third time")], "lexicon");

    [Fact]
    public async Task Each_message_has_what_was_read_and_what_was_decided_and_why()
    {
        await using var host = await DeskHost.StartAsync();
        await host.QueuedAsync(events:
        [
            new Greeted("c1|0", At),
            new BotSaid("c1|0", At, "Hello, I'm an assistant."),
            new CustomerSaid("c1|1", At, "This is the third time!", Angry, ["repeat"]),
            new Decided("c1|1", At, "HandOver", "asked-for-person"),
            new Acknowledged("c1|1", At, AcknowledgementAct.DeEscalate, "strong-anger", "calm-1", "Three times.", null),
            new Decided("c1|1", At, "Done", "person-is-the-next-step"),
            new BotSaid("c1|1", At, "Three times. I'm getting someone."),
        ]);
        var desk = await host.SignInAsync();
        await desk.PostAsync("handoffs/h-c1/accept");
        await desk.PostAsync("handoffs/h-c1/messages", """{"text":"Hi"}""");

        var turns = await TurnsAsync(desk);

        Assert.Equal(["bot", "customer", "bot", "bot", "agent"], turns.Select(turn => (string?)turn["role"]));
        Assert.Equal("c1|1", (string?)turns[1]["id"]);
        Assert.Equal(turns.Count, turns.Select(turn => (string?)turn["id"]).Distinct().Count());
        Assert.Equal(
            """{"primary":"anger","secondary":"disappointment","intensity":0.8,"urgency":0.3,"confidence":0.9,"target":"own-loss","cues":[{"start":12,"length":10,"text":"third time"}],"readBy":"lexicon","sure":true}""",
            turns[1]["reading"]!.ToJsonString());
        Assert.Equal("""["repeat"]""", turns[1]["signals"]!.ToJsonString());
        Assert.Equal(
            """{"act":"de-escalate","reason":"strong-anger","phraseId":"calm-1","step":"HandOver","stepReason":"asked-for-person","offered":null}""",
            turns[1]["decision"]!.ToJsonString());
        Assert.Equal("Mira", (string?)turns[4]["name"]);
        Assert.Null(turns[4]["reading"]);
    }

    [Fact]
    public async Task Brief_and_ticket_come_along_also_after_the_end()
    {
        await using var host = await DeskHost.StartAsync();
        await host.QueuedAsync();
        var desk = await host.SignInAsync();
        await desk.PostAsync("handoffs/h-c1/accept");
        await desk.PostAsync("handoffs/h-c1/close", """{"outcome":"callback","note":"call at five"}""");

        var conversation = (await desk.GetAsync("conversations/c1")).Json;

        Assert.Equal(("closed", "callback", "call at five"), ((string?)conversation["ticket"]!["state"], (string?)conversation["ticket"]!["outcome"], (string?)conversation["ticket"]!["note"]));
        Assert.Equal("Asks where their refund is – they want a person.", (string?)conversation["brief"]!["headline"]!["text"]);
        Assert.Equal("c1|1", (string?)conversation["brief"]!["headline"]!["turnIds"]![0]);
        Assert.Equal(2, conversation["brief"]!["summary"]!.AsArray().Count);
    }

    [Fact]
    public async Task A_conversation_without_a_handoff_has_a_transcript_and_no_brief()
    {
        await using var host = await DeskHost.StartAsync();
        var state = Conversation.Begin("c9", "directline", "en");
        await host.Conversations.CreateAsync(
            new NewConversation("c9", "directline", "u", "en", [], state, [new CustomerSaid("c9|1", At, "Hello", null, [])]), CancellationToken.None);

        var conversation = (await host.WithKey().GetAsync("conversations/c9")).Json;

        Assert.Null(conversation["ticket"]);
        Assert.Null(conversation["brief"]);
        Assert.Single(conversation["turns"]!.AsArray());
    }

    [Fact]
    public async Task Secrets_are_masked_and_cues_still_lie_where_their_words_are()
    {
        await using var host = await DeskHost.StartAsync();
        const string text = "Card 4111 1111 1111 1111 was charged for the third time";
        await host.QueuedAsync(events:
        [
            new CustomerSaid("c1|1", At, text, Angry with { Cues = [new Cue(45, 10, "third time"), new Cue(5, 4, "4111")] }, []),
            new BotSaid("c1|1", At, "You wrote 4111 1111 1111 1111."),
        ]);

        var answer = await host.WithKey().GetAsync("conversations/c1");

        Assert.DoesNotContain("4111", answer.Text, StringComparison.Ordinal);
        var shown = (string)answer.Json["turns"]![0]!["text"]!;
        var cue = Assert.Single(answer.Json["turns"]![0]!["reading"]!["cues"]!.AsArray())!;
        Assert.Equal("third time", shown.Substring((int)cue["start"]!, (int)cue["length"]!));
        Assert.Equal("""["card number"]""", answer.Json["brief"]!["masked"]!.ToJsonString());
    }

    [Fact]
    public async Task With_reading_off_no_mood_is_anywhere_not_even_what_was_read_before()
    {
        await using var host = await DeskHost.StartAsync();
        await host.QueuedAsync(reason: HandoffReason.RisingAnger, events:
        [
            new CustomerSaid("c1|1", At, "This is the third time!", Angry, ["repeat"]),
            new Decided("c1|1", At, "TellArticle", "strong-anger"),
            new Acknowledged("c1|1", At, AcknowledgementAct.DeEscalate, "strong-anger", "calm-1", "Three times.", null),
        ]);
        await host.HappensAsync(
            "c1",
            new CustomerSaid("c1|2", At, "Stop reading me", null, []),
            new ReadingSwitched("c1|2", At, false),
            new CustomerSaid("c1|3", At, "Well?", null, []),
            new Decided("c1|3", At, "SayWaiting", "waiting-for-person"));
        var desk = await host.SignInAsync();

        var conversation = await desk.GetAsync("conversations/c1");
        var queue = await desk.GetAsync("handoffs");

        foreach (var text in new[] { conversation.Text, queue.Text })
        {
            foreach (var mood in new[] { "anger", "upset", "disappoint", "calm-1", "de-escalate", "third-time", "worse" })
                Assert.DoesNotContain(mood, text, StringComparison.OrdinalIgnoreCase);
        }

        var turns = conversation.Json["turns"]!.AsArray();
        Assert.All(turns, turn => Assert.Null(turn!["reading"]));
        Assert.Equal("waiting-for-person", (string?)turns[2]!["decision"]!["stepReason"]);
        var item = queue.Json["items"]![0]!;
        Assert.Equal((null, null, null), ((string?)item["emotion"], (double?)item["intensity"], (string?)item["trend"]));
        Assert.True((bool)conversation.Json["readingOff"]!);
    }

    [Fact]
    public async Task Switched_on_again_what_was_read_before_stays_gone()
    {
        await using var host = await DeskHost.StartAsync();
        await host.QueuedAsync(events:
        [
            new CustomerSaid("c1|1", At, "This is the third time!", Angry, []),
            new Decided("c1|1", At, "TellArticle", "strong-anger"),
            new ReadingSwitched("c1|2", At, false),
            new ReadingSwitched("c1|3", At, true),
            new CustomerSaid("c1|4", At, "This is the third time!", Angry, []),
        ]);

        var turns = await TurnsAsync(host.WithKey());

        Assert.Null(turns[0]["reading"]);
        Assert.Equal("reading-off", (string?)turns[0]["decision"]!["stepReason"]);
        Assert.Equal("anger", (string?)turns[1]["reading"]!["primary"]);
    }

    private static async Task<IReadOnlyList<JsonNode>> TurnsAsync(Desk desk) =>
        [.. (await desk.GetAsync("conversations/c1")).Json["turns"]!.AsArray().Select(turn => turn!)];
}
