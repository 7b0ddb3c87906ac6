using EmpathyBot.Domain.Conversations;
using EmpathyBot.Domain.Handoffs;
using Microsoft.Extensions.DependencyInjection;

namespace EmpathyBot.Tests.Storage;

/// <summary>A database to run the contracts against. Opening again after closing finds what was kept.</summary>
public interface IStorageEngine : IAsyncDisposable
{
    Task<ServiceProvider> OpenAsync(TimeProvider time);
}

/// <summary>What the suites of the storage contracts share. Each suite runs once per engine.</summary>
public abstract class StorageSuite(IStorageEngine engine) : IAsyncLifetime
{
    private ServiceProvider? _services;

    protected SettableTime Time { get; } = new();

    protected IServiceProvider Services => _services ?? throw new InvalidOperationException("The database is not open.");

    protected IConversationStore Conversations => Services.GetRequiredService<IConversationStore>();

    protected ITicketStore Tickets => Services.GetRequiredService<ITicketStore>();

    protected static CancellationToken None => CancellationToken.None;

    public async Task InitializeAsync() => _services = await engine.OpenAsync(Time);

    public async Task DisposeAsync()
    {
        await CloseAsync();
        await engine.DisposeAsync();
    }

    /// <summary>The same database as another process would have it open.</summary>
    protected Task<ServiceProvider> OpenAnotherAsync() => engine.OpenAsync(Time);

    /// <summary>Closes everything and opens it again.</summary>
    protected async Task RestartAsync()
    {
        await CloseAsync();
        _services = await engine.OpenAsync(Time);
    }

    /// <summary>Creates a conversation and reads it back.</summary>
    protected async Task<StoredConversation> BegunAsync(string id = "c1")
    {
        await Conversations.CreateAsync(Some.Beginning(id), None);
        return await FoundAsync(id);
    }

    protected async Task<StoredConversation> FoundAsync(string id = "c1") =>
        await Conversations.FindAsync(id, None) ?? throw new InvalidOperationException($"Conversation {id} is not there.");

    private async Task CloseAsync()
    {
        if (_services is not null)
            await _services.DisposeAsync();
        _services = null;
    }
}

/// <summary>A clock that stands until it is moved.</summary>
public sealed class SettableTime : TimeProvider
{
    private DateTimeOffset _now = new(2026, 3, 4, 5, 6, 7, TimeSpan.Zero);

    public override DateTimeOffset GetUtcNow() => _now;

    public void Pass(TimeSpan span) => _now += span;
}
