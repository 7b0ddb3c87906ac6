using System.Threading.Channels;
using Dapper;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;

namespace EmpathyBot.Storage.Sqlite;

/// <summary>
/// Brings what was written from the write-ahead log into the file, beside the writer: it flushes the disk and takes tens of
/// milliseconds, for which every customer's message would wait. Only what is written meanwhile is left to the writer, since
/// the log begins anew only once all of it is in the file.
/// </summary>
internal sealed class SqliteCheckpoints : IAsyncDisposable
{
    /// <summary>Some 30 MB of log. More often would flush the disk more often; more seldom would make the log larger.</summary>
    public const int WritesBetween = 750;

    private const string Passive = "pragma wal_checkpoint(passive)";

    private readonly SqliteFile _file;
    private readonly ILogger _logger;
    private readonly Task _working;

    /// <summary>Holds at most one wish: a checkpoint takes all there is.</summary>
    private readonly Channel<bool> _due = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private int _writes;
    private int _isRestDue;

    public SqliteCheckpoints(SqliteFile file, ILogger logger)
    {
        (_file, _logger) = (file, logger);
        _working = Task.Run(WorkAsync);
    }

    /// <summary>Counts what the writer has committed.</summary>
    public void Written(int writes)
    {
        _writes += writes;
        if (_writes < WritesBetween)
            return;
        _writes = 0;
        _due.Writer.TryWrite(true);
    }

    /// <summary>Between two transactions: brings in what was written during a checkpoint, if one has ended.</summary>
    public void BringInRest(SqliteConnection writer)
    {
        if (Interlocked.Exchange(ref _isRestDue, 0) == 1)
            TryBringIn(() => writer);
    }

    public async ValueTask DisposeAsync()
    {
        _due.Writer.TryComplete();
        await _working;
    }

    private async Task WorkAsync()
    {
        await foreach (var _ in _due.Reader.ReadAllAsync())
        {
            SqliteConnection? connection = null;
            if (TryBringIn(() => connection = _file.OpenKeeper()))
                Volatile.Write(ref _isRestDue, 1);
            connection?.Dispose();
        }
    }

    private bool TryBringIn(Func<SqliteConnection> connect)
    {
        try
        {
            connect().Execute(Passive);
            return true;
        }
        catch (SqliteException failure)
        {
            // Nothing is lost: it stays in the log, which the writer itself brings in when it has grown too far.
            SqliteCheckpointsLog.Failed(_logger, failure);
            return false;
        }
    }
}

/// <summary>Event ids 5010–5019.</summary>
internal static partial class SqliteCheckpointsLog
{
    [LoggerMessage(5010, LogLevel.Warning, "The write-ahead log could not be brought into the storage file; it is tried again.")]
    public static partial void Failed(ILogger logger, Exception failure);
}
