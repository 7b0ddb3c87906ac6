using Dapper;
using EmpathyBot.Domain.Handoffs;
using EmpathyBot.Storage.PostgreSql;

namespace EmpathyBot.Storage.Handoffs;

internal sealed class PostgresTicketStore(PostgresDatabase database, RecentTickets recent) : ITicketStore
{
    public Task<HandoffTicket?> FindAsync(string ticketId, CancellationToken cancellationToken) =>
        FindOneAsync("select json from tickets where id = @id", ticketId, cancellationToken);

    public Task<HandoffTicket?> FindOpenAsync(string conversationId, CancellationToken cancellationToken) => FindOneAsync(
        "select json from tickets where conversation_id = @id and is_open order by requested_at desc, made desc limit 1",
        conversationId,
        cancellationToken);

    public async Task<IReadOnlyList<HandoffTicket>> ListOpenAsync(int limit, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(limit);
        var places = await database.ReadAsync(
            async connection => (await connection.QueryAsync<TicketPlace>(
                "select id as Id, version::bigint as Version from tickets where is_open order by need desc, requested_at, made limit @limit", new { limit })).AsList(),
            cancellationToken);
        return await recent.FindAsync(places, async ids => await database.ReadAsync(
            async connection => (await connection.QueryAsync<string>("select json from tickets where id = any(@ids)", new { ids })).AsList(),
            cancellationToken));
    }

    public Task<IReadOnlyList<HandoffTicket>> ListMovedAsync(DateTimeOffset since, int limit, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(limit);
        return ListAsync(
            "select json from tickets where moved_at >= @since order by moved_at desc, made desc limit @limit",
            new { since = since.ToUnixTimeMilliseconds(), limit },
            cancellationToken);
    }

    private async Task<HandoffTicket?> FindOneAsync(string sql, string id, CancellationToken cancellationToken)
    {
        var json = await database.ReadAsync(connection => connection.QuerySingleOrDefaultAsync<string>(sql, new { id }), cancellationToken);
        return json is null ? null : StorageJson.ReadTicket(json);
    }

    private async Task<IReadOnlyList<HandoffTicket>> ListAsync(string sql, object named, CancellationToken cancellationToken)
    {
        var rows = await database.ReadAsync(connection => connection.QueryAsync<string>(sql, named), cancellationToken);
        return [.. rows.Select(StorageJson.ReadTicket)];
    }
}
