using Microsoft.Data.Sqlite;

namespace EmpathyBot.Storage.Sqlite;

/// <summary>Something to be written. It may be run again, so it touches nothing but the connection.</summary>
internal abstract class WriteJob
{
    public abstract bool IsCancelled { get; }

    /// <summary>Writes.</summary>
    /// <returns>False when what was written must be undone.</returns>
    public abstract bool Write(SqliteConnection connection);

    /// <summary>Its transaction is committed, or nothing of it was to be kept.</summary>
    public abstract void Complete();

    public abstract void Fail(Exception failure);

    public abstract void Cancel();
}

/// <inheritdoc cref="WriteJob"/>
/// <param name="write">Writes and says what came of it.</param>
/// <param name="keep">Whether, given what came of it, what was written is kept.</param>
/// <param name="cancellationToken">Takes the job back as long as it waits; once begun, it is finished.</param>
internal sealed class WriteJob<T>(Func<SqliteConnection, T> write, Func<T, bool> keep, CancellationToken cancellationToken) : WriteJob
{
    private readonly TaskCompletionSource<T> _done = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private T? _result;

    public Task<T> Done => _done.Task;

    public override bool IsCancelled => cancellationToken.IsCancellationRequested;

    public override bool Write(SqliteConnection connection) => keep(_result = write(connection));

    public override void Complete() => _done.TrySetResult(_result!);

    public override void Fail(Exception failure) => _done.TrySetException(failure);

    public override void Cancel() => _done.TrySetCanceled(cancellationToken);
}
