using EmpathyBot.Domain.Conversations;
using EmpathyBot.Domain.Handoffs;
using EmpathyBot.Storage;
using EmpathyBot.Storage.PostgreSql;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace EmpathyBot.Tests.Storage;

/// <summary>One of several processes on one PostgreSQL, without the bot. Until it has begun it counts as one that was killed.</summary>
internal sealed class StorageNode : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    private bool _hasEnded;

    private StorageNode(ServiceProvider services) => _services = services;

    public PostgresDatabase Database => _services.GetRequiredService<PostgresDatabase>();

    public IConversationStore Conversations => _services.GetRequiredService<IConversationStore>();

    public ITurnLeases Leases => _services.GetRequiredService<ITurnLeases>();

    public ISharedCounts Counts => _services.GetRequiredService<ISharedCounts>();

    public IOutbox Outbox => _services.GetRequiredService<IOutbox>();

    public IConversationFeed Feed => _services.GetRequiredService<IConversationFeed>();

    public ICustomerPresence Customers => _services.GetRequiredService<ICustomerPresence>();

    /// <summary>A node that says that it lives.</summary>
    public static async Task<StorageNode> AliveAsync(PostgresEngine engine)
    {
        var node = await SilentAsync(engine);
        foreach (var service in node._services.GetServices<IHostedService>())
            await service.StartAsync(CancellationToken.None);
        return node;
    }

    /// <summary>A node that reads and writes but says and hears nothing.</summary>
    public static async Task<StorageNode> SilentAsync(PostgresEngine engine)
    {
        var connection = await engine.ConnectionAsync();
        var services = new ServiceCollection();
        services.AddStorage(options => (options.PostgreSql, options.LeaseSeconds) = (connection, 60));
        return new(services.BuildServiceProvider());
    }

    /// <summary>Ends in peace, if it had begun.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_hasEnded)
            return;
        _hasEnded = true;
        foreach (var service in _services.GetServices<IHostedService>().Reverse())
            await service.StopAsync(CancellationToken.None);
        await _services.DisposeAsync();
    }
}
