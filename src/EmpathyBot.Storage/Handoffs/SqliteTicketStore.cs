using System.Text.Json;
using Dapper;
using EmpathyBot.Domain.Handoffs;
using EmpathyBot.Storage.Sqlite;

namespace EmpathyBot.Storage.Handoffs;

internal sealed class SqliteTicketStore(SqliteDatabase database, RecentTickets recent) : ITicketStore
{
    public Task<HandoffTicket?> FindAsync(string ticketId, CancellationToken cancellationToken) =>
        FindOneAsync("select json from tickets where id = @id", ticketId, cancellationToken);

    public Task<HandoffTicket?> FindOpenAsync(string conversationId, CancellationToken cancellationToken) => FindOneAsync(
        "select json from tickets where conversation_id = @id and is_open = 1 order by requested_at desc, rowid desc limit 1",
        conversationId,
        cancellationToken);

    public async Task<IReadOnlyList<HandoffTicket>> ListOpenAsync(int limit, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(limit);
        var places = await database.ReadAsync(
            connection => connection.Query<TicketPlace>(
                "select id as Id, version as Version from tickets where is_open = 1 order by need desc, requested_at, rowid limit @limit", new { limit }).AsList(),
            cancellationToken);
        return await recent.FindAsync(places, async ids => await database.ReadAsync(
            connection => connection.Query<string>(
                "select json from tickets where id in (select value from json_each(@ids))", new { ids = JsonSerializer.Serialize(ids) }).AsList(),
            cancellationToken));
    }

    public async Task<IReadOnlyList<HandoffTicket>> ListMovedAsync(DateTimeOffset since, int limit, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(limit);
        var rows = await database.ReadAsync(
            connection => connection.Query<string>(
                "select json from tickets where moved_at >= @since order by moved_at desc, rowid desc limit @limit",
                new { since = since.ToUnixTimeMilliseconds(), limit }).AsList(),
            cancellationToken);
        return [.. rows.Select(StorageJson.ReadTicket)];
    }

    private async Task<HandoffTicket?> FindOneAsync(string sql, string id, CancellationToken cancellationToken)
    {
        var json = await database.ReadAsync(connection => connection.QuerySingleOrDefault<string>(sql, new { id }), cancellationToken);
        return json is null ? null : StorageJson.ReadTicket(json);
    }
}
