using Dapper;
using EmpathyBot.Domain.SignIn;
using EmpathyBot.Storage.Sqlite;
using Microsoft.Data.Sqlite;

namespace EmpathyBot.Storage.SignIn;

internal sealed class SqliteSignInTries(SqliteDatabase database, TimeProvider time) : ISignInTries
{
    public Task<DateTimeOffset?> BeginAsync(IReadOnlyList<SignInCount> counts, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(counts);
        var now = time.GetUtcNow();
        return database.WriteAsync(connection => Begin(connection, counts, now), cancellationToken);
    }

    public Task SucceedAsync(IReadOnlyList<SignInCount> counts, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(counts);
        return database.WriteAsync(
            connection =>
            {
                connection.Execute("delete from sign_in_tries where key = @Key", counts[0]);
                foreach (var count in counts.Skip(1))
                    connection.Execute("update sign_in_tries set failures = failures - 1, wait_until = 0 where key = @Key and failures > 0", count);
                return true;
            },
            cancellationToken);
    }

    private static DateTimeOffset? Begin(SqliteConnection connection, IReadOnlyList<SignInCount> counts, DateTimeOffset now)
    {
        var at = now.ToUnixTimeMilliseconds();
        connection.Execute(
            "delete from sign_in_tries where last_at < @forgotten",
            new { forgotten = (now - SignInLimit.ForgottenAfter).ToUnixTimeMilliseconds() });

        var waits = counts.Select(count => connection.ExecuteScalar<long?>("select wait_until from sign_in_tries where key = @Key", count) ?? 0).Max();
        if (waits > at)
            return DateTimeOffset.FromUnixTimeMilliseconds(waits);

        foreach (var count in counts)
        {
            var failures = connection.ExecuteScalar<int>(
                """
                insert into sign_in_tries (key, failures, last_at, wait_until) values (@Key, 1, @at, 0)
                on conflict (key) do update set failures = failures + 1, last_at = excluded.last_at
                returning failures
                """,
                new { count.Key, at });
            if (count.Limit.WaitAfter(failures) is var wait && wait > TimeSpan.Zero)
                connection.Execute("update sign_in_tries set wait_until = @until where key = @Key", new { until = (now + wait).ToUnixTimeMilliseconds(), count.Key });
        }

        return null;
    }
}
