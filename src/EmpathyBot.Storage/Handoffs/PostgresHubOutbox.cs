using Dapper;
using EmpathyBot.Domain.Handoffs;
using EmpathyBot.Storage.PostgreSql;

namespace EmpathyBot.Storage.Handoffs;

/// <summary>
/// What is due is taken by one node, conversation by conversation, so that order holds; what a dead node took is due again.
/// </summary>
internal sealed class PostgresHubOutbox(PostgresDatabase database, PostgresNode node) : IHubOutbox
{
    private const string Take =
        """
        select pg_advisory_xact_lock(@HubOutbox)::text where exists (select 1 from hub_outbox where due_at <= @at);
        with due as (
          select due.id from hub_outbox as due
          where due.due_at <= @at
            and not exists (
              select 1 from hub_outbox as earlier
              where earlier.conversation_id = due.conversation_id and earlier.id < due.id and earlier.due_at > @at)
            and not exists (
              select 1 from hub_outbox as taken join nodes on nodes.id = taken.node
              where taken.conversation_id = due.conversation_id and taken.node <> @node and nodes.alive_until > clock_timestamp())
          order by due.id limit @limit),
        taken as (update hub_outbox set node = @node from due where hub_outbox.id = due.id and hub_outbox.node is distinct from @node)
        select hub_outbox.id as Id, conversation_id as ConversationId, activity_id as ActivityId, ticket_id as TicketId,
          kind as Kind, turn_id as TurnId, attempts as Attempts
        from due join hub_outbox on hub_outbox.id = due.id
        order by hub_outbox.id;
        """;

    public async Task<IReadOnlyList<HubOutboxItem>> DueAsync(DateTimeOffset now, int limit, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(limit);
        return await database.WriteAsync(
            async connection =>
            {
                await using var answers = await connection.QueryMultipleAsync(
                    Take, new { PostgresLocks.HubOutbox, at = now.ToUnixTimeMilliseconds(), node = node.Id, limit });
                await answers.ReadAsync<string>();
                return (await answers.ReadAsync<HubOutboxRow>()).Select(row => row.ToItem()).ToList();
            },
            cancellationToken);
    }

    public Task RemoveAsync(long id, CancellationToken cancellationToken) =>
        database.WriteAsync(connection => connection.ExecuteAsync("delete from hub_outbox where id = @id", new { id }), cancellationToken);

    public Task RetryAsync(long id, DateTimeOffset at, CancellationToken cancellationToken) => database.WriteAsync(
        connection => connection.ExecuteAsync(
            "update hub_outbox set attempts = attempts + 1, due_at = @due, node = null where id = @id", new { id, due = at.ToUnixTimeMilliseconds() }),
        cancellationToken);
}
