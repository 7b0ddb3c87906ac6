using System.Threading.Channels;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace EmpathyBot.Storage.Sqlite;

/// <summary>
/// The one writer. Whatever waits is written in one transaction, each job in a savepoint of its own: under load many
/// commits share one flush, and one job's failure is not another's.
/// </summary>
internal sealed class SqliteWriter : IAsyncDisposable
{
    private const int MostInOneTransaction = 256;

    /// <summary>So long may another program write into the file before those who wait are told that nothing can be kept now.</summary>
    private const int HeldForSeconds = 10;

    private readonly SqliteConnection _connection;
    private readonly SqliteCheckpoints _checkpoints;
    private readonly SqliteCommand _begin, _commit, _mark, _keep, _undo;
    private readonly Task _writing;

    // Who writes faster than the disk waits here instead of filling the memory.
    private readonly Channel<WriteJob> _jobs = Channel.CreateBounded<WriteJob>(new BoundedChannelOptions(4096) { SingleReader = true });

    /// <param name="connection">The one that writes; it is closed with the writer.</param>
    /// <param name="checkpoints">Are told of what is written, and ended with the writer.</param>
    public SqliteWriter(SqliteConnection connection, SqliteCheckpoints checkpoints)
    {
        (_connection, _checkpoints) = (connection, checkpoints);
        _begin = Command("begin immediate");
        _begin.CommandTimeout = HeldForSeconds;
        _commit = Command("commit");
        _mark = Command("savepoint job");
        _keep = Command("release job");
        _undo = Command("rollback to job");
        _writing = Task.Run(WriteAsync);
    }

    /// <summary>Writes; when the task is done, it is committed.</summary>
    public async Task<T> WriteAsync<T>(Func<SqliteConnection, T> write, Func<T, bool> keep, CancellationToken cancellationToken)
    {
        var job = new WriteJob<T>(write, keep, cancellationToken);
        await _jobs.Writer.WriteAsync(job, cancellationToken);
        return await job.Done;
    }

    /// <summary>Writes what waits, then closes.</summary>
    public async ValueTask DisposeAsync()
    {
        _jobs.Writer.TryComplete();
        await _writing;
        await _checkpoints.DisposeAsync();
        foreach (var command in (SqliteCommand[])[_begin, _commit, _mark, _keep, _undo])
            await command.DisposeAsync();
        await _connection.DisposeAsync();
    }

    private async Task WriteAsync()
    {
        var group = new List<WriteJob>(MostInOneTransaction);
        while (await _jobs.Reader.WaitToReadAsync())
        {
            while (group.Count < MostInOneTransaction && _jobs.Reader.TryRead(out var job))
            {
                if (job.IsCancelled)
                    job.Cancel();
                else
                    group.Add(job);
            }

            try
            {
                WriteTogether(group);
            }
            catch (Exception failure)
            {
                // Not even the rollback worked. Who waits is told, and the next group tries afresh.
                group.ForEach(job => job.Fail(failure));
            }

            _checkpoints.Written(group.Count);
            _checkpoints.BringInRest(_connection);
            group.Clear();
        }
    }

    private void WriteTogether(List<WriteJob> group)
    {
        try
        {
            _begin.ExecuteNonQuery();
        }
        catch (SqliteException held)
        {
            // Another program holds the file. It is nobody's fault here: one after the other they would each wait as long again.
            group.ForEach(job => job.Fail(held));
            return;
        }

        var failed = new Dictionary<WriteJob, Exception>();
        try
        {
            foreach (var job in group)
            {
                if (Write(job) is { } failure)
                    failed.Add(job, failure);
            }

            _commit.ExecuteNonQuery();
        }
        catch (Exception failure)
        {
            // Nothing of the transaction is there. One job may be the reason (a file too large for the disk): apart,
            // the others can still succeed.
            RollBack();
            if (group.Count > 1)
                group.ForEach(job => WriteTogether([job]));
            else
                group.ForEach(job => job.Fail(failure));
            return;
        }

        foreach (var job in group)
        {
            if (failed.TryGetValue(job, out var failure))
                job.Fail(failure);
            else
                job.Complete();
        }
    }

    /// <summary>Why the job could not be written, or null. Throws when the whole transaction is gone.</summary>
    private Exception? Write(WriteJob job)
    {
        _mark.ExecuteNonQuery();
        Exception? failure = null;
        var keep = false;
        try
        {
            keep = job.Write(_connection);
        }
        catch (Exception thrown) when (InTransaction)
        {
            failure = thrown;
        }

        if (!keep)
            _undo.ExecuteNonQuery();
        _keep.ExecuteNonQuery();
        return failure;
    }

    private bool InTransaction => raw.sqlite3_get_autocommit(_connection.Handle) == 0;

    private void RollBack()
    {
        if (!InTransaction)
            return;
        using var rollback = Command("rollback");
        rollback.ExecuteNonQuery();
    }

    private SqliteCommand Command(string sql)
    {
        var command = _connection.CreateCommand();
        command.CommandText = sql;
        return command;
    }
}
