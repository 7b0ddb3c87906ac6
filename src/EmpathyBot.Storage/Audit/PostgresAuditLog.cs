using Dapper;
using EmpathyBot.Domain.Audit;
using EmpathyBot.Storage.PostgreSql;
using Microsoft.Extensions.Options;

namespace EmpathyBot.Storage.Audit;

internal sealed class PostgresAuditLog(PostgresDatabase database, IOptions<StorageOptions> options, TimeProvider time) : IAuditLog
{
    private readonly TimeSpan keptFor = TimeSpan.FromDays(options.Value.AuditDays);

    public async Task AppendAsync(AuditEntry entry, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(entry);
        var (row, oldest) = (AuditRow.Of(entry), Oldest());
        await database.TransactAsync(
            async connection =>
            {
                await connection.ExecuteAsync(AuditRow.Insert, row);
                return await connection.ExecuteAsync(
                    """
                    with old as (select id from audit where at < @oldest order by at limit 1000 for update skip locked)
                    delete from audit using old where audit.id = old.id
                    """,
                    new { oldest });
            },
            cancellationToken);
    }

    public async Task AppendOnceAsync(AuditEntry entry, DateTimeOffset since, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(entry);
        var row = AuditRow.Of(entry);
        var asked = new { row.ConversationId, row.Act, row.AgentId, from = since.ToUnixTimeMilliseconds() };
        // Nearly every look at a conversation is one more of the same: those wait for no lock.
        if (await database.ReadAsync(connection => connection.ExecuteScalarAsync<bool>(AuditRow.IsThere, asked), cancellationToken))
            return;
        await database.TryWriteAsync(
            async connection =>
            {
                await connection.ExecuteAsync("select pg_advisory_xact_lock(hashtextextended(@ConversationId, 2))", asked);
                return !await connection.ExecuteScalarAsync<bool>(AuditRow.IsThere, asked) && await connection.ExecuteAsync(AuditRow.Insert, row) == 1;
            },
            cancellationToken);
    }

    public async Task<IReadOnlyList<AuditEntry>> ReadAsync(AuditQuery query, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(query.Limit);
        // What is too old is not shown either, even when nothing was written since that would have deleted it.
        var oldest = Oldest();
        var rows = await database.ReadAsync(
            connection => connection.QueryAsync<AuditRow>(
                AuditRow.Find,
                new
                {
                    query.BeforeId, query.Act, query.AgentId, query.TicketId, query.ConversationId, query.Limit,
                    from = Math.Max(oldest, query.From?.ToUnixTimeMilliseconds() ?? oldest), to = query.To?.ToUnixTimeMilliseconds(),
                }),
            cancellationToken);
        return [.. rows.Select(row => row.ToEntry())];
    }

    private long Oldest() => (time.GetUtcNow() - keptFor).ToUnixTimeMilliseconds();
}
