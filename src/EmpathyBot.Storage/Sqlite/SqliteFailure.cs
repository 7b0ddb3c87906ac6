using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace EmpathyBot.Storage.Sqlite;

/// <summary>The one place that turns a broken world into a sentence with the file and what to do.</summary>
internal static class SqliteFailure
{
    public static StorageException Explain(string path, SqliteException failure) => failure.SqliteErrorCode switch
    {
        raw.SQLITE_NOTADB or raw.SQLITE_CORRUPT => Damaged(path, failure),
        raw.SQLITE_READONLY or raw.SQLITE_CANTOPEN or raw.SQLITE_PERM or raw.SQLITE_AUTH => Unwritable(path, failure),
        raw.SQLITE_FULL => new(path, $"The disk that holds the storage file \"{path}\" is full. Make room, or move the file and name its new place in Storage:Path.", failure),
        raw.SQLITE_BUSY or raw.SQLITE_LOCKED => new(path, $"The storage file \"{path}\" is locked by another program. Stop that program (a second bot, a database browser), or name another file in Storage:Path.", failure),
        _ => new(path, $"The storage file \"{path}\" cannot be used: {failure.Message}", failure),
    };

    public static StorageException Unwritable(string path, Exception failure) => new(
        path,
        $"The storage file \"{path}\" cannot be written: {failure.Message} Let the account that runs the bot write there, or name another file in Storage:Path.",
        failure);

    public static StorageException Damaged(string path, Exception? failure = null) => new(
        path,
        $"The storage file \"{path}\" is damaged or is no SQLite file. Put a good copy back, or move it away (with its -wal and -shm files) to start with an empty one.",
        failure);

    public static StorageException Foreign(string path) => new(
        path, $"The storage file \"{path}\" is another program's database. Name another file in Storage:Path.");

    public static StorageException Newer(string path, int found, int known) => new(
        path,
        $"The storage file \"{path}\" was written by a newer version (schema {found}, this version knows up to {known}). Start the newer version, or name another file in Storage:Path.");
}
