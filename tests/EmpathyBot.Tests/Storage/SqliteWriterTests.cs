using System.Buffers.Binary;
using Dapper;
using EmpathyBot.Storage;
using EmpathyBot.Storage.Sqlite;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace EmpathyBot.Tests.Storage;

public sealed class SqliteWriterTests : IAsyncDisposable
{
    private readonly SqliteEngine _engine = new();
    private readonly ServiceProvider _services;

    public SqliteWriterTests() => _services = _engine.Open(new SettableTime());

    private SqliteDatabase Database => _services.GetRequiredService<SqliteDatabase>();

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await _engine.DisposeAsync();
    }

    [Fact]
    public async Task Writes_that_wait_together_fail_and_succeed_each_for_itself()
    {
        // The first job holds the writer until the others wait behind it, so that they share one transaction.
        using var others = new ManualResetEventSlim();
        var first = Database.WriteAsync(_ => others.Wait(TimeSpan.FromSeconds(30)), CancellationToken.None);
        var good = Insert("good");
        var refused = Database.TryWriteAsync(connection => Insert(connection, "refused") > 1, CancellationToken.None);
        var broken = Database.WriteAsync<int>(
            connection => Insert(connection, "broken") > 0 ? throw new InvalidOperationException("broken") : 0, CancellationToken.None);
        var last = Insert("last");
        others.Set();

        Assert.True(await first);
        Assert.Equal(1, await good);
        Assert.False(await refused);
        Assert.Equal("broken", (await Assert.ThrowsAsync<InvalidOperationException>(() => broken)).Message);
        Assert.Equal(1, await last);
        Assert.Equal(["good", "last"], await Names());
    }

    [Fact]
    public async Task A_job_that_loses_the_whole_transaction_does_not_take_the_others_along()
    {
        using var others = new ManualResetEventSlim();
        var first = Database.WriteAsync(_ => others.Wait(TimeSpan.FromSeconds(30)), CancellationToken.None);
        var good = Insert("good");
        var broken = Database.WriteAsync<int>(
            connection =>
            {
                // What SQLite itself does when the disk is full.
                connection.Execute("rollback");
                throw new InvalidOperationException("lost");
            },
            CancellationToken.None);
        var last = Insert("last");
        others.Set();

        Assert.True(await first);
        Assert.Equal(1, await good);
        await Assert.ThrowsAsync<InvalidOperationException>(() => broken);
        Assert.Equal(1, await last);
        Assert.Equal(["good", "last"], await Names());
    }

    [Fact]
    public async Task The_log_begins_anew_while_writing_goes_on()
    {
        await Insert("first");
        var before = TimesBegun();
        // Far from where the writer itself would bring it in.
        await Task.WhenAll(Enumerable.Range(0, SqliteCheckpoints.WritesBetween).Select(number => Insert($"{number}")));

        // The checkpoint runs beside the writer: it ends at some time, and the write after the next begins the log anew.
        for (var more = 0; TimesBegun() == before; more++)
        {
            Assert.True(more < 20_000, "The log was not begun anew.");
            await Insert($"more {more}");
        }
    }

    [Fact]
    public async Task A_job_that_makes_the_commit_itself_fail_does_not_take_the_others_along()
    {
        using var others = new ManualResetEventSlim();
        var first = Database.WriteAsync(_ => others.Wait(TimeSpan.FromSeconds(30)), CancellationToken.None);
        var good = Insert("good");
        var broken = Database.WriteAsync(
            connection => connection.Execute(
                """
                create table parents (id integer primary key);
                create table children (parent integer references parents (id) deferrable initially deferred);
                insert into children values (1);
                """),
            CancellationToken.None);
        var last = Insert("last");
        others.Set();

        Assert.True(await first);
        Assert.Equal(1, await good);
        await Assert.ThrowsAsync<StorageException>(() => broken);
        Assert.Equal(1, await last);
        Assert.Equal(["good", "last"], await Names());
    }

    [Fact]
    public async Task A_write_that_was_cancelled_while_it_waited_is_not_made()
    {
        using var others = new ManualResetEventSlim();
        using var cancel = new CancellationTokenSource();
        var first = Database.WriteAsync(_ => others.Wait(TimeSpan.FromSeconds(30)), CancellationToken.None);
        var cancelled = Database.WriteAsync(connection => Insert(connection, "cancelled"), cancel.Token);
        await cancel.CancelAsync();
        others.Set();

        await first;
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => cancelled);
        Assert.Empty(await Names());
    }

    [Fact]
    public async Task What_waits_when_the_storage_closes_is_still_written()
    {
        using var closing = new ManualResetEventSlim();
        var first = Database.WriteAsync(_ => closing.Wait(TimeSpan.FromSeconds(30)), CancellationToken.None);
        var last = Insert("last");
        var disposed = _services.DisposeAsync();
        closing.Set();
        await disposed;

        Assert.True(await first);
        Assert.Equal(1, await last);
    }

    [Fact]
    public async Task Readers_cannot_write() => await Assert.ThrowsAsync<StorageException>(
        () => Database.ReadAsync(connection => Insert(connection, "x"), CancellationToken.None));

    private Task<int> Insert(string name) => Database.WriteAsync(connection => Insert(connection, name), CancellationToken.None);

    private static int Insert(SqliteConnection connection, string name) =>
        connection.Execute("insert into secrets (name, value) values (@name, x'00')", new { name });

    /// <summary>How often the write-ahead log has begun anew: its header counts it.</summary>
    private uint TimesBegun()
    {
        var header = new byte[16];
        using var log = new FileStream(_engine.File + "-wal", FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        log.ReadExactly(header);
        return BinaryPrimitives.ReadUInt32BigEndian(header.AsSpan(12));
    }

    private Task<List<string>> Names() =>
        Database.ReadAsync(connection => connection.Query<string>("select name from secrets order by name").AsList(), CancellationToken.None);
}
