using Dapper;
using EmpathyBot.Domain.Conversations;
using EmpathyBot.Storage.PostgreSql;

namespace EmpathyBot.Storage.Conversations;

internal sealed class PostgresSharedCounts(PostgresDatabase database) : ISharedCounts
{
    public Task<long?> AddAsync(string key, int added, TimeSpan keptFor, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(added);
        return database.WriteAsync(
            connection => connection.ExecuteScalarAsync<long?>(
                """
                insert into shared_counts (key, counted, forgotten_at) values (@key, @added, clock_timestamp() + make_interval(secs => @seconds))
                on conflict (key) do update set counted = shared_counts.counted + excluded.counted
                returning counted
                """,
                new { key, added, seconds = keptFor.TotalSeconds }),
            cancellationToken);
    }
}
