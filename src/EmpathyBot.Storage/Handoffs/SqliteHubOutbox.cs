using Dapper;
using EmpathyBot.Domain.Handoffs;
using EmpathyBot.Storage.Sqlite;

namespace EmpathyBot.Storage.Handoffs;

internal sealed class SqliteHubOutbox(SqliteDatabase database) : IHubOutbox
{
    public async Task<IReadOnlyList<HubOutboxItem>> DueAsync(DateTimeOffset now, int limit, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(limit);
        var at = now.ToUnixTimeMilliseconds();
        var rows = await database.ReadAsync(
            connection => connection.Query<HubOutboxRow>(
                """
                select due.id as Id, due.conversation_id as ConversationId, due.activity_id as ActivityId, due.ticket_id as TicketId,
                  due.kind as Kind, due.turn_id as TurnId, due.attempts as Attempts
                from hub_outbox as due
                where due.due_at <= @at and not exists (
                  select 1 from hub_outbox as earlier
                  where earlier.conversation_id = due.conversation_id and earlier.id < due.id and earlier.due_at > @at)
                order by due.id limit @limit
                """,
                new { at, limit }).AsList(),
            cancellationToken);
        return [.. rows.Select(row => row.ToItem())];
    }

    public Task RemoveAsync(long id, CancellationToken cancellationToken) =>
        database.WriteAsync(connection => connection.Execute("delete from hub_outbox where id = @id", new { id }), cancellationToken);

    public Task RetryAsync(long id, DateTimeOffset at, CancellationToken cancellationToken) => database.WriteAsync(
        connection => connection.Execute(
            "update hub_outbox set attempts = attempts + 1, due_at = @due where id = @id", new { id, due = at.ToUnixTimeMilliseconds() }),
        cancellationToken);
}
