using Dapper;
using EmpathyBot.Domain.Audit;
using EmpathyBot.Storage.Sqlite;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;

namespace EmpathyBot.Storage.Audit;

internal sealed class SqliteAuditLog(SqliteDatabase database, IOptions<StorageOptions> options, TimeProvider time) : IAuditLog
{
    private readonly TimeSpan keptFor = TimeSpan.FromDays(options.Value.AuditDays);

    public async Task AppendAsync(AuditEntry entry, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(entry);
        var row = AuditRow.Of(entry);
        var oldest = (time.GetUtcNow() - keptFor).ToUnixTimeMilliseconds();
        await database.WriteAsync(
            connection =>
            {
                row.Append(connection);
                return Forget(connection, oldest);
            },
            cancellationToken);
    }

    public async Task AppendOnceAsync(AuditEntry entry, DateTimeOffset since, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(entry);
        var row = AuditRow.Of(entry);
        var from = since.ToUnixTimeMilliseconds();
        // Nearly every look at a conversation is one more of the same: those wait for no writer.
        if (await database.ReadAsync(connection => IsThere(connection, row, from), cancellationToken))
            return;
        await database.WriteAsync(
            connection =>
            {
                if (IsThere(connection, row, from))
                    return false;
                row.Append(connection);
                return true;
            },
            cancellationToken);
    }

    public async Task<IReadOnlyList<AuditEntry>> ReadAsync(AuditQuery query, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(query.Limit);
        // What is too old is not shown either, even when nothing was written since that would have deleted it.
        var oldest = (time.GetUtcNow() - keptFor).ToUnixTimeMilliseconds();
        var rows = await database.ReadAsync(
            connection => connection.Query<AuditRow>(
                AuditRow.Find,
                new
                {
                    query.BeforeId, query.Act, query.AgentId, query.TicketId, query.ConversationId, query.Limit,
                    from = Math.Max(oldest, query.From?.ToUnixTimeMilliseconds() ?? oldest), to = query.To?.ToUnixTimeMilliseconds(),
                }).AsList(),
            cancellationToken);
        return [.. rows.Select(row => row.ToEntry())];
    }

    private static bool IsThere(SqliteConnection connection, AuditRow row, long from) =>
        connection.ExecuteScalar<bool>(AuditRow.IsThere, new { row.ConversationId, row.Act, row.AgentId, from });

    private static int Forget(SqliteConnection connection, long oldest) =>
        connection.Execute("delete from audit where at < @oldest", new { oldest });
}
