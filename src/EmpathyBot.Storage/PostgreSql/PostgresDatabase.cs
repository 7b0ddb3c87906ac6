using System.Net.Sockets;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Npgsql;

namespace EmpathyBot.Storage.PostgreSql;

/// <summary>A PostgreSQL database, shared by all nodes. Opened at start or, without a host, at first use.</summary>
internal sealed class PostgresDatabase(IOptions<StorageOptions> options, TimeProvider time, ILoggerFactory logging)
    : IDatabase, IAsyncDisposable, IDisposable
{
    private const int Tries = 3;

    private readonly ILogger _logger = logging.CreateLogger<PostgresDatabase>();
    private readonly SemaphoreSlim _opening = new(1);
    private volatile bool _isOpen;

    public PostgresServer Server { get; } = new(options.Value.PostgreSql, logging);

    /// <inheritdoc/>
    public async Task OpenAsync(CancellationToken cancellationToken)
    {
        if (_isOpen)
            return;
        await _opening.WaitAsync(cancellationToken);
        try
        {
            if (_isOpen)
                return;
            await using (var connection = await ConnectAsync(Server.Source, cancellationToken))
                await PostgresMigrations.ApplyAsync(connection, Server.Name, time.GetUtcNow());
            PostgresLog.Opened(_logger, Server.Name, PostgresMigrations.Newest);
            _isOpen = true;
        }
        catch (NpgsqlException failure)
        {
            throw PostgresFailure.Explain(Server.Name, failure);
        }
        finally
        {
            _opening.Release();
        }
    }

    /// <summary>Reads what is committed. A read over a connection that broke is made again.</summary>
    public Task<T> ReadAsync<T>(Func<NpgsqlConnection, Task<T>> read, CancellationToken cancellationToken) =>
        RunAsync((connection, _) => read(connection), isRead: true, cancellationToken);

    /// <summary>
    /// Writes with one command, which the server carries out whole or not at all, however many statements are in it. When
    /// the task is done, it is committed. The work may be run again and so touches nothing but the connection.
    /// </summary>
    public Task<T> WriteAsync<T>(Func<NpgsqlConnection, Task<T>> write, CancellationToken cancellationToken) =>
        RunAsync((connection, _) => write(connection), isRead: false, cancellationToken);

    /// <summary>As <see cref="WriteAsync"/>, for several commands in one transaction; a false undoes what was written.</summary>
    public Task<bool> TryWriteAsync(Func<NpgsqlConnection, Task<bool>> write, CancellationToken cancellationToken) =>
        TransactAsync(write, static written => written, cancellationToken);

    /// <summary>
    /// As <see cref="TryWriteAsync"/>, for a write that is made with every turn: its last command ends with <c>commit</c> itself,
    /// which saves a round trip, unless nobody waits any more.
    /// </summary>
    public Task<bool> TryWriteToTheEndAsync(Func<NpgsqlConnection, PostgresWait, Task<bool>> write, CancellationToken cancellationToken) => RunAsync(
        async (connection, wait) =>
        {
            await using var transaction = await connection.BeginTransactionAsync(CancellationToken.None);
            return await write(connection, wait);
        },
        isRead: false,
        cancellationToken);

    /// <summary>As <see cref="WriteAsync"/>, for several commands in one transaction.</summary>
    public Task<T> TransactAsync<T>(Func<NpgsqlConnection, Task<T>> write, CancellationToken cancellationToken) =>
        TransactAsync(write, static _ => true, cancellationToken);

    public void Dispose() => DisposeAsync().AsTask().GetAwaiter().GetResult();

    public async ValueTask DisposeAsync()
    {
        await Server.DisposeAsync();
        _opening.Dispose();
    }

    private Task<T> TransactAsync<T>(Func<NpgsqlConnection, Task<T>> write, Func<T, bool> keep, CancellationToken cancellationToken) => RunAsync(
        async (connection, wait) =>
        {
            await using var transaction = await connection.BeginTransactionAsync(CancellationToken.None);
            var result = await write(connection);
            // Who no longer waits was told that it failed.
            if (keep(result) && !wait.IsOver)
                await transaction.CommitAsync(CancellationToken.None);
            return result;
        },
        isRead: false,
        cancellationToken);

    private async Task<T> RunAsync<T>(Func<NpgsqlConnection, PostgresWait, Task<T>> work, bool isRead, CancellationToken cancellationToken)
    {
        await OpenAsync(cancellationToken);
        for (var attempt = 1; ; attempt++)
        {
            // Once begun it is finished: only the way there can be called off.
            cancellationToken.ThrowIfCancellationRequested();
            var (source, wait) = (Server.Source, new PostgresWait());
            var running = UseAsync(source, connection => work(connection, wait), cancellationToken);
            await ((Task)running).WaitAsync(Server.Patience, CancellationToken.None).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (!running.IsCompleted)
            {
                wait.IsOver = true;
                Server.Abandon(source);
                _ = EndAsync(running);
                throw PostgresFailure.Silent(Server.Name, Server.Patience);
            }

            try
            {
                return await running;
            }
            catch (PostgresException failure) when (attempt < Tries && IsLostRace(failure))
            {
                // The server undid all of it and asks to begin again.
                PostgresLog.LostRace(_logger, failure.SqlState);
            }
            catch (NpgsqlException failure)
            {
                var broken = failure is not PostgresException { SqlState: not (PostgresErrorCodes.AdminShutdown or PostgresErrorCodes.CrashShutdown) };
                if (broken)
                    Server.Forget();
                if (!broken || !isRead || attempt == Tries)
                    throw PostgresFailure.Explain(Server.Name, failure);
            }
            catch (Exception failure) when (IsOfTheWorld(failure))
            {
                throw PostgresFailure.Explain(Server.Name, failure);
            }
        }
    }

    private async Task<T> UseAsync<T>(NpgsqlDataSource source, Func<NpgsqlConnection, Task<T>> work, CancellationToken cancellationToken)
    {
        await using var connection = await ConnectAsync(source, cancellationToken);
        return await work(connection);
    }

    /// <summary>What nobody waits for any more ends some time, and how is only of interest to who looks for a fault.</summary>
    private async Task EndAsync(Task running)
    {
        try
        {
            await running;
            PostgresLog.EndedLate(_logger, null);
        }
        catch (Exception failure)
        {
            PostgresLog.EndedLate(_logger, failure);
        }
    }

    private async Task<NpgsqlConnection> ConnectAsync(NpgsqlDataSource source, CancellationToken cancellationToken)
    {
        try
        {
            return await source.OpenConnectionAsync(cancellationToken);
        }
        catch (Exception failure) when (IsOfTheWorld(failure))
        {
            throw PostgresFailure.Explain(Server.Name, failure);
        }
    }

    /// <summary>The driver's own exception, or one that it lets through when time runs out or the network breaks while it connects.</summary>
    private static bool IsOfTheWorld(Exception failure) => failure is NpgsqlException or TimeoutException or IOException or SocketException;

    private static bool IsLostRace(PostgresException failure) =>
        failure.SqlState is PostgresErrorCodes.DeadlockDetected or PostgresErrorCodes.SerializationFailure;
}

/// <summary>Event ids 5020–5029.</summary>
internal static partial class PostgresLog
{
    [LoggerMessage(5020, LogLevel.Information, "Storage is PostgreSQL {Server}, schema {Schema}.")]
    public static partial void Opened(ILogger logger, string server, int schema);

    [LoggerMessage(5022, LogLevel.Debug, "What the server had not answered in time has ended.")]
    public static partial void EndedLate(ILogger logger, Exception? failure);

    [LoggerMessage(5021, LogLevel.Debug, "A write lost a race ({SqlState}) and is made again.")]
    public static partial void LostRace(ILogger logger, string sqlState);
}
