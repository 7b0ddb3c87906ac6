using Dapper;
using EmpathyBot.Domain.Conversations;
using EmpathyBot.Storage.Audit;
using EmpathyBot.Storage.Customers;
using EmpathyBot.Storage.Handoffs;
using Microsoft.Data.Sqlite;

namespace EmpathyBot.Storage.Conversations;

/// <summary>All that a turn or an agent's act brought, ready for the writer.</summary>
internal sealed class CommitWrite(TurnCommit commit, DateTimeOffset now, TimeSpan memoryKeptFor)
{
    private readonly byte[] _state = StorageJson.WriteUtf8(commit.State);
    private readonly TicketRow? _ticket = commit.Ticket is { } ticket ? TicketRow.Of(ticket) : null;
    private readonly AuditRow? _audit = commit.Audit is { } audit ? AuditRow.Of(audit) : null;
    private readonly MemoryWrite _memory = new(commit.State, commit.Events, now, memoryKeptFor);
    private readonly StreamWrites _appended = new(commit.ConversationId, commit.Events, commit.Activities, now);

    /// <returns>False when somebody was faster; what was written until then must be undone.</returns>
    public bool TryWrite(SqliteConnection connection)
    {
        var row = connection.QuerySingleOrDefault<Counters>(
            """
            update conversations set
              version = version + 1,
              state = cast(@state as text),
              dialogs = case when @Dialogs is null then dialogs when @Dialogs = '' then null else @Dialogs end,
              last_sequence = last_sequence + @activities,
              last_event = last_event + @events
            where id = @ConversationId and version = @Version
            returning last_sequence as LastSequence, last_event as LastEvent, channel as Channel, user_id as UserId
            """,
            new
            {
                commit.ConversationId,
                commit.Version,
                state = _state,
                commit.Dialogs,
                activities = _appended.ActivityCount,
                events = _appended.EventCount,
            });
        if (row is null || !EndsTurn(connection) || !IsWithinLimit(connection) || _ticket?.TryWrite(connection) == false)
            return false;

        if (commit.ForgetReadings)
            SqliteForgetting.Write(connection, commit, row.Channel, row.UserId);
        _memory.Write(connection, row.Channel, row.UserId);
        _appended.Append(connection, row.LastSequence, row.LastEvent);
        if (commit.ToHub.Count > 0)
            connection.Execute(HubOutboxRow.Insert, HubOutboxRow.Of(commit.ConversationId, commit.ToHub, now));
        NoteChange(connection);
        _audit?.Append(connection);
        return true;
    }

    /// <summary>A turn that is done must not be done again, whatever the version: its customer was answered.</summary>
    private bool EndsTurn(SqliteConnection connection)
    {
        if (commit.TurnId is null)
            return true;
        var ended = connection.Execute(
            "update accepted set turn = 1 where conversation_id = @ConversationId and activity_id = @TurnId and turn = 0", commit);
        // A turn that was never accepted here (an invoke is answered at once) has no row, and that is right.
        return ended == 1 || !connection.ExecuteScalar<bool>(
            "select exists (select 1 from accepted where conversation_id = @ConversationId and activity_id = @TurnId and turn = 1)", commit);
    }

    /// <summary>Counted in this transaction, which no other runs beside: two takes at once count one another.</summary>
    private bool IsWithinLimit(SqliteConnection connection) => commit.WithinLimitOf is null || connection.ExecuteScalar<bool>(
        """
        select not exists (
          select 1 from agent_seats where id = @WithinLimitOf and capacity <= (
            select count(*) from tickets where is_open = 1 and json ->> '$.agentId' = @WithinLimitOf))
        """,
        commit);

    /// <summary>Replaces the conversation's last change, but keeps the ticket it named: a desk may not have seen it yet.</summary>
    private void NoteChange(SqliteConnection connection) => connection.Execute(
        """
        insert or replace into changes (conversation_id, ticket_id)
        values (@ConversationId, coalesce(@ticketId, (select ticket_id from changes where conversation_id = @ConversationId)))
        """,
        new { commit.ConversationId, ticketId = commit.Ticket?.Id ?? commit.State.Handoff.TicketId });

    private sealed record Counters
    {
        public required long LastSequence { get; init; }
        public required long LastEvent { get; init; }
        public required string Channel { get; init; }
        public required string UserId { get; init; }
    }
}
