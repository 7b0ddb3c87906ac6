using Dapper;
using EmpathyBot.Domain.Conversations;
using EmpathyBot.Domain.Handoffs;
using EmpathyBot.Storage.Sqlite;

namespace EmpathyBot.Storage.Handoffs;

internal sealed class SqliteCustomerPresence(SqliteDatabase database, IConversationFeed feed, TimeProvider time) : ICustomerPresence
{
    /// <summary>Tells desks only where one has an open handoff to show.</summary>
    private const string NoteChange =
        """
        insert or replace into changes (conversation_id, ticket_id)
        select conversation_id, id from tickets where conversation_id = @conversationId and is_open = 1 limit 1
        """;

    public Task ArrivedAsync(string conversationId, CancellationToken cancellationToken) => SetAsync(conversationId, null, cancellationToken);

    public Task LeftAsync(string conversationId, CancellationToken cancellationToken) =>
        SetAsync(conversationId, time.GetUtcNow().ToUnixTimeMilliseconds(), cancellationToken);

    public async Task<DateTimeOffset?> LeftAtAsync(string conversationId, CancellationToken cancellationToken)
    {
        var at = await database.ReadAsync(
            connection => connection.QuerySingleOrDefault<long?>(
                "select left_at from customer_presence where conversation_id = @conversationId", new { conversationId }),
            cancellationToken);
        return at is { } left ? DateTimeOffset.FromUnixTimeMilliseconds(left) : null;
    }

    public async Task BeginAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow().ToUnixTimeMilliseconds();
        _ = await database.WriteAsync(
            connection => connection.Execute("update customer_presence set left_at = @now where left_at is null", new { now }), cancellationToken);
    }

    private async Task SetAsync(string conversationId, long? leftAt, CancellationToken cancellationToken)
    {
        var told = await database.WriteAsync(
            connection =>
            {
                connection.Execute(
                    """
                    insert into customer_presence (conversation_id, left_at) values (@conversationId, @leftAt)
                    on conflict (conversation_id) do update set left_at = excluded.left_at
                    """,
                    new { conversationId, leftAt });
                return connection.Execute(NoteChange, new { conversationId });
            },
            cancellationToken);
        if (told > 0)
            feed.Announce(conversationId);
    }
}
