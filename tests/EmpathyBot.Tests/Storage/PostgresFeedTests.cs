using System.Text;
using Dapper;
using EmpathyBot.Domain.Conversations;
using EmpathyBot.Storage.Conversations;
using EmpathyBot.Storage.PostgreSql;
using Npgsql;

namespace EmpathyBot.Tests.Storage;

/// <summary>What is written at one node and heard at another.</summary>
[Trait(PostgresEngine.Needs, PostgresEngine.Server)]
public sealed class PostgresFeedTests : IAsyncLifetime
{
    private static readonly TimeSpan Long = TimeSpan.FromSeconds(30);

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
    public async Task What_is_written_at_one_node_is_heard_at_another_and_can_be_read_there()
    {
        await _one.Conversations.CreateAsync(Some.Beginning(), default);
        var heard = HeardAt(_other, "c1", () => ReadAsync(_other), count => count == 1);

        await _one.Conversations.AcceptAsync(Some.Message("a1"), default);

        await heard.WaitAsync(Long);
    }

    [Fact]
    public async Task Typing_at_one_node_is_shown_at_another()
    {
        var shown = new TaskCompletionSource<string>();
        using var listening = _other.Feed.Listen("c1", notice =>
        {
            if (notice.PassingActivityJson is { } passing)
                shown.TrySetResult(passing);
        });

        // Whether the other is listening to the server yet is not known, so it is shown until it was seen.
        using var pace = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        while (!shown.Task.IsCompleted && await pace.WaitForNextTickAsync())
            _one.Feed.ShowPassing("c1", """{"type":"typing"}""");

        Assert.Equal("""{"type":"typing"}""", await shown.Task.WaitAsync(Long));
    }

    [Fact]
    public async Task A_notification_that_was_lost_loses_nothing()
    {
        // A node that is killed right after its commit tells nobody.
        await using var killed = await StorageNode.SilentAsync(_engine);
        await killed.Conversations.CreateAsync(Some.Beginning(), default);
        var read = (await killed.Conversations.FindAsync("c1", default))!;
        var heard = HeardAt(_other, "c1", () => ReadAsync(_other), count => count == 1);

        await killed.Conversations.CommitAsync(Some.Commit(read) with { Activities = [Some.Reply("r1")] }, default);

        await heard.WaitAsync(Long);
    }

    [Fact]
    public async Task When_the_connection_breaks_it_is_made_anew_and_everyone_looks()
    {
        await using var silent = await StorageNode.SilentAsync(_engine);
        await silent.Conversations.CreateAsync(Some.Beginning(), default);
        await silent.Conversations.AcceptAsync(Some.Message("a1"), default);
        var heard = HeardAt(_other, "c1", () => ReadAsync(_other), count => count == 1);

        await using (var connection = new NpgsqlConnection(await _engine.ConnectionAsync() + ";Pooling=false"))
            await connection.ExecuteAsync("select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()");

        await heard.WaitAsync(Long);
        Assert.NotNull(await _one.Conversations.FindAsync("c1", default));
    }

    [Theory]
    [InlineData("no JSON")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"Node":"n","Changed":[null,""],"PassingIn":"","Passing":"x"}""")]
    public async Task A_notification_of_somebody_elses_disturbs_nothing(string payload)
    {
        await _one.Conversations.CreateAsync(Some.Beginning(), default);
        var heard = HeardAt(_other, "c1", () => ReadAsync(_other), count => count == 1);
        await using (var connection = new NpgsqlConnection(await _engine.ConnectionAsync() + ";Pooling=false"))
            await connection.ExecuteAsync("select pg_notify('empathybot', @payload)", new { payload });

        await _one.Conversations.AcceptAsync(Some.Message("a1"), default);

        await heard.WaitAsync(Long);
    }

    [Fact]
    public void Many_notices_become_few_notifications_none_of_them_too_large()
    {
        FeedNotice[] notices =
        [
            .. Enumerable.Range(0, 1000).Select(number => new FeedNotice($"{new string('é', 80)}{number % 500}", null)),
            new("c1", "{}"), new("c1", new string('x', 8000)),
        ];

        var written = NodeHints.Write("node", notices).ToList();

        Assert.All(written, payload => Assert.True(Encoding.UTF8.GetByteCount(payload) < 8000));
        var read = written.Select(payload => NodeHints.Read(payload)!).ToList();
        Assert.Equal(notices.SkipLast(2).Select(notice => notice.ConversationId).Distinct(), read.SelectMany(hints => hints.Changed ?? []));
        Assert.Equal(("c1", "{}"), Assert.Single(read.Where(hints => hints.Passing is not null).Select(hints => (hints.PassingIn!, hints.Passing!))));
    }

    [Fact]
    public void Time_is_the_servers_when_the_clock_is_off()
    {
        var time = new SharedTime();

        Assert.Null(time.Follow(TimeProvider.System.GetUtcNow()));
        Assert.NotNull(time.Follow(TimeProvider.System.GetUtcNow().AddMinutes(7)));
        Assert.InRange(time.GetUtcNow() - TimeProvider.System.GetUtcNow(), TimeSpan.FromMinutes(6.9), TimeSpan.FromMinutes(7.1));
        Assert.NotNull(time.Follow(TimeProvider.System.GetUtcNow()));
        Assert.InRange(time.GetUtcNow() - TimeProvider.System.GetUtcNow(), TimeSpan.FromSeconds(-5), TimeSpan.FromSeconds(5));
    }

    private static async Task<int> ReadAsync(StorageNode node) => (await node.Conversations.ReadStreamAsync("c1", 0, 10, default)).Count;

    /// <summary>Done once the node heard of the conversation and then found there what is awaited. Listens from now on.</summary>
    private static async Task HeardAt(StorageNode node, string conversationId, Func<Task<int>> look, Func<int, bool> isThere)
    {
        using var news = new SemaphoreSlim(0);
        using var listening = node.Feed.Listen(conversationId, _ => news.Release());
        do
            await news.WaitAsync(Long);
        while (!isThere(await look()));
    }
}
