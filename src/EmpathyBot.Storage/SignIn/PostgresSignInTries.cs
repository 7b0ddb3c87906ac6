using Dapper;
using EmpathyBot.Domain.SignIn;
using EmpathyBot.Storage.PostgreSql;
using Npgsql;

namespace EmpathyBot.Storage.SignIn;

internal sealed class PostgresSignInTries(PostgresDatabase database, TimeProvider time) : ISignInTries
{
    public Task<DateTimeOffset?> BeginAsync(IReadOnlyList<SignInCount> counts, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(counts);
        var now = time.GetUtcNow();
        return database.TransactAsync(connection => BeginAsync(connection, counts, now), cancellationToken);
    }

    public Task SucceedAsync(IReadOnlyList<SignInCount> counts, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(counts);
        return database.TransactAsync(
            async connection =>
            {
                await LockAsync(connection, counts);
                return await connection.ExecuteAsync(
                    """
                    delete from sign_in_tries where key = @first;
                    update sign_in_tries set failures = failures - 1, wait_until = 0 where key = any(@others) and failures > 0;
                    """,
                    new { first = counts[0].Key, others = counts.Skip(1).Select(count => count.Key).ToArray() });
            },
            cancellationToken);
    }

    private static async Task<DateTimeOffset?> BeginAsync(NpgsqlConnection connection, IReadOnlyList<SignInCount> counts, DateTimeOffset now)
    {
        var at = now.ToUnixTimeMilliseconds();
        await LockAsync(connection, counts);
        await connection.ExecuteAsync(
            """
            with forgotten as (select key from sign_in_tries where last_at < @forgottenAt for update skip locked)
            delete from sign_in_tries using forgotten where sign_in_tries.key = forgotten.key
            """,
            new { forgottenAt = (now - SignInLimit.ForgottenAfter).ToUnixTimeMilliseconds() });

        var waits = await connection.ExecuteScalarAsync<long?>(
            "select max(wait_until) from sign_in_tries where key = any(@keys)", new { keys = counts.Select(count => count.Key).ToArray() }) ?? 0;
        if (waits > at)
            return DateTimeOffset.FromUnixTimeMilliseconds(waits);

        foreach (var count in counts)
        {
            var failures = await connection.ExecuteScalarAsync<int>(
                """
                insert into sign_in_tries (key, failures, last_at, wait_until) values (@Key, 1, @at, 0)
                on conflict (key) do update set failures = sign_in_tries.failures + 1, last_at = excluded.last_at
                returning failures
                """,
                new { count.Key, at });
            if (count.Limit.WaitAfter(failures) is var wait && wait > TimeSpan.Zero)
            {
                await connection.ExecuteAsync(
                    "update sign_in_tries set wait_until = @until where key = @Key", new { until = (now + wait).ToUnixTimeMilliseconds(), count.Key });
            }
        }

        return null;
    }

    /// <summary>In one order for all, so that two who try at once wait for each other and never in a circle.</summary>
    private static Task<int> LockAsync(NpgsqlConnection connection, IReadOnlyList<SignInCount> counts) => connection.ExecuteAsync(
        """
        select pg_advisory_xact_lock(number)
        from (select hashtextextended(key, 1) as number from unnest(@keys) as key order by number offset 0) as ordered
        """,
        new { keys = counts.Select(count => count.Key).ToArray() });
}
