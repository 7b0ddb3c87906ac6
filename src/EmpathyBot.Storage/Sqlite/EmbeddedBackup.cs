using Dapper;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;

namespace EmpathyBot.Storage.Sqlite;

/// <summary>Copies of the embedded storage: made while the bot runs, put back while it does not.</summary>
public sealed class EmbeddedBackup
{
    private readonly StorageOptions _options;

    internal EmbeddedBackup(IOptions<StorageOptions> options) => _options = options.Value;

    /// <summary>Writes a whole copy of what is committed now into a new file, and checks it.</summary>
    /// <param name="to">The file; there must be none of that name.</param>
    /// <returns>How many conversations are in it.</returns>
    /// <exception cref="StorageException">There is nothing to copy, or the file cannot be written.</exception>
    public long Save(string to)
    {
        var path = Embedded();
        if (!File.Exists(path))
            throw new StorageException(path, $"There is no storage file \"{path}\" to copy.");
        if (Path.Exists(to))
            throw new StorageException(to, $"There is a file \"{to}\" already. Name another one.");
        try
        {
            // What customers wrote and the keys that sign tokens lie in it: nobody else reads it.
            using (File.Open(to, OnlyForUs(FileMode.CreateNew)))
            {
            }

            using (var connection = Open(path, SqliteOpenMode.ReadWrite))
                connection.Execute("vacuum into @to", new { to });
            return Check(to);
        }
        catch (Exception failure) when (failure is SqliteException or IOException or UnauthorizedAccessException)
        {
            throw failure is SqliteException sqlite ? SqliteFailure.Explain(path, sqlite) : SqliteFailure.Unwritable(to, failure);
        }
    }

    /// <summary>Puts a copy back in the place of the storage file, which is kept beside it with the ending <c>.before-restore</c>.</summary>
    /// <param name="from">The copy.</param>
    /// <returns>How many conversations are in it.</returns>
    /// <exception cref="StorageException">The copy is damaged, newer or foreign, or the bot runs.</exception>
    public long Restore(string from)
    {
        var path = Embedded();
        if (!File.Exists(from))
            throw new StorageException(from, $"There is no file \"{from}\".");
        try
        {
            var conversations = Check(from);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            // Whole beside it first: a copy that breaks off must not take the place of anything.
            var beside = path + ".restoring";
            using (var source = File.OpenRead(from))
            using (var copy = File.Open(beside, OnlyForUs(FileMode.Create)))
            {
                source.CopyTo(copy);
                copy.Flush(flushToDisk: true);
            }

            if (File.Exists(path))
                PutAside(path);
            File.Move(beside, path);
            return conversations;
        }
        catch (Exception failure) when (failure is SqliteException or IOException or UnauthorizedAccessException)
        {
            throw failure is SqliteException sqlite ? SqliteFailure.Explain(path, sqlite) : SqliteFailure.Unwritable(path, failure);
        }
    }

    private string Embedded() => _options.UsesPostgreSql
        ? throw new StorageException("PostgreSQL", "The storage is PostgreSQL: save and restore it with pg_dump and pg_restore.")
        : Path.GetFullPath(_options.Path);

    /// <summary>Only who has the file alone may move it: a bot that runs would go on in the old one.</summary>
    private static void PutAside(string path)
    {
        using (var connection = Open(path, SqliteOpenMode.ReadWrite))
        {
            connection.Execute("pragma locking_mode = exclusive; begin immediate; commit");
            // All of it into the one file that is kept.
            connection.Execute("pragma wal_checkpoint(truncate); pragma journal_mode = delete");
        }

        File.Move(path, path + ".before-restore", overwrite: true);
    }

    private static long Check(string path)
    {
        using var connection = Open(path, SqliteOpenMode.ReadOnly);
        if (connection.ExecuteScalar<string>("pragma integrity_check(1)") != "ok")
            throw SqliteFailure.Damaged(path);
        if (connection.ExecuteScalar<long>("select count(*) from sqlite_master where name in ('schema_version', 'conversations')") != 2)
            throw SqliteFailure.Foreign(path);
        var version = connection.ExecuteScalar<int>("select max(version) from schema_version");
        return version > SqliteMigrations.Newest
            ? throw SqliteFailure.Newer(path, version, SqliteMigrations.Newest)
            : connection.ExecuteScalar<long>("select count(*) from conversations");
    }

    private static SqliteConnection Open(string path, SqliteOpenMode mode)
    {
        SQLitePCL.Batteries_V2.Init();
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Mode = mode, Pooling = false, DefaultTimeout = 3 }.ToString());
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

    private static FileStreamOptions OnlyForUs(FileMode mode)
    {
        var options = new FileStreamOptions { Mode = mode, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        return options;
    }
}
