using Dapper;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace EmpathyBot.Storage.Sqlite;

/// <summary>The embedded database: one file, one writer, a few readers. Opened at start or, without a host, at first use.</summary>
internal sealed class SqliteDatabase : IDatabase, IAsyncDisposable, IDisposable
{
    private readonly SqliteFile _file;
    private readonly Lazy<Connections> _open;

    public SqliteDatabase(
        IOptions<StorageOptions> options, TimeProvider time, ILogger<SqliteDatabase> logger, IHostEnvironment? environment = null)
    {
        var settings = options.Value;
        var path = Path.GetFullPath(settings.Path, environment?.ContentRootPath ?? Directory.GetCurrentDirectory());
        _file = new SqliteFile(path, settings.PowerSafe);
        _open = new(() =>
        {
            var writer = new SqliteWriter(_file.OpenWriter(time.GetUtcNow()), new SqliteCheckpoints(_file, logger));
            SqliteLog.Opened(logger, path, SqliteMigrations.Newest);
            return new(writer, new SqliteReaders(_file));
        });
    }

    /// <inheritdoc/>
    public Task OpenAsync(CancellationToken cancellationToken)
    {
        _ = _open.Value;
        return Task.CompletedTask;
    }

    /// <summary>Reads what is committed.</summary>
    public async Task<T> ReadAsync<T>(Func<SqliteConnection, T> read, CancellationToken cancellationToken)
    {
        try
        {
            return await _open.Value.Readers.ReadAsync(read, cancellationToken);
        }
        catch (SqliteException failure)
        {
            throw SqliteFailure.Explain(_file.Path, failure);
        }
    }

    /// <summary>
    /// Writes in one transaction; when the task is done, it is committed. The work may be run again and so touches
    /// nothing but the connection.
    /// </summary>
    public Task<T> WriteAsync<T>(Func<SqliteConnection, T> write, CancellationToken cancellationToken) =>
        WriteAsync(write, static _ => true, cancellationToken);

    /// <summary>As <see cref="WriteAsync{T}(Func{SqliteConnection, T}, CancellationToken)"/>; a false undoes what was written.</summary>
    public Task<bool> TryWriteAsync(Func<SqliteConnection, bool> write, CancellationToken cancellationToken) =>
        WriteAsync(write, static written => written, cancellationToken);

    /// <summary>
    /// Writes the file anew without what was deleted from it, and cuts the write-ahead log to nothing: no byte of it is left
    /// in either. Writers wait meanwhile, so it is for what happens seldom.
    /// </summary>
    /// <returns>False when readers or writers left it no moment.</returns>
    public Task<bool> OverwriteDeletedAsync(CancellationToken cancellationToken) => Task.Run(
        () =>
        {
            _ = _open.Value;
            using var connection = _file.OpenKeeper();
            try
            {
                connection.Execute("vacuum");
                return connection.ExecuteScalar<long>("pragma wal_checkpoint(truncate)") == 0;
            }
            catch (SqliteException busy) when (busy.SqliteErrorCode is SQLitePCL.raw.SQLITE_BUSY or SQLitePCL.raw.SQLITE_LOCKED)
            {
                return false;
            }
        },
        cancellationToken);

    public void Dispose() => DisposeAsync().AsTask().GetAwaiter().GetResult();

    public async ValueTask DisposeAsync()
    {
        if (!_open.IsValueCreated)
            return;
        await _open.Value.Readers.DisposeAsync();
        // Last, since closing the last connection tidies the write-ahead log away.
        await _open.Value.Writer.DisposeAsync();
    }

    private async Task<T> WriteAsync<T>(Func<SqliteConnection, T> write, Func<T, bool> keep, CancellationToken cancellationToken)
    {
        try
        {
            return await _open.Value.Writer.WriteAsync(write, keep, cancellationToken);
        }
        catch (SqliteException failure)
        {
            throw SqliteFailure.Explain(_file.Path, failure);
        }
    }

    private sealed record Connections(SqliteWriter Writer, SqliteReaders Readers);
}

internal static partial class SqliteLog
{
    [LoggerMessage(5000, LogLevel.Information, "Storage is {Path}, schema {Schema}.")]
    public static partial void Opened(ILogger logger, string path, int schema);
}
