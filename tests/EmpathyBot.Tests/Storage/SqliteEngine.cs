using EmpathyBot.Domain.Conversations;
using EmpathyBot.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace EmpathyBot.Tests.Storage;

/// <summary>SQLite in a folder of its own, removed afterwards.</summary>
internal sealed class SqliteEngine : IStorageEngine
{
    public string Folder { get; } = Path.Combine(Path.GetTempPath(), $"empathybot-{Guid.NewGuid():N}");

    public string File => Path.Combine(Folder, "kept", "empathybot.db");

    public ServiceProvider Open(TimeProvider time) => Open(time, File);

    public Task<ServiceProvider> OpenAsync(TimeProvider time) => Task.FromResult(Open(time));

    public static ServiceProvider Open(TimeProvider time, string file, bool powerSafe = false)
    {
        var services = new ServiceCollection();
        services.AddSingleton(time);
        services.AddStorage(options => (options.Path, options.PowerSafe) = (file, powerSafe));
        return services.BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true });
    }

    /// <summary>Opens a file, which happens at first use.</summary>
    public static async Task TouchAsync(string file)
    {
        await using var services = Open(new SettableTime(), file);
        await services.GetRequiredService<IConversationStore>().LastChangeAsync(CancellationToken.None);
    }

    public ValueTask DisposeAsync()
    {
        if (Directory.Exists(Folder))
            Directory.Delete(Folder, recursive: true);
        return ValueTask.CompletedTask;
    }
}

public sealed class SqliteConversationStoreTests() : ConversationStoreCompliance(new SqliteEngine());

public sealed class SqliteCommitTests() : CommitCompliance(new SqliteEngine());

public sealed class SqliteTicketStoreTests() : TicketStoreCompliance(new SqliteEngine());

public sealed class SqliteOutboxTests() : OutboxCompliance(new SqliteEngine());

public sealed class SqliteHubOutboxTests() : HubOutboxCompliance(new SqliteEngine());

public sealed class SqliteReturningTests() : ReturningCompliance(new SqliteEngine());

public sealed class SqliteCustomerMemoryTests() : CustomerMemoryCompliance(new SqliteEngine());

public sealed class SqliteCustomerRecordsTests() : CustomerRecordsCompliance(new SqliteEngine());

public sealed class SqliteAgentSeatTests() : AgentSeatCompliance(new SqliteEngine());

public sealed class SqliteDeskAccountTests() : DeskAccountCompliance(new SqliteEngine());

public sealed class SqliteSignInTriesTests() : SignInTriesCompliance(new SqliteEngine());

public sealed class SqliteAuditTests() : AuditCompliance(new SqliteEngine());
