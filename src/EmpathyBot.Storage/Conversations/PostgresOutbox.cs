using Dapper;
using EmpathyBot.Domain.Conversations;
using EmpathyBot.Storage.PostgreSql;

namespace EmpathyBot.Storage.Conversations;

/// <summary>
/// What is due is taken by one node, conversation by conversation, so that order holds; what a dead node took is due again.
/// </summary>
internal sealed class PostgresOutbox(PostgresDatabase database, PostgresNode node) : IOutbox
{
    private const string Take =
        """
        select pg_advisory_xact_lock(@Outbox)::text where exists (select 1 from outbox where due_at <= @at);
        with due as (
          select due.id from outbox as due
          where due.due_at <= @at
            and not exists (
              select 1 from outbox as earlier
              where earlier.conversation_id = due.conversation_id and earlier.id < due.id and earlier.due_at > @at)
            and not exists (
              select 1 from outbox as taken join nodes on nodes.id = taken.node
              where taken.conversation_id = due.conversation_id and taken.node <> @node and nodes.alive_until > clock_timestamp())
          order by due.id limit @limit),
        taken as (update outbox set node = @node from due where outbox.id = due.id and outbox.node is distinct from @node)
        select outbox.id as Id, outbox.conversation_id as ConversationId, stream.json as Json, outbox.attempts as Attempts,
          conversations.reference as Reference
        from due join outbox on outbox.id = due.id
        join conversations on conversations.id = outbox.conversation_id
        join stream on stream.conversation_id = outbox.conversation_id and stream.sequence = outbox.sequence
        order by outbox.id;
        """;

    public async Task<IReadOnlyList<OutboxItem>> DueAsync(DateTimeOffset now, int limit, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(limit);
        return await database.WriteAsync(
            async connection =>
            {
                await using var answers = await connection.QueryMultipleAsync(
                    Take, new { PostgresLocks.Outbox, at = now.ToUnixTimeMilliseconds(), node = node.Id, limit });
                await answers.ReadAsync<string>();
                return (await answers.ReadAsync<OutboxRow>()).Select(row => row.ToItem()).ToList();
            },
            cancellationToken);
    }

    public Task DeliveredAsync(long id, CancellationToken cancellationToken) => RemoveAsync(id, cancellationToken);

    public Task FailedAsync(long id, DateTimeOffset? retryAt, CancellationToken cancellationToken) => retryAt is { } at
        ? database.WriteAsync(
            connection => connection.ExecuteAsync(
                "update outbox set attempts = attempts + 1, due_at = @due, node = null where id = @id",
                new { id, due = at.ToUnixTimeMilliseconds() }),
            cancellationToken)
        : RemoveAsync(id, cancellationToken);

    private Task<int> RemoveAsync(long id, CancellationToken cancellationToken) =>
        database.WriteAsync(connection => connection.ExecuteAsync("delete from outbox where id = @id", new { id }), cancellationToken);
}
