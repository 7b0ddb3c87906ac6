using Dapper;
using EmpathyBot.Domain.Conversations;
using EmpathyBot.Storage.PostgreSql;
using Npgsql;

namespace EmpathyBot.Storage.Conversations;

/// <summary>
/// What desks are told of. A commit notes its conversation without a place; whoever reads gives the places first, one
/// reader at a time. So a place that is seen has all lower ones behind it, in whatever order commits of many nodes end.
/// </summary>
internal static class PostgresChanges
{
    /// <summary>Notes a change but keeps the ticket it named: a desk may not have seen it yet.</summary>
    public const string Note =
        """
        insert into changes (conversation_id, ticket_id) values (@ConversationId, @ticketId)
        on conflict (conversation_id) do update set sequence = null, ticket_id = coalesce(excluded.ticket_id, changes.ticket_id);
        """;

    // A row that is being changed right now is left out: it gets its place once that is committed.
    private const string GivePlaces =
        """
        select pg_advisory_xact_lock(@Changes)::text where exists (select 1 from changes where sequence is null);
        with unplaced as (select conversation_id from changes where sequence is null for update skip locked)
        update changes set sequence = nextval('change_places') from unplaced where changes.conversation_id = unplaced.conversation_id;
        """;

    public static async Task<IReadOnlyList<ConversationChange>> ReadAsync(NpgsqlConnection connection, long after, int limit)
    {
        await using var answers = await connection.QueryMultipleAsync(
            GivePlaces +
            """
            select sequence as Sequence, conversation_id as ConversationId, ticket_id as TicketId from changes
            where sequence > @after order by sequence limit @limit
            """,
            new { PostgresLocks.Changes, after, limit });
        await answers.ReadAsync<string>();
        return (await answers.ReadAsync<ConversationChange>()).AsList();
    }

    public static async Task<long> LastAsync(NpgsqlConnection connection)
    {
        await using var answers = await connection.QueryMultipleAsync(
            GivePlaces + "select coalesce(max(sequence), 0) from changes", new { PostgresLocks.Changes });
        await answers.ReadAsync<string>();
        return await answers.ReadSingleAsync<long>();
    }
}
