using Dapper;
using EmpathyBot.Domain.Conversations;
using EmpathyBot.Domain.Handoffs;
using EmpathyBot.Storage.PostgreSql;

namespace EmpathyBot.Storage.Handoffs;

/// <summary>Each node notes the pages that are open at it. A customer is gone when no living node has one.</summary>
internal sealed class PostgresCustomerPresence(PostgresDatabase database, PostgresNode node, IConversationFeed feed, TimeProvider time) : ICustomerPresence
{
    // Tells desks only where one has an open handoff to show.
    private const string Note =
        """
        insert into customer_presence (conversation_id, node, left_at) values (@conversationId, @node, @leftAt)
        on conflict (conversation_id, node) do update set left_at = excluded.left_at;
        insert into changes (conversation_id, ticket_id)
        select conversation_id, id from tickets where conversation_id = @conversationId and is_open limit 1
        on conflict (conversation_id) do update set sequence = null, ticket_id = excluded.ticket_id
        returning 1;
        """;

    public Task ArrivedAsync(string conversationId, CancellationToken cancellationToken) => SetAsync(conversationId, null, cancellationToken);

    public Task LeftAsync(string conversationId, CancellationToken cancellationToken) =>
        SetAsync(conversationId, time.GetUtcNow().ToUnixTimeMilliseconds(), cancellationToken);

    public async Task<DateTimeOffset?> LeftAtAsync(string conversationId, CancellationToken cancellationToken)
    {
        // A node that was killed could not note who left: they are gone since it was last known to live.
        var at = await database.ReadAsync(
            connection => connection.QuerySingleAsync<long?>(
                """
                select case when bool_or(left_at is null and alive_until > clock_timestamp()) then null
                  else max(coalesce(left_at, (extract(epoch from alive_until) * 1000)::bigint)) end
                from customer_presence left join nodes on nodes.id = customer_presence.node
                where conversation_id = @conversationId
                """,
                new { conversationId }),
            cancellationToken);
        return at is { } left ? DateTimeOffset.FromUnixTimeMilliseconds(left) : null;
    }

    public Task BeginAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow().ToUnixTimeMilliseconds();
        return database.WriteAsync(
            connection => connection.ExecuteAsync(
                """
                update customer_presence set left_at = @now
                where left_at is null and not exists (
                  select 1 from nodes where nodes.id = customer_presence.node and nodes.id <> @node and nodes.alive_until > clock_timestamp())
                """,
                new { now, node = node.Id }),
            cancellationToken);
    }

    private async Task SetAsync(string conversationId, long? leftAt, CancellationToken cancellationToken)
    {
        var told = await database.WriteAsync(
            connection => connection.QuerySingleOrDefaultAsync<int?>(Note, new { conversationId, node = node.Id, leftAt }), cancellationToken);
        if (told is not null)
            feed.Announce(conversationId);
    }
}
