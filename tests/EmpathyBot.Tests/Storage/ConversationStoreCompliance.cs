using EmpathyBot.Domain.Conversations;
using Microsoft.Extensions.DependencyInjection;

namespace EmpathyBot.Tests.Storage;

/// <summary>Beginnings, what comes in, and the stream.</summary>
public abstract class ConversationStoreCompliance(IStorageEngine engine) : StorageSuite(engine)
{
    [Fact]
    public async Task A_conversation_is_there_with_its_welcome_once_created()
    {
        var beginning = Some.Beginning("c1", Some.Reply("w1"), Some.Reply("w2")) with
        {
            State = Some.Rich, Events = Some.Events, Reference = """{"serviceUrl":"https://example.org"}""",
        };

        Assert.True(await Conversations.CreateAsync(beginning, None));

        var found = await FoundAsync();
        Assert.Equal(("c1", "directline", "dl_user", null), (found.Id, found.Channel, found.UserId, found.Dialogs));
        Assert.Equal(beginning.Reference, found.Reference);
        Assert.Equal(Time.GetUtcNow(), found.CreatedAt);
        Assert.Equivalent(Some.Rich, found.State, strict: true);
        Assert.Equal([new(1, Some.Json("w1")), new(2, Some.Json("w2"))], await Conversations.ReadStreamAsync("c1", 0, 100, None));
        Assert.Equivalent(Some.Events, await Conversations.ReadEventsAsync("c1", None), strict: true);
    }

    [Fact]
    public async Task Creating_again_changes_nothing()
    {
        await Conversations.CreateAsync(Some.Beginning("c1", Some.Reply("w1")), None);

        Assert.False(await Conversations.CreateAsync(Some.Beginning("c1", Some.Reply("w2")) with { UserId = "other" }, None));

        Assert.Equal("dl_user", (await FoundAsync()).UserId);
        Assert.Equal([new(1, Some.Json("w1"))], await Conversations.ReadStreamAsync("c1", 0, 100, None));
    }

    [Fact]
    public async Task Of_many_that_create_one_conversation_one_does()
    {
        var created = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Conversations.CreateAsync(Some.Beginning("c1", Some.Reply("w1")), None)));

        Assert.Single(created, made => made);
        Assert.Single(await Conversations.ReadStreamAsync("c1", 0, 100, None));
    }

    [Fact]
    public async Task What_does_not_exist_is_null_or_empty()
    {
        Assert.Null(await Conversations.FindAsync("nobody", None));
        Assert.Null(await Conversations.NextTurnAsync("nobody", None));
        Assert.Empty(await Conversations.ReadStreamAsync("nobody", 0, 100, None));
        Assert.Empty(await Conversations.ReadEventsAsync("nobody", None));
        Assert.Empty(await Conversations.ReadChangesAsync(0, 100, None));
        Assert.Empty(await Conversations.WaitingConversationsAsync(None));
        Assert.Equal(0, await Conversations.LastChangeAsync(None));
    }

    [Fact]
    public async Task Nothing_is_accepted_for_a_conversation_that_does_not_exist()
    {
        var failure = await Assert.ThrowsAsync<ConversationNotFoundException>(() => Conversations.AcceptAsync(Some.Message("a1"), None));

        Assert.Equal("c1", failure.ConversationId);
        await BegunAsync();
        Assert.Null(await Conversations.NextTurnAsync("c1", None));
    }

    [Fact]
    public async Task What_was_accepted_stands_on_the_stream_and_waits_for_its_turn()
    {
        await BegunAsync();

        Assert.Equal(new("a1", IsRepeat: false), await Conversations.AcceptAsync(Some.Message("a1"), None));

        Assert.Equal([new(1, Some.Json("a1"))], await Conversations.ReadStreamAsync("c1", 0, 100, None));
        Assert.Equal(new("c1", "a1", Some.Json("a1"), Time.GetUtcNow()), await Conversations.NextTurnAsync("c1", None));
        Assert.Equal(["c1"], await Conversations.WaitingConversationsAsync(None));
    }

    [Fact]
    public async Task The_same_client_key_is_stored_once_and_gets_the_first_id()
    {
        await BegunAsync();
        await BegunAsync("c2");
        await Conversations.AcceptAsync(Some.Message("a1", "key"), None);

        Assert.Equal(new("a1", IsRepeat: true), await Conversations.AcceptAsync(Some.Message("a2", "key"), None));
        Assert.Equal(new("a3", IsRepeat: false), await Conversations.AcceptAsync(Some.Message("a3", "key", "c2"), None));

        Assert.Single(await Conversations.ReadStreamAsync("c1", 0, 100, None));
    }

    [Fact]
    public async Task The_same_activity_id_is_stored_once_without_a_client_key_too()
    {
        await BegunAsync();
        await Conversations.AcceptAsync(Some.Message("a1"), None);

        Assert.Equal(new("a1", IsRepeat: true), await Conversations.AcceptAsync(Some.Message("a1"), None));
    }

    [Fact]
    public async Task A_repeat_is_known_after_its_turn_is_done()
    {
        var read = await BegunAsync();
        await Conversations.AcceptAsync(Some.Message("a1", "key"), None);
        await Conversations.CommitAsync(Some.Commit(read, "a1"), None);
        await RestartAsync();

        Assert.Equal(new("a1", IsRepeat: true), await Conversations.AcceptAsync(Some.Message("a2", "key"), None));
        Assert.Null(await Conversations.NextTurnAsync("c1", None));
    }

    [Fact]
    public async Task Of_many_deliveries_of_one_message_one_is_stored()
    {
        await BegunAsync();

        var receipts = await Task.WhenAll(Enumerable.Range(0, 50).Select(each => Conversations.AcceptAsync(Some.Message($"a{each}", "key"), None)));

        var first = Assert.Single(receipts, receipt => !receipt.IsRepeat);
        Assert.All(receipts, receipt => Assert.Equal(first.ActivityId, receipt.ActivityId));
        Assert.Single(await Conversations.ReadStreamAsync("c1", 0, 100, None));
    }

    [Fact]
    public async Task What_clients_never_see_leaves_no_gap_on_the_stream_and_still_runs()
    {
        await BegunAsync();
        await Conversations.AcceptAsync(Some.Message("hidden") with { ShownOnStream = false }, None);
        await Conversations.AcceptAsync(Some.Message("a1"), None);

        Assert.Equal([new(1, Some.Json("a1"))], await Conversations.ReadStreamAsync("c1", 0, 100, None));
        Assert.Equal(Some.Json("hidden"), (await Conversations.NextTurnAsync("c1", None))!.Json);
    }

    [Fact]
    public async Task What_runs_no_turn_does_not_wait()
    {
        await BegunAsync();
        await Conversations.AcceptAsync(Some.Message("a1") with { RunsTurn = false }, None);

        Assert.Null(await Conversations.NextTurnAsync("c1", None));
        Assert.Empty(await Conversations.WaitingConversationsAsync(None));
        Assert.Single(await Conversations.ReadStreamAsync("c1", 0, 100, None));
    }

    [Fact]
    public async Task The_stream_is_read_after_a_watermark_in_pieces()
    {
        await BegunAsync();
        foreach (var each in Enumerable.Range(1, 5))
            await Conversations.AcceptAsync(Some.Message($"a{each}"), None);

        var middle = await Conversations.ReadStreamAsync("c1", 1, 2, None);
        Assert.Equal([2, 3], middle.Select(activity => activity.Sequence));
        Assert.Equal([4, 5], (await Conversations.ReadStreamAsync("c1", 3, 100, None)).Select(activity => activity.Sequence));
        Assert.Empty(await Conversations.ReadStreamAsync("c1", 5, 100, None));
        Assert.Empty(await Conversations.ReadStreamAsync("c1", long.MaxValue, 100, None));
        Assert.Equal(5, (await Conversations.ReadStreamAsync("c1", -1, 100, None)).Count);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public async Task A_limit_is_at_least_one(int limit)
    {
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => Conversations.ReadStreamAsync("c1", 0, limit, None));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => Conversations.ReadChangesAsync(0, limit, None));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => Tickets.ListOpenAsync(limit, None));
    }

    [Fact]
    public async Task Accepted_messages_wait_oldest_first_and_those_of_a_restart_too()
    {
        await BegunAsync("c2");
        await BegunAsync("c1");
        await Conversations.AcceptAsync(Some.Message("b1", null, "c2"), None);
        await Conversations.AcceptAsync(Some.Message("z"), None);
        await Conversations.AcceptAsync(Some.Message("a"), None);
        await RestartAsync();

        Assert.Equal(["c2", "c1"], await Conversations.WaitingConversationsAsync(None));
        Assert.Equal("z", (await Conversations.NextTurnAsync("c1", None))!.ActivityId);
    }

    [Fact]
    public async Task A_megabyte_of_text_and_any_script_come_back_as_they_went()
    {
        await BegunAsync();
        var large = string.Concat(Enumerable.Repeat(Some.WeirdText, 1024 * 1024 / Some.WeirdText.Length));
        await Conversations.AcceptAsync(Some.Message("a1") with { Json = large }, None);
        await Conversations.AcceptAsync(Some.Message("a2", Some.WeirdText), None);
        await Conversations.CommitAsync(Some.Commit(await FoundAsync(), "a1") with { Dialogs = large, Events = [new BotSaid("a1", Some.Moment, large)] }, None);

        Assert.Equal(large, (await Conversations.ReadStreamAsync("c1", 0, 1, None))[0].Json);
        Assert.Equal(large, (await FoundAsync()).Dialogs);
        Assert.Equal(large, Assert.IsType<BotSaid>((await Conversations.ReadEventsAsync("c1", None))[0]).Text);
        Assert.True((await Conversations.AcceptAsync(Some.Message("a3", Some.WeirdText), None)).IsRepeat);
    }

    [Fact]
    public async Task What_was_written_is_announced_once_it_can_be_read()
    {
        var announced = new List<(string, int)>();
        var feed = Services.GetRequiredService<IConversationFeed>();
        using var listening = feed.Listen(null, notice =>
        {
            // Waited for here: what is announced can be read at once, before the one who wrote goes on.
            var read = Conversations.ReadStreamAsync(notice.ConversationId, 0, 100, None).GetAwaiter().GetResult();
            announced.Add((notice.ConversationId, read.Count));
        });

        await Conversations.CreateAsync(Some.Beginning("c1", Some.Reply("w1")), None);
        await Conversations.CreateAsync(Some.Beginning(), None);
        await Conversations.AcceptAsync(Some.Message("a1", "key"), None);
        await Conversations.AcceptAsync(Some.Message("a2", "key"), None);
        var read = await FoundAsync();
        await Conversations.CommitAsync(Some.Commit(read, "a1") with { Activities = [Some.Reply("r1")] }, None);
        await Conversations.CommitAsync(Some.Commit(read), None);

        Assert.Equal([("c1", 1), ("c1", 2), ("c1", 3)], announced);
    }

    [Fact]
    public async Task What_was_cancelled_before_it_began_is_not_written()
    {
        await BegunAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Conversations.AcceptAsync(Some.Message("a1"), new CancellationToken(canceled: true)));

        Assert.Empty(await Conversations.ReadStreamAsync("c1", 0, 100, None));
    }
}
