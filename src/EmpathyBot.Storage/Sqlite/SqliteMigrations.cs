using Dapper;
using Microsoft.Data.Sqlite;

namespace EmpathyBot.Storage.Sqlite;

/// <summary>Brings the file to the schema this program knows: numbered scripts, each applied once, under the file's own lock.</summary>
internal static class SqliteMigrations
{
    private static readonly IReadOnlyList<Migration> All = Migration.Of("Sqlite");

    /// <summary>The newest schema this program knows.</summary>
    public static int Newest => All[^1].Version;

    /// <summary>Applies what is missing. After an exception the connection is to be closed.</summary>
    /// <exception cref="StorageException">The file belongs to a newer version or to another program.</exception>
    public static void Apply(SqliteConnection connection, string path, DateTimeOffset now)
    {
        // The lock is the write lock of the file: a second process waits here and then finds everything applied. When a
        // script fails, closing the connection rolls all of them back.
        connection.Execute("begin immediate");
        foreach (var migration in Missing(connection, path))
        {
            connection.Execute(migration.Sql);
            connection.Execute(
                "insert into schema_version (version, applied_at) values (@Version, @at)",
                new { migration.Version, at = now.ToUnixTimeMilliseconds() });
        }

        connection.Execute("commit");
    }

    private static IEnumerable<Migration> Missing(SqliteConnection connection, string path)
    {
        var tables = connection.Query<string>("select name from sqlite_master where type = 'table'").AsList();
        if (tables.Count > 0 && !tables.Contains("schema_version"))
            throw SqliteFailure.Foreign(path);
        connection.Execute("create table if not exists schema_version (version integer not null primary key, applied_at integer not null)");

        var applied = connection.ExecuteScalar<int?>("select max(version) from schema_version") ?? 0;
        return applied > Newest ? throw SqliteFailure.Newer(path, applied, Newest) : All.Where(migration => migration.Version > applied);
    }
}
