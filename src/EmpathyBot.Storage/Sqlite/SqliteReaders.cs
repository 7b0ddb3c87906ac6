using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;

namespace EmpathyBot.Storage.Sqlite;

/// <summary>A few open connections that only read. Each sees what was committed before the read began.</summary>
internal sealed class SqliteReaders(SqliteFile file) : IAsyncDisposable
{
    private static readonly int Most = Math.Clamp(Environment.ProcessorCount * 2, 4, 16);

    private readonly SemaphoreSlim _free = new(Most);
    private readonly ConcurrentBag<SqliteConnection> _idle = [];

    public async Task<T> ReadAsync<T>(Func<SqliteConnection, T> read, CancellationToken cancellationToken)
    {
        await _free.WaitAsync(cancellationToken);
        try
        {
            var connection = _idle.TryTake(out var idle) ? idle : file.OpenReader();
            try
            {
                return read(connection);
            }
            finally
            {
                _idle.Add(connection);
            }
        }
        finally
        {
            _free.Release();
        }
    }

    /// <summary>Closes the connections once the reads that are running have ended; they are short.</summary>
    public async ValueTask DisposeAsync()
    {
        for (var taken = 0; taken < Most; taken++)
            await _free.WaitAsync();
        while (_idle.TryTake(out var connection))
            await connection.DisposeAsync();
        _free.Dispose();
    }
}
