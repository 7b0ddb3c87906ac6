using EmpathyBot.Storage.PostgreSql;
using EmpathyBot.Storage.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace EmpathyBot.Storage;

/// <summary>Opens the storage before any other service of the host starts, so that one that cannot be used stops the start.</summary>
internal sealed class StorageStart(IServiceProvider provider, IOptions<StorageOptions> options) : IHostedLifecycleService
{
    public Task StartingAsync(CancellationToken cancellationToken)
    {
        IDatabase database = options.Value.UsesPostgreSql ? provider.GetRequiredService<PostgresDatabase>() : provider.GetRequiredService<SqliteDatabase>();
        return database.OpenAsync(cancellationToken);
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
