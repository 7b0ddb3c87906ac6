using Dapper;
using EmpathyBot.Domain.Conversations;
using EmpathyBot.Storage.Sqlite;

namespace EmpathyBot.Storage.Conversations;

internal sealed class SqliteOutbox(SqliteDatabase database) : IOutbox
{
    public async Task<IReadOnlyList<OutboxItem>> DueAsync(DateTimeOffset now, int limit, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(limit);
        var at = now.ToUnixTimeMilliseconds();
        var rows = await database.ReadAsync(
            connection => connection.Query<OutboxRow>(
                """
                select due.id as Id, due.conversation_id as ConversationId, stream.json as Json, due.attempts as Attempts,
                  conversations.reference as Reference
                from outbox as due
                join conversations on conversations.id = due.conversation_id
                join stream on stream.conversation_id = due.conversation_id and stream.sequence = due.sequence
                where due.due_at <= @at and not exists (
                  select 1 from outbox as earlier
                  where earlier.conversation_id = due.conversation_id and earlier.id < due.id and earlier.due_at > @at)
                order by due.id limit @limit
                """,
                new { at, limit }).AsList(),
            cancellationToken);
        return [.. rows.Select(row => row.ToItem())];
    }

    public Task DeliveredAsync(long id, CancellationToken cancellationToken) => RemoveAsync(id, cancellationToken);

    public Task FailedAsync(long id, DateTimeOffset? retryAt, CancellationToken cancellationToken) => retryAt is { } at
        ? database.WriteAsync(
            connection => connection.Execute(
                "update outbox set attempts = attempts + 1, due_at = @due where id = @id",
                new { id, due = at.ToUnixTimeMilliseconds() }),
            cancellationToken)
        : RemoveAsync(id, cancellationToken);

    private Task<int> RemoveAsync(long id, CancellationToken cancellationToken) =>
        database.WriteAsync(connection => connection.Execute("delete from outbox where id = @id", new { id }), cancellationToken);
}
