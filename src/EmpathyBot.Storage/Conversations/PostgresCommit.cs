using Dapper;
using EmpathyBot.Domain.Conversations;
using EmpathyBot.Storage.Audit;
using EmpathyBot.Storage.Customers;
using EmpathyBot.Storage.Handoffs;
using EmpathyBot.Storage.PostgreSql;
using Npgsql;

namespace EmpathyBot.Storage.Conversations;

/// <summary>
/// All that a turn or an agent's act brought, in one transaction of mostly two commands: the first does what may fail and
/// reads what the second needs, the second writes the rest.
/// </summary>
internal sealed class PostgresCommit(TurnCommit commit, string node, DateTimeOffset now, TimeSpan memoryKeptFor)
{
    // Its row lock is taken first by whoever writes into a conversation, so that nobody waits in a circle.
    private const string Count =
        """
        update conversations set
          version = version + 1,
          state = @state,
          dialogs = case when @Dialogs is null then dialogs when @Dialogs = '' then null else @Dialogs end,
          last_sequence = last_sequence + @activityCount,
          last_event = last_event + @eventCount
        where id = @ConversationId and version = @Version
        returning last_sequence as LastSequence, last_event as LastEvent, channel as Channel, user_id as UserId;
        """;

    // A turn that is done must not be done again, whatever the version: its customer was answered. A turn that was never
    // accepted here (an invoke is answered at once) has no row, and that is right.
    private const string EndTurn =
        """
        with ended as (
          update accepted set turn = 1 where conversation_id = @ConversationId and activity_id = @TurnId and turn = 0 returning 1)
        select exists (select 1 from ended) or not exists (
          select 1 from accepted where conversation_id = @ConversationId and activity_id = @TurnId and turn = 1);
        """;

    private const string EndLease =
        """
        with ended as (delete from turn_leases where conversation_id = @ConversationId and node = @node and fence = @Fence returning 1)
        select exists (select 1 from ended);
        """;

    private readonly string _state = StorageJson.Write(commit.State);
    private readonly PostgresMemoryWrite _memory = new(commit.State, commit.Events, now, memoryKeptFor);
    private readonly PostgresAppends _appended = new(commit.Events, commit.Activities, now);

    /// <returns>False when somebody was faster; what was written until then must be undone.</returns>
    /// <exception cref="TurnLostException">Another node has taken the turn over.</exception>
    public async Task<bool> TryWriteAsync(NpgsqlConnection connection, PostgresWait wait)
    {
        var (counters, remembered) = await TryBeginAsync(connection);
        if (counters is null)
            return false;
        if (commit.WithinLimitOf is { } agent && await IsAtLimitAsync(connection, agent))
            return false;
        // Tickets and the log are written in few commits, and so with commands of their own.
        if (commit.Ticket is { } ticket && await connection.ExecuteAsync(TicketRow.Write, TicketRow.Of(ticket)) != 1)
            return false;
        if (commit.ForgetReadings)
            await PostgresForgetting.WriteAsync(connection, commit, counters.Channel, counters.UserId);
        if (commit.Audit is { } audit)
            await connection.ExecuteAsync(AuditRow.Insert, AuditRow.Of(audit));
        if (commit.ToHub.Count > 0)
            await connection.ExecuteAsync(HubOutboxRow.Insert, HubOutboxRow.Of(commit.ConversationId, commit.ToHub, now));

        var parameters = new DynamicParameters(new { commit.ConversationId, ticketId = commit.Ticket?.Id ?? commit.State.Handoff.TicketId });
        var rest = _appended.Add(parameters, counters.LastSequence, counters.LastEvent)
            + _memory.Add(parameters, counters.Channel, counters.UserId, remembered) + PostgresChanges.Note + "commit";
        if (wait.IsOver)
            return false;
        await connection.ExecuteAsync(rest, parameters);
        return true;
    }

    /// <summary>The agent's seat is held while it is counted, so that two takes at once count one another.</summary>
    private static async Task<bool> IsAtLimitAsync(NpgsqlConnection connection, string agent)
    {
        var limit = await connection.QuerySingleOrDefaultAsync<int?>("select capacity from agent_seats where id = @agent for update", new { agent });
        // A NUL that a customer sent would be refused by the server's JSON.
        return limit is { } most && most <= await connection.ExecuteScalarAsync<int>(
            @"select count(*) from tickets where is_open and replace(json, '\u0000', '\ufffd')::json ->> 'agentId' = @agent", new { agent });
    }

    /// <summary>Where counting stands now and what is remembered of the customer; no counters when somebody was faster.</summary>
    private async Task<(Counters? Counters, string? Remembered)> TryBeginAsync(NpgsqlConnection connection)
    {
        await using var answers = await connection.QueryMultipleAsync(
            Count + (commit.TurnId is null ? "" : EndTurn) + (commit.Fence is null ? "" : EndLease) + _memory.Read,
            new
            {
                commit.ConversationId, commit.Version, commit.TurnId, commit.Fence, node, state = _state, commit.Dialogs,
                activityCount = _appended.ActivityCount, eventCount = _appended.EventCount,
            });
        var counters = await answers.ReadSingleOrDefaultAsync<Counters>();
        var isEnded = commit.TurnId is null || await answers.ReadSingleAsync<bool>();
        if (commit.Fence is not null && !await answers.ReadSingleAsync<bool>())
            throw new TurnLostException(commit.ConversationId);
        var remembered = await _memory.ReadAsync(answers);
        return (isEnded ? counters : null, remembered);
    }

    private sealed record Counters
    {
        public required long LastSequence { get; init; }
        public required long LastEvent { get; init; }
        public required string Channel { get; init; }
        public required string UserId { get; init; }
    }
}
