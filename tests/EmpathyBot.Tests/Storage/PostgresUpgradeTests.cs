using System.Text.Json;
using Dapper;
using EmpathyBot.Domain.Conversations;
using EmpathyBot.Domain.Customers;
using EmpathyBot.Domain.Handoffs;
using EmpathyBot.Storage;
using EmpathyBot.Storage.PostgreSql;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace EmpathyBot.Tests.Storage;

/// <summary>Databases that earlier versions wrote, from the very first schema on, with something in every table.</summary>
[Trait(PostgresEngine.Needs, PostgresEngine.Server)]
public sealed class PostgresUpgradeTests : IAsyncDisposable
{
    private readonly PostgresEngine _engine = new();

    public static TheoryData<int> EarlierSchemas => [.. Enumerable.Range(1, PostgresMigrations.Newest)];

    public ValueTask DisposeAsync() => _engine.DisposeAsync();

    [Theory]
    [MemberData(nameof(EarlierSchemas))]
    public async Task What_an_earlier_version_kept_is_there_after_the_upgrade(int schema)
    {
        await WriteAsAsync(schema);
        var before = await TablesAsync();
        Assert.All(before, table => Assert.True(table.Value.Count > 0, $"Nothing was put into {table.Key}."));

        await using var services = await _engine.OpenAsync(new SettableTime());

        var store = services.GetRequiredService<IConversationStore>();
        var found = (await store.FindAsync("c1", default))!;
        Assert.Equivalent(Some.Rich, found.State, strict: true);
        Assert.Equal([new(1, Some.Json("a1"))], await store.ReadStreamAsync("c1", 0, 10, default));
        Assert.Equivalent(Some.Events.Take(3), await store.ReadEventsAsync("c1", default), strict: true);
        Assert.Equal("a1", (await store.NextTurnAsync("c1", default))?.ActivityId);
        Assert.Equivalent(Some.Ticket(), await services.GetRequiredService<ITicketStore>().FindOpenAsync("c1", default), strict: true);
        Assert.False((await services.GetRequiredService<ICustomerMemoryStore>().FindAsync("directline", "dl_user", default)).IsEmpty);

        // No row is gone and no value of it has changed, in whichever table; new columns may have come.
        var after = await TablesAsync();
        Assert.All(before, table => Assert.Equal(table.Value.Count, after[table.Key].Count));
        Assert.All(before, table => Assert.All(table.Value, row => Assert.Contains(after[table.Key], newer => Holds(newer, row))));

        // And work goes on.
        Assert.Equal("c1", (await services.GetRequiredService<IResumeStore>().ExchangeAsync("h1", "h2", default))?.ConversationId);
        Assert.True(await store.CommitAsync(Some.Commit(found, "a1") with { Activities = [Some.Reply("r1")], Events = [Some.Events[3]] }, default));
        Assert.Equal(2, (await store.ReadStreamAsync("c1", 0, 10, default)).Count);
    }

    private static bool Holds(JsonElement newer, JsonElement older) => older.EnumerateObject().All(
        column => newer.TryGetProperty(column.Name, out var value) && value.GetRawText() == column.Value.GetRawText());

    private async Task WriteAsAsync(int schema)
    {
        await using var connection = new NpgsqlConnection(await _engine.ConnectionAsync() + ";Pooling=false");
        await connection.ExecuteAsync("create table schema_version (version integer not null primary key, applied_at bigint not null)");
        foreach (var migration in Migration.Of("PostgreSql").Where(migration => migration.Version <= schema))
        {
            await connection.ExecuteAsync(migration.Sql);
            await connection.ExecuteAsync("insert into schema_version (version, applied_at) values (@Version, 0)", migration);
            await FillAsync(connection, migration.Version);
        }
    }

    /// <summary>Puts something into what a schema added, as the version of that time did.</summary>
    private static async Task FillAsync(NpgsqlConnection connection, int schema)
    {
        var now = new SettableTime().GetUtcNow().ToUnixTimeMilliseconds();
        switch (schema)
        {
            case 1:
                var ticket = Some.Ticket();
                var memory = CustomerMemory.Empty.After(Some.Rich, [new CustomerSaid("u1", Some.Moment, "hello", null, [])]);
                await connection.ExecuteAsync(
                    """
                    insert into conversations (id, channel, user_id, reference, state, dialogs, version, last_sequence, last_event, created_at)
                    values ('c1', 'directline', 'dl_user', null, @state, null, 1, 1, 3, @now);
                    insert into stream (conversation_id, sequence, json) values ('c1', 1, @message);
                    insert into accepted (conversation_id, activity_id, client_key, sequence, json, turn, accepted_at, node)
                    values ('c1', 'a1', 'mark', 1, null, 0, @now, 'gone');
                    insert into outbox (conversation_id, sequence, attempts, due_at, node) values ('c1', 1, 2, @now, 'gone');
                    insert into changes (conversation_id, ticket_id, sequence) values ('c1', 't1', nextval('change_places'));
                    insert into tickets (id, conversation_id, is_open, need, requested_at, moved_at, version, json)
                    values ('t1', 'c1', true, @Need, @requestedAt, @movedAt, 0, @ticketJson);
                    insert into resumes (hash, conversation_id, user_id) values ('h1', 'c1', 'dl_user');
                    insert into secrets (name, value) values ('signing', '\x0102');
                    insert into attachments (id, conversation_id, name, content_type, content) values ('f1', 'c1', 'photo.png', 'image/png', '\x89');
                    insert into customers (channel, user_id, last_at, json) values ('directline', 'dl_user', @now, @memoryJson);
                    insert into agent_seats (id, name, available, capacity, teams, seen_at) values ('mira', 'Mira', true, 3, '["returns"]', @now);
                    insert into accounts (id, name, role, stamp, sign_in_name, password_hash, created_at, version)
                    values ('mira', 'Mira', 'agent', 's1', 'mira@example.com', 'hash', @now, 1);
                    insert into sign_in_tries (key, failures, last_at, wait_until) values ('k1', 2, @now, 0);
                    insert into audit (at, act, agent_id, agent, conversation_id) values (@now, 'took', 'mira', 'Mira', 'c1');
                    insert into session_keys (xml) values ('<key/>');
                    insert into nodes (id, alive_until) values ('gone', '2026-01-01');
                    insert into turn_leases (conversation_id, node, fence, until) values ('c1', 'gone', nextval('turn_fences'), '2026-01-01');
                    insert into customer_presence (conversation_id, node, left_at) values ('c1', 'gone', @now);
                    """,
                    new
                    {
                        now, state = StorageJson.Write(Some.Rich), message = Some.Json("a1"), memoryJson = StorageJson.Write(memory), ticket.Need,
                        ticketJson = StorageJson.Write(ticket), requestedAt = ticket.RequestedAt.ToUnixTimeMilliseconds(), movedAt = ticket.MovedAt.ToUnixTimeMilliseconds(),
                    });
                await connection.ExecuteAsync(
                    "insert into events (conversation_id, number, json) values ('c1', @number, @json)",
                    Some.Events.Take(3).Select((happened, index) => new { number = index + 1, json = StorageJson.Write(happened) }));
                break;
            case 2:
                await connection.ExecuteAsync(
                    "insert into hub_outbox (conversation_id, activity_id, ticket_id, kind, due_at) values ('c1', 'a1', 't1', 'message', @now)", new { now });
                break;
            case 3:
                await connection.ExecuteAsync("insert into shared_counts (key, counted, forgotten_at) values ('k1', 7, '2026-01-01')");
                break;
            default:
                // Later schemas added what is empty at first.
                break;
        }
    }

    /// <summary>Every row of every table, as JSON.</summary>
    private async Task<Dictionary<string, IReadOnlyList<JsonElement>>> TablesAsync()
    {
        await using var connection = new NpgsqlConnection(await _engine.ConnectionAsync() + ";Pooling=false");
        var tables = await connection.QueryAsync<string>(
            "select relname from pg_class where relnamespace = current_schema()::regnamespace and relkind in ('r', 'p') and relname <> 'schema_version'");
        var rows = new Dictionary<string, IReadOnlyList<JsonElement>>();
        foreach (var table in tables)
            rows[table] = [.. (await connection.QueryAsync<string>($"select to_jsonb(it)::text from \"{table}\" as it")).Select(row => JsonElement.Parse(row))];
        return rows;
    }
}
