using Dapper;
using EmpathyBot.Domain.Conversations;
using EmpathyBot.Storage;
using Npgsql;

namespace EmpathyBot.Tests.Storage;

/// <summary>What several nodes on one PostgreSQL may do, and who of them.</summary>
[Trait(PostgresEngine.Needs, PostgresEngine.Server)]
public sealed class PostgresLeaseTests : IAsyncLifetime
{
    private readonly PostgresEngine _engine = new();
    private StorageNode _one = null!, _other = null!;

    public async Task InitializeAsync() => (_one, _other) = (await StorageNode.AliveAsync(_engine), await StorageNode.AliveAsync(_engine));

    public async Task DisposeAsync()
    {
        await _one.DisposeAsync();
        await _other.DisposeAsync();
        await _engine.DisposeAsync();
    }

    [Fact]
    public async Task While_a_node_has_a_turn_no_other_gets_any_of_that_conversation()
    {
        await BeginAsync("c1", "a1", "a2");
        await BeginAsync("c2", "b1");

        var lease = await _one.Leases.TakeAsync("c1", default);

        Assert.Equal("a1", lease!.Turn.ActivityId);
        Assert.Null(await _other.Leases.TakeAsync("c1", default));
        Assert.Equal("b1", (await _other.Leases.TakeAsync("c2", default))!.Turn.ActivityId);
        Assert.Null(await _other.Leases.TakeAsync("nobody", default));
    }

    [Fact]
    public async Task With_its_commit_a_turn_ends_and_any_node_may_run_the_next()
    {
        await BeginAsync("c1", "a1", "a2");
        Assert.True(await CommitAsync(_one, (await _one.Leases.TakeAsync("c1", default))!));

        var next = await _other.Leases.TakeAsync("c1", default);

        Assert.Equal("a2", next!.Turn.ActivityId);
        Assert.True(await CommitAsync(_other, next));
        Assert.Null(await _one.Leases.TakeAsync("c1", default));
        Assert.Equal(0, await RunAsync("select count(*) from turn_leases"));
    }

    [Fact]
    public async Task Of_many_that_want_a_turn_at_once_one_gets_it()
    {
        foreach (var round in Enumerable.Range(0, 20))
        {
            await BeginAsync($"c{round}", $"a{round}");

            var taken = await Task.WhenAll(_one.Leases.TakeAsync($"c{round}", default), _other.Leases.TakeAsync($"c{round}", default));

            Assert.Single(taken, lease => lease is not null);
        }
    }

    [Fact]
    public async Task A_node_that_slept_past_its_lease_writes_nothing_once_another_has_the_turn()
    {
        await BeginAsync("c1", "a1");
        var slept = (await _one.Leases.TakeAsync("c1", default))!;
        await RunAsync("update turn_leases set until = clock_timestamp() - interval '1 second'");

        Assert.Equal(["c1"], await _other.Conversations.WaitingConversationsAsync(default));
        var taken = (await _other.Leases.TakeAsync("c1", default))!;

        Assert.True(taken.Fence > slept.Fence);
        Assert.Equal("c1", (await Assert.ThrowsAsync<TurnLostException>(() => CommitAsync(_one, slept))).ConversationId);
        Assert.True(await CommitAsync(_other, taken));
        await Assert.ThrowsAsync<TurnLostException>(() => CommitAsync(_one, slept));
        Assert.Equal(2, (await _one.Conversations.ReadStreamAsync("c1", 0, 10, default)).Count);
    }

    [Fact]
    public async Task What_a_dead_node_took_in_waits_for_anyone_and_what_a_living_one_took_in_for_that_one()
    {
        await using var dead = await StorageNode.SilentAsync(_engine);
        await BeginAsync("c1", "a1");
        await BeginAsync("c2");
        await dead.Conversations.AcceptAsync(Some.Message("b1", null, "c2"), default);

        Assert.Equal(["c2"], await _other.Conversations.WaitingConversationsAsync(default));
        await _one.DisposeAsync();
        Assert.Equal(["c1", "c2"], await _other.Conversations.WaitingConversationsAsync(default));
        var lease = (await _other.Leases.TakeAsync("c2", default))!;
        Assert.Equal(["c1"], await _other.Conversations.WaitingConversationsAsync(default));
        Assert.True(await CommitAsync(_other, lease));
    }

    [Fact]
    public async Task What_a_living_node_took_in_and_does_not_know_of_is_found_by_itself()
    {
        await BeginAsync("c1", "a1");
        Assert.Empty(await _one.Conversations.WaitingConversationsAsync(default));

        // The answer to the writing was lost, so that nobody was told to run it.
        await RunAsync("update accepted set accepted_at = accepted_at - 11000");

        Assert.Equal(["c1"], await _one.Conversations.WaitingConversationsAsync(default));
        Assert.Empty(await _other.Conversations.WaitingConversationsAsync(default));
        var lease = (await _one.Leases.TakeAsync("c1", default))!;
        Assert.Empty(await _one.Conversations.WaitingConversationsAsync(default));
        Assert.True(await CommitAsync(_one, lease));
    }

    [Fact]
    public async Task A_node_that_stalls_inside_a_transaction_does_not_keep_the_conversation_from_the_others()
    {
        await BeginAsync("c1");
        var before = (await _one.Conversations.FindAsync("c1", default))!.Version;
        var goesOn = new TaskCompletionSource();
        var holds = new TaskCompletionSource();
        var stalled = _one.Database.TransactAsync(
            async connection =>
            {
                await connection.ExecuteAsync("update conversations set version = version + 1");
                holds.SetResult();
                await goesOn.Task;
                return await connection.ExecuteAsync("update conversations set version = version + 1");
            },
            default);
        await holds.Task;

        var accepted = await _other.Conversations.AcceptAsync(Some.Message("a1"), default);

        Assert.False(accepted.IsRepeat);
        goesOn.SetResult();
        await Assert.ThrowsAsync<StorageException>(() => stalled);
        Assert.Equal(before, (await _one.Conversations.FindAsync("c1", default))!.Version);
    }

    [Fact]
    public async Task What_is_due_goes_to_one_node_and_a_conversations_words_stay_together()
    {
        foreach (var number in Enumerable.Range(0, 20))
        {
            await BeginAsync($"c{number}");
            await SayAsync($"c{number}", "r1", "r2", "r3");
        }

        var taken = await Task.WhenAll(Enumerable.Range(0, 6).Select(each => (each % 2 == 0 ? _one : _other).Outbox.DueAsync(DateTimeOffset.UtcNow.AddSeconds(1), 7, default)));

        var (ofOne, ofOther) = (ConversationsOf(taken.Where((_, index) => index % 2 == 0)), ConversationsOf(taken.Where((_, index) => index % 2 == 1)));
        Assert.NotEmpty(ofOne.Concat(ofOther));
        Assert.Empty(ofOne.Intersect(ofOther));
        Assert.All(taken, items => Assert.Equal(items.OrderBy(item => item.Id), items));
    }

    [Fact]
    public async Task What_a_node_took_and_did_not_deliver_is_due_again_when_it_has_ended()
    {
        await using var dead = await StorageNode.SilentAsync(_engine);
        await BeginAsync("c1");
        await SayAsync("c1", "r1", "r2");
        var soon = DateTimeOffset.UtcNow.AddSeconds(1);
        Assert.Equal(2, (await _one.Outbox.DueAsync(soon, 10, default)).Count);
        Assert.Empty(await _other.Outbox.DueAsync(soon, 10, default));

        await _one.DisposeAsync();

        Assert.Equal(2, (await _other.Outbox.DueAsync(soon, 10, default)).Count);
        await RunAsync("update nodes set alive_until = clock_timestamp() - interval '1 second'");
        Assert.Equal(2, (await dead.Outbox.DueAsync(soon, 10, default)).Count);
    }

    [Fact]
    public async Task A_customer_is_gone_when_no_living_node_has_a_page_of_theirs_open()
    {
        await _one.Customers.ArrivedAsync("c1", default);
        await _other.Customers.ArrivedAsync("c1", default);
        await _one.Customers.LeftAsync("c1", default);
        Assert.Null(await _one.Customers.LeftAtAsync("c1", default));

        await using (var third = await StorageNode.AliveAsync(_engine))
        {
            // A node that starts says nothing of pages at others.
            await third.Customers.BeginAsync(default);
            Assert.Null(await third.Customers.LeftAtAsync("c1", default));
        }

        await RunAsync("update nodes set alive_until = clock_timestamp() - interval '1 second'");
        Assert.NotNull(await _one.Customers.LeftAtAsync("c1", default));
        Assert.Null(await _one.Customers.LeftAtAsync("nobody", default));
    }

    [Fact]
    public async Task A_desk_that_follows_the_changes_of_many_nodes_misses_none()
    {
        const int Conversations = 10, Commits = 15;
        foreach (var number in Enumerable.Range(0, Conversations))
            await BeginAsync($"c{number}");
        var written = 0;
        var writing = Task.WhenAll(Enumerable.Range(0, Conversations).Select(async number =>
        {
            for (var each = 0; each < Commits; each++)
            {
                await SayAsync($"c{number}", $"r{each}");
                Interlocked.Increment(ref written);
            }
        }));

        // Who follows knows of each conversation the state after its last change, or is told again.
        var (place, seen) = (0L, new Dictionary<string, int>());
        do
        {
            var done = writing.IsCompleted;
            foreach (var change in await _other.Conversations.ReadChangesAsync(place, 3, default))
            {
                Assert.True(change.Sequence > place);
                place = change.Sequence;
                seen[change.ConversationId] = (await _other.Conversations.ReadStreamAsync(change.ConversationId, 0, 100, default)).Count;
            }

            if (done && place == await _other.Conversations.LastChangeAsync(default))
                break;
        }
        while (true);

        await writing;
        Assert.Equal(Conversations * Commits, written);
        Assert.Equal(Conversations, seen.Count);
        Assert.All(seen, each => Assert.Equal(Commits, each.Value));
    }

    private static HashSet<string> ConversationsOf(IEnumerable<IReadOnlyList<OutboxItem>> taken) =>
        [.. taken.SelectMany(items => items).Select(item => item.ConversationId)];

    private async Task BeginAsync(string id, params string[] messages)
    {
        await _one.Conversations.CreateAsync(Some.Beginning(id), default);
        foreach (var message in messages)
            await _one.Conversations.AcceptAsync(Some.Message(message, null, id), default);
    }

    private async Task SayAsync(string id, params string[] replies)
    {
        var read = (await _one.Conversations.FindAsync(id, default))!;
        Assert.True(await _one.Conversations.CommitAsync(Some.Commit(read) with { Activities = [.. replies.Select(reply => Some.Reply(reply, deliver: true))] }, default));
    }

    private static async Task<bool> CommitAsync(StorageNode node, TurnLease lease)
    {
        var read = (await node.Conversations.FindAsync(lease.Turn.ConversationId, default))!;
        var commit = Some.Commit(read, lease.Turn.ActivityId) with { Fence = lease.Fence, Activities = [Some.Reply($"{lease.Turn.ActivityId}-r")] };
        return await node.Conversations.CommitAsync(commit, default);
    }

    private async Task<int> RunAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(await _engine.ConnectionAsync() + ";Pooling=false");
        return await connection.ExecuteScalarAsync<int>(sql);
    }
}
