using Dapper;
using EmpathyBot.Domain.Conversations;
using EmpathyBot.Storage.PostgreSql;
using Microsoft.Extensions.Options;

namespace EmpathyBot.Storage.Conversations;

internal sealed class PostgresTurnLeases(PostgresDatabase database, PostgresNode node, IOptions<StorageOptions> options) : ITurnLeases
{
    // The lease is taken first: only then is it sure that what is read as waiting is not being committed. A lease that a
    // crash of the server forgets costs nothing, so its disk is not waited for. Where nothing waits, nothing is written.
    private static readonly string Sql =
        $"""
        select set_config('synchronous_commit', 'off', true);
        insert into turn_leases (conversation_id, node, fence, until)
        select @conversationId, @node, nextval('turn_fences'), clock_timestamp() + make_interval(secs => @seconds)
        where exists (select 1 from accepted where conversation_id = @conversationId and turn = 0)
        on conflict (conversation_id) do update set node = excluded.node, fence = excluded.fence, until = excluded.until
        where turn_leases.node = excluded.node or turn_leases.until <= clock_timestamp();
        {PendingTurnRow.Next};
        select fence from turn_leases where conversation_id = @conversationId and node = @node;
        delete from turn_leases where conversation_id = @conversationId and node = @node
          and not exists (select 1 from accepted where conversation_id = @conversationId and turn = 0);
        """;

    public TimeSpan? LookEvery { get; } = TimeSpan.FromSeconds(Math.Min(2, options.Value.LeaseSeconds / 4.0));

    public async Task<TurnLease?> TakeAsync(string conversationId, CancellationToken cancellationToken)
    {
        var (row, fence) = await database.WriteAsync(
            async connection =>
            {
                await using var answers = await connection.QueryMultipleAsync(
                    Sql, new { conversationId, node = node.Id, seconds = (double)options.Value.LeaseSeconds });
                await answers.ReadAsync<string>();
                return (await answers.ReadSingleOrDefaultAsync<PendingTurnRow>(), await answers.ReadSingleOrDefaultAsync<long?>());
            },
            cancellationToken);
        return row is null || fence is null ? null : new(row.ToPending(conversationId), fence);
    }
}
