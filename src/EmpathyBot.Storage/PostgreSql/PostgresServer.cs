using Dapper;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace EmpathyBot.Storage.PostgreSql;

/// <summary>A database on a server: where it is, and connections to it.</summary>
internal sealed class PostgresServer : IAsyncDisposable
{
    private readonly NpgsqlDataSourceBuilder _builder;
    private readonly string _alone;
    private readonly string _atFirst;
    private NpgsqlDataSource _source;

    /// <exception cref="StorageException">The setting is no connection string.</exception>
    public PostgresServer(string setting, ILoggerFactory logging)
    {
        try
        {
            var settings = new NpgsqlConnectionStringBuilder(setting);
            // What the operator has not said: find out soon that nobody answers, and keep statements prepared, since
            // planning is much of what a small one costs.
            Default(settings, "Timeout", 5);
            Default(settings, "Command Timeout", 10);
            Default(settings, "Max Auto Prepare", 100);
            Default(settings, "Auto Prepare Min Usages", 2);
            // Nothing that a command sets outlives it here, so there is nothing to put back before the connection is used again.
            Default(settings, "No Reset On Close", true);
            Default(settings, "Application Name", "EmpathyBot");
            if (string.IsNullOrEmpty(settings.Host))
                throw new ArgumentException("it names no Host.");

            Name = $"{settings.Host}:{settings.Port}/{settings.Database ?? settings.Username}";
            _alone = Alone(settings);
            // The server ends what takes too long, and whoever waits for it stops waiting a little later: to call a command off
            // as the driver does it blocks a thread for as long as a server is silent, and threads are what answers customers.
            Patience = settings.CommandTimeout == 0 ? Timeout.InfiniteTimeSpan : TimeSpan.FromSeconds(settings.CommandTimeout);
            _atFirst = AtFirst(settings.CommandTimeout);
            settings.CommandTimeout = 0;
            Default(settings, "Tcp Keepalive Time", 10);
            _builder = new NpgsqlDataSourceBuilder(settings.ConnectionString);
            _builder.UseLoggerFactory(logging);
            _builder.UsePhysicalConnectionInitializer(connection => connection.Execute(_atFirst), connection => connection.ExecuteAsync(_atFirst));
            _source = _builder.Build();
        }
        catch (Exception failure) when (failure is ArgumentException or FormatException or KeyNotFoundException)
        {
            throw PostgresFailure.BadSetting(failure);
        }
    }

    /// <summary>Host, port and database: what operators may be told, and nothing secret.</summary>
    public string Name { get; }

    /// <summary>How long an answer is waited for, all of a read or a write together.</summary>
    public TimeSpan Patience { get; }

    /// <summary>The pool that connections come from now.</summary>
    public NpgsqlDataSource Source => Volatile.Read(ref _source);

    /// <summary>A connection beside the pool, for one who keeps it.</summary>
    public async Task<NpgsqlConnection> ConnectAloneAsync(CancellationToken cancellationToken)
    {
        var connection = new NpgsqlConnection(_alone);
        try
        {
            await connection.OpenAsync(cancellationToken);
            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    /// <summary>Drops idle connections: after one broke, the others of a restarted server are dead, too.</summary>
    public void Forget() => Source.Clear();

    /// <summary>
    /// Begins a new pool after a connection of this one fell silent: those that hang must not take the places of those that
    /// would be answered. They are closed once they come back, or the network gives them up.
    /// </summary>
    public void Abandon(NpgsqlDataSource silent)
    {
        var fresh = _builder.Build();
        if (Interlocked.CompareExchange(ref _source, fresh, silent) == silent)
            // Not disposed: somebody may be about to take a connection from it.
            silent.Clear();
        else
            fresh.Dispose();
    }

    public ValueTask DisposeAsync() => Source.DisposeAsync();

    /// <summary>A node that stalls, or is cut off, between two commands of a transaction must not keep its rows from the others.</summary>
    private static string AtFirst(int commandSeconds) =>
        $"set idle_in_transaction_session_timeout = '5s'; set statement_timeout = {Math.Max(0, (commandSeconds * 1000) - 500)}";

    private static string Alone(NpgsqlConnectionStringBuilder settings)
    {
        var alone = new NpgsqlConnectionStringBuilder(settings.ConnectionString) { Pooling = false };
        Default(alone, "Keepalive", 10);
        return alone.ConnectionString;
    }

    private static void Default(NpgsqlConnectionStringBuilder settings, string name, object value)
    {
        // Not ContainsKey: this builder says of every name it knows that it has it.
        if (!settings.Keys.Cast<string>().Contains(name, StringComparer.OrdinalIgnoreCase))
            settings[name] = value;
    }
}
