using EmpathyBot.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace EmpathyBot.Tests.Storage;

/// <summary>A database of its own in the tests' PostgreSQL, removed afterwards.</summary>
internal sealed class PostgresEngine : IStorageEngine
{
    /// <summary>For tests that need PostgreSQL's server: where none can be had, <c>./test.sh</c> leaves them out and says so.</summary>
    public const string Needs = "Needs", Server = "PostgreSql";

    private readonly string _name = $"t{Guid.NewGuid():N}";
    private string? _connection;

    /// <summary>How to connect to it.</summary>
    public async Task<string> ConnectionAsync()
    {
        if (_connection is null)
        {
            var cluster = await PostgresCluster.SharedAsync();
            await cluster.CreateDatabaseAsync(_name);
            _connection = cluster.ConnectTo(_name);
        }

        return _connection;
    }

    public async Task<ServiceProvider> OpenAsync(TimeProvider time)
    {
        var connection = await ConnectionAsync();
        var services = new ServiceCollection();
        services.AddSingleton(time);
        services.AddStorage(options => options.PostgreSql = connection);
        return services.BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true });
    }

    public async ValueTask DisposeAsync()
    {
        if (_connection is not null)
            await (await PostgresCluster.SharedAsync()).DropDatabaseAsync(_name);
    }
}

[Trait(PostgresEngine.Needs, PostgresEngine.Server)]
public sealed class PostgresConversationStoreTests() : ConversationStoreCompliance(new PostgresEngine());

[Trait(PostgresEngine.Needs, PostgresEngine.Server)]
public sealed class PostgresCommitTests() : CommitCompliance(new PostgresEngine());

[Trait(PostgresEngine.Needs, PostgresEngine.Server)]
public sealed class PostgresTicketStoreTests() : TicketStoreCompliance(new PostgresEngine());

[Trait(PostgresEngine.Needs, PostgresEngine.Server)]
public sealed class PostgresOutboxTests() : OutboxCompliance(new PostgresEngine());

[Trait(PostgresEngine.Needs, PostgresEngine.Server)]
public sealed class PostgresHubOutboxTests() : HubOutboxCompliance(new PostgresEngine());

[Trait(PostgresEngine.Needs, PostgresEngine.Server)]
public sealed class PostgresReturningTests() : ReturningCompliance(new PostgresEngine());

[Trait(PostgresEngine.Needs, PostgresEngine.Server)]
public sealed class PostgresCustomerMemoryTests() : CustomerMemoryCompliance(new PostgresEngine());

[Trait(PostgresEngine.Needs, PostgresEngine.Server)]
public sealed class PostgresCustomerRecordsTests() : CustomerRecordsCompliance(new PostgresEngine());

[Trait(PostgresEngine.Needs, PostgresEngine.Server)]
public sealed class PostgresAgentSeatTests() : AgentSeatCompliance(new PostgresEngine());

[Trait(PostgresEngine.Needs, PostgresEngine.Server)]
public sealed class PostgresDeskAccountTests() : DeskAccountCompliance(new PostgresEngine());

[Trait(PostgresEngine.Needs, PostgresEngine.Server)]
public sealed class PostgresSignInTriesTests() : SignInTriesCompliance(new PostgresEngine());

[Trait(PostgresEngine.Needs, PostgresEngine.Server)]
public sealed class PostgresAuditTests() : AuditCompliance(new PostgresEngine());
