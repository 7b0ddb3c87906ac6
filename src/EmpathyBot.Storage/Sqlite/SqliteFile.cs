using Dapper;
using Microsoft.Data.Sqlite;

namespace EmpathyBot.Storage.Sqlite;

/// <summary>Opens connections to the storage file.</summary>
internal sealed class SqliteFile(string path, bool powerSafe)
{
    /// <summary>Files up to this size are checked whole at start; a larger one would keep the start waiting.</summary>
    private const long CheckedUpTo = 64 * 1024 * 1024;

    static SqliteFile() => SQLitePCL.Batteries_V2.Init();

    public string Path => path;

    /// <summary>Makes folder and file where missing, brings the schema up to date, and opens the one writing connection.</summary>
    /// <exception cref="StorageException">The file cannot be written, is damaged, newer, or another program's.</exception>
    public SqliteConnection OpenWriter(DateTimeOffset now)
    {
        MakeFolder();
        SqliteConnection? connection = null;
        try
        {
            connection = Open();
            Check(connection);
            connection.Execute("pragma journal_mode = wal");
            connection.Execute($"pragma synchronous = {(powerSafe ? "full" : "normal")}");
            // Checkpoints are made beside the writer (SqliteCheckpoints); its own, at 128 MB, only when those fail. The log is
            // cut back to 64 MB after a burst.
            connection.Execute("pragma wal_autocheckpoint = 32000; pragma journal_size_limit = 67108864; pragma cache_size = -32000");
            SqliteMigrations.Apply(connection, path, now);
            return connection;
        }
        catch (Exception failure)
        {
            connection?.Dispose();
            if (failure is SqliteException sqlite)
                throw SqliteFailure.Explain(path, sqlite);
            throw;
        }
    }

    public SqliteConnection OpenReader()
    {
        var connection = Open();
        connection.Execute("pragma query_only = on; pragma cache_size = -8000");
        return connection;
    }

    /// <summary>For upkeep beside the writer: waits up to ten seconds for a moment of its own.</summary>
    public SqliteConnection OpenKeeper()
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ToString());
        connection.Open();
        connection.Execute("pragma busy_timeout = 10000");
        return connection;
    }

    private PreparedConnection Open()
    {
        var connection = new PreparedConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ToString());
        try
        {
            connection.Open();
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    private void MakeFolder()
    {
        try
        {
            var folder = System.IO.Path.GetDirectoryName(path)!;
            // What customers wrote and the keys that sign tokens lie there: a folder made here is the bot's alone.
            if (OperatingSystem.IsWindows())
                Directory.CreateDirectory(folder);
            else
                Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw SqliteFailure.Unwritable(path, failure);
        }
    }

    private void Check(SqliteConnection connection)
    {
        if (new FileInfo(path).Length <= CheckedUpTo && connection.ExecuteScalar<string>("pragma quick_check(1)") != "ok")
            throw SqliteFailure.Damaged(path);
    }
}
