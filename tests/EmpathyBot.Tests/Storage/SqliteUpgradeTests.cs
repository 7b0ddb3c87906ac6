using Dapper;
using EmpathyBot.Domain.Conversations;
using EmpathyBot.Domain.Customers;
using EmpathyBot.Domain.Handoffs;
using EmpathyBot.Storage;
using EmpathyBot.Storage.Sqlite;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace EmpathyBot.Tests.Storage;

/// <summary>Files that earlier versions wrote, from the very first schema on, with everything in them that they could hold.</summary>
public sealed class SqliteUpgradeTests : IAsyncDisposable
{
    private readonly SqliteEngine _engine = new();

    public static TheoryData<int> EarlierSchemas => [.. Enumerable.Range(1, SqliteMigrations.Newest)];

    public ValueTask DisposeAsync() => _engine.DisposeAsync();

    [Theory]
    [MemberData(nameof(EarlierSchemas))]
    public async Task What_an_earlier_version_kept_is_there_after_the_upgrade(int schema)
    {
        WriteAs(schema);

        await using var services = _engine.Open(new SettableTime());

        var store = services.GetRequiredService<IConversationStore>();
        var found = (await store.FindAsync("c1", default))!;
        Assert.Equivalent(Some.Rich, found.State, strict: true);
        Assert.Equal([new(1, Some.Json("a1"))], await store.ReadStreamAsync("c1", 0, 10, default));
        Assert.Equivalent(Some.Events.Take(3), await store.ReadEventsAsync("c1", default), strict: true);
        Assert.Equal("a1", (await store.NextTurnAsync("c1", default))?.ActivityId);
        Assert.Equal("t1", Assert.Single(await store.ReadChangesAsync(0, 10, default)).TicketId);
        if (schema >= 2)
        {
            var tickets = services.GetRequiredService<ITicketStore>();
            Assert.Equivalent(Some.Ticket(), await tickets.FindOpenAsync("c1", default), strict: true);
            Assert.Single(await tickets.ListMovedAsync(Some.Ticket().MovedAt.AddMilliseconds(-1), 10, default));
            Assert.Empty(await tickets.ListMovedAsync(Some.Ticket().MovedAt.AddMilliseconds(1), 10, default));
        }

        if (schema >= 3)
            Assert.Equal("c1", (await services.GetRequiredService<IResumeStore>().ExchangeAsync("h1", "h2", default))?.ConversationId);
        if (schema >= 4)
            Assert.False((await services.GetRequiredService<ICustomerMemoryStore>().FindAsync("directline", "dl_user", default)).IsEmpty);

        // And work goes on.
        Assert.True(await store.CommitAsync(Some.Commit(found, "a1") with { Activities = [Some.Reply("r1")], Events = [Some.Events[3]] }, default));
        Assert.Equal(2, (await store.ReadStreamAsync("c1", 0, 10, default)).Count);
    }

    private void WriteAs(int schema)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(_engine.File)!);
        SQLitePCL.Batteries_V2.Init();
        using var connection = new SqliteConnection($"Data Source={_engine.File};Pooling=False");
        connection.Open();
        connection.Execute("create table schema_version (version integer not null primary key, applied_at integer not null)");
        foreach (var migration in Migration.Of("Sqlite").Where(migration => migration.Version <= schema))
        {
            connection.Execute(migration.Sql);
            connection.Execute("insert into schema_version (version, applied_at) values (@Version, 0)", migration);
            Fill(connection, migration.Version);
        }
    }

    /// <summary>Puts something into what a schema added, as the version of that time did.</summary>
    private static void Fill(SqliteConnection connection, int schema)
    {
        var now = new SettableTime().GetUtcNow().ToUnixTimeMilliseconds();
        switch (schema)
        {
            case 1:
                connection.Execute(
                    """
                    insert into conversations (id, channel, user_id, state, version, last_sequence, last_event, created_at)
                    values ('c1', 'directline', 'dl_user', @state, 1, 1, 3, @now);
                    insert into stream (conversation_id, sequence, json) values ('c1', 1, @message);
                    insert into accepted (conversation_id, activity_id, sequence, turn, accepted_at) values ('c1', 'a1', 1, 0, @now);
                    insert into changes (conversation_id, ticket_id) values ('c1', 't1');
                    """,
                    new { state = StorageJson.Write(Some.Rich), message = Some.Json("a1"), now });
                connection.Execute(
                    "insert into events (conversation_id, number, json) values ('c1', @number, @json)",
                    Some.Events.Take(3).Select((happened, index) => new { number = index + 1, json = StorageJson.Write(happened) }));
                break;
            case 2:
                var ticket = Some.Ticket();
                connection.Execute(
                    "insert into tickets (id, conversation_id, is_open, need, requested_at, version, json) values ('t1', 'c1', 1, @Need, @at, 0, @json)",
                    new { ticket.Need, at = ticket.RequestedAt.ToUnixTimeMilliseconds(), json = StorageJson.Write(ticket) });
                break;
            case 3:
                connection.Execute("insert into resumes (hash, conversation_id, user_id) values ('h1', 'c1', 'dl_user')");
                break;
            case 4:
                var memory = CustomerMemory.Empty.After(Some.Rich, [new CustomerSaid("u1", Some.Moment, "hello", null, [])]);
                connection.Execute("insert into customers (channel, user_id, last_at, json) values ('directline', 'dl_user', @now, @json)", new { now, json = StorageJson.Write(memory) });
                break;
            default:
                // Later schemas added what is empty at first.
                break;
        }
    }
}
