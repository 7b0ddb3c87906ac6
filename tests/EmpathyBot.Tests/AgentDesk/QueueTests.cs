using EmpathyBot.Domain.Conversations;
using EmpathyBot.Domain.Emotions;
using EmpathyBot.Domain.Handoffs;

namespace EmpathyBot.Tests.AgentDesk;

public class QueueTests
{
    [Fact]
    public async Task Who_wrote_last_to_the_person_who_holds_it_awaits_a_reply()
    {
        await using var host = await DeskHost.StartAsync();
        await host.QueuedAsync();
        var desk = await host.SignInAsync();
        async Task<bool> AwaitsAsync() => (bool)Assert.Single((await desk.GetAsync("handoffs")).Json["items"]!.AsArray())!["awaitsReply"]!;

        Assert.False(await AwaitsAsync());
        await desk.PostAsync("handoffs/h-c1/accept");
        await desk.PostAsync("handoffs/h-c1/messages", """{"text":"Hello"}""");
        Assert.False(await AwaitsAsync());
        await host.HappensAsync("c1", new CustomerSaid("c1|2", host.Time.GetUtcNow(), "Hello?", null, []));
        Assert.True(await AwaitsAsync());
    }

    [Fact]
    public async Task An_empty_queue_is_an_empty_list()
    {
        await using var host = await DeskHost.StartAsync();

        Assert.Equal("""{"items":[]}""", (await host.WithKey().GetAsync("handoffs")).Text);
    }

    [Fact]
    public async Task One_line_tells_what_is_needed_to_choose()
    {
        await using var host = await DeskHost.StartAsync();
        await host.QueuedAsync(events: [Says("c1|1", "Where is my refund?!", Emotion.Anger, 0.8)]);

        var item = (await host.WithKey().GetAsync("handoffs")).Json["items"]![0]!;

        Assert.Equal("h-c1", (string?)item["id"]);
        Assert.Equal("c1", (string?)item["conversationId"]);
        Assert.Equal("queued", (string?)item["state"]);
        Assert.Equal("asked-for-person", (string?)item["reason"]);
        Assert.Equal("Asks where their refund is – they want a person.", (string?)item["headline"]);
        Assert.Equal(("anger", 0.8, "steady"), ((string?)item["emotion"], (double)item["intensity"]!, (string?)item["trend"]));
        Assert.Equal(0.52, (double)item["need"]!);
        Assert.Equal(host.Time.GetUtcNow(), (DateTimeOffset)item["waitingSince"]!);
        Assert.Null(item["agentName"]);
    }

    [Fact]
    public async Task Who_needs_most_comes_first_and_waiting_counts()
    {
        await using var host = await DeskHost.StartAsync();
        await host.QueuedAsync("calm");
        host.Time.Pass(TimeSpan.FromMinutes(1));
        await host.QueuedAsync("angry", events: [Says("angry|1", "!!", Emotion.Anger, 1)]);
        await host.QueuedAsync("risk", HandoffReason.AtRisk);
        var desk = host.WithKey();

        Assert.Equal(["risk", "angry", "calm"], await ConversationsAsync(desk));

        host.Time.Pass(TimeSpan.FromMinutes(1));
        await host.QueuedAsync("angry-later", events: [Says("angry-later|1", "!!", Emotion.Anger, 0.9)]);
        host.Time.Pass(TimeSpan.FromMinutes(40));
        await host.QueuedAsync("angry-now", events: [Says("angry-now|1", "!!", Emotion.Anger, 1)]);
        Assert.Equal(["risk", "angry", "angry-later", "calm", "angry-now"], await ConversationsAsync(desk));
    }

    [Fact]
    public async Task Mood_that_changes_while_they_wait_moves_them()
    {
        await using var host = await DeskHost.StartAsync();
        await host.QueuedAsync("first");
        await host.QueuedAsync("second");
        var desk = host.WithKey();
        Assert.Equal("first", (await ConversationsAsync(desk))[0]);

        await host.HappensAsync("second", Says("second|2", "This is taking forever!", Emotion.Anger, 0.9));

        Assert.Equal("second", (await ConversationsAsync(desk))[0]);
    }

    [Fact]
    public async Task What_is_over_leaves_the_queue_and_what_is_taken_says_by_whom()
    {
        await using var host = await DeskHost.StartAsync();
        await host.QueuedAsync("c1");
        await host.QueuedAsync("c2");
        var desk = await host.SignInAsync("Mira");
        await desk.PostAsync("handoffs/h-c1/accept");
        await desk.PostAsync("handoffs/h-c2/accept");
        await desk.PostAsync("handoffs/h-c2/close", """{"outcome":"unsolved"}""");

        var items = (await desk.GetAsync("handoffs")).Json["items"]!.AsArray();

        Assert.Equal(("h-c1", "accepted", "Mira"), ((string?)Assert.Single(items)!["id"], (string?)items[0]!["state"], (string?)items[0]!["agentName"]));
    }

    [Fact]
    public async Task No_more_than_the_limit_is_listed()
    {
        await using var host = await DeskHost.StartAsync(options => options.MaxQueueItems = 10);
        for (var number = 0; number < 12; number++)
            await host.QueuedAsync($"c{number}");

        Assert.Equal(10, (await ConversationsAsync(host.WithKey())).Count);
    }

    private static CustomerSaid Says(string turnId, string text, Emotion emotion, double intensity) => new(
        turnId, DateTimeOffset.UnixEpoch, text, new EmotionReading(emotion, null, intensity, 0, 0.9, EmotionTarget.Wait, [], "lexicon"), []);

    private static async Task<IReadOnlyList<string?>> ConversationsAsync(Desk desk) =>
        [.. (await desk.GetAsync("handoffs")).Json["items"]!.AsArray().Select(item => (string?)item!["conversationId"])];
}
