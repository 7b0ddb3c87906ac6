using Dapper;
using Npgsql;

namespace EmpathyBot.Storage.PostgreSql;

/// <summary>Brings a database to the schema this program knows: numbered scripts, each applied once, by one node at a time.</summary>
internal static class PostgresMigrations
{
    private static readonly IReadOnlyList<Migration> All = Migration.Of("PostgreSql");

    /// <summary>The newest schema this program knows.</summary>
    public static int Newest => All[^1].Version;

    /// <summary>Applies what is missing, all of it or nothing.</summary>
    /// <exception cref="StorageException">The database belongs to a newer version or to another program.</exception>
    public static async Task ApplyAsync(NpgsqlConnection connection, string server, DateTimeOffset now)
    {
        await using var transaction = await connection.BeginTransactionAsync();
        // A second node waits here, however long it takes, and then finds everything applied.
        await connection.ExecuteAsync("set local statement_timeout = 0; set local idle_in_transaction_session_timeout = 0");
        await connection.ExecuteAsync("select pg_advisory_xact_lock(@Migrations)", new { PostgresLocks.Migrations });
        if (await connection.ExecuteScalarAsync<string>("show server_encoding") != "UTF8")
            throw PostgresFailure.NotUnicode(server);
        if (await connection.ExecuteScalarAsync<string?>("select current_schema()") is null)
            throw PostgresFailure.NoSchema(server);

        foreach (var migration in await MissingAsync(connection, server))
        {
            await connection.ExecuteAsync(migration.Sql);
            await connection.ExecuteAsync(
                "insert into schema_version (version, applied_at) values (@Version, @at)", new { migration.Version, at = now.ToUnixTimeMilliseconds() });
        }

        await transaction.CommitAsync();
    }

    private static async Task<IEnumerable<Migration>> MissingAsync(NpgsqlConnection connection, string server)
    {
        // What an extension brought along is nobody's data.
        var tables = (await connection.QueryAsync<string>(
            """
            select relname from pg_class
            where relnamespace = current_schema()::regnamespace and relkind in ('r', 'p')
              and not exists (select 1 from pg_depend where classid = 'pg_class'::regclass and objid = pg_class.oid and deptype = 'e')
            """)).AsList();
        if (tables.Count > 0 && !tables.Contains("schema_version"))
            throw PostgresFailure.Foreign(server);
        await connection.ExecuteAsync("create table if not exists schema_version (version integer not null primary key, applied_at bigint not null)");

        var applied = await connection.ExecuteScalarAsync<int?>("select max(version) from schema_version") ?? 0;
        return applied > Newest ? throw PostgresFailure.Newer(server, applied, Newest) : All.Where(migration => migration.Version > applied);
    }
}
