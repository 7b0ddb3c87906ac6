using EmpathyBot.Storage.Conversations;
using EmpathyBot.Storage.PostgreSql;
using EmpathyBot.Storage.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace EmpathyBot.Storage;

/// <summary>
/// Opens the storage before any other service of the host starts, so that one that cannot be used stops the start. What nodes
/// need who share a database begins with it and, as the first of the host's services, ends last.
/// </summary>
internal sealed class StorageStart(IServiceProvider provider, IOptions<StorageOptions> options) : IHostedLifecycleService
{
    private readonly Lazy<IReadOnlyList<IHostedService>> _shared = new(() => options.Value.UsesPostgreSql
        ? [provider.GetRequiredService<PostgresHeartbeat>(), provider.GetRequiredService<PostgresListening>(), provider.GetRequiredService<PostgresFeed>()]
        : []);

    public Task StartingAsync(CancellationToken cancellationToken)
    {
        IDatabase database = options.Value.UsesPostgreSql ? provider.GetRequiredService<PostgresDatabase>() : provider.GetRequiredService<SqliteDatabase>();
        return database.OpenAsync(cancellationToken);
    }

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        foreach (var service in _shared.Value)
            await service.StartAsync(cancellationToken);
    }

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        foreach (var service in _shared.Value.Reverse())
            await service.StopAsync(cancellationToken);
    }

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
