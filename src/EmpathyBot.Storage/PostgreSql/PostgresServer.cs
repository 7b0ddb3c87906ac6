using Microsoft.Extensions.Logging;
using Npgsql;

namespace EmpathyBot.Storage.PostgreSql;

/// <summary>A database on a server: where it is, and connections to it.</summary>
internal sealed class PostgresServer : IAsyncDisposable
{
    private readonly NpgsqlDataSource _source;
    private readonly string _alone;

    /// <exception cref="StorageException">The setting is no connection string.</exception>
    public PostgresServer(string setting, ILoggerFactory logging)
    {
        try
        {
            var settings = new NpgsqlConnectionStringBuilder(setting);
            // What the operator has not said: find out soon that nobody answers, and keep statements prepared, since
            // planning is much of what a small one costs.
            Default(settings, "Timeout", 5);
            Default(settings, "Command Timeout", 15);
            Default(settings, "Keepalive", 10);
            Default(settings, "Max Auto Prepare", 100);
            Default(settings, "Auto Prepare Min Usages", 2);
            Default(settings, "Application Name", "EmpathyBot");
            if (string.IsNullOrEmpty(settings.Host))
                throw new ArgumentException("it names no Host.");

            Name = $"{settings.Host}:{settings.Port}/{settings.Database ?? settings.Username}";
            var builder = new NpgsqlDataSourceBuilder(settings.ConnectionString);
            builder.UseLoggerFactory(logging);
            _source = builder.Build();
            settings.Pooling = false;
            _alone = settings.ConnectionString;
        }
        catch (Exception failure) when (failure is ArgumentException or FormatException or KeyNotFoundException)
        {
            throw PostgresFailure.BadSetting(failure);
        }
    }

    /// <summary>Host, port and database: what operators may be told, and nothing secret.</summary>
    public string Name { get; }

    /// <summary>A connection of the pool.</summary>
    public ValueTask<NpgsqlConnection> ConnectAsync(CancellationToken cancellationToken) => _source.OpenConnectionAsync(cancellationToken);

    /// <inheritdoc cref="ConnectAsync"/>
    public NpgsqlConnection Connect() => _source.OpenConnection();

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
    public void Forget() => _source.Clear();

    public ValueTask DisposeAsync() => _source.DisposeAsync();

    private static void Default(NpgsqlConnectionStringBuilder settings, string name, object value)
    {
        if (!settings.ContainsKey(name))
            settings[name] = value;
    }
}
