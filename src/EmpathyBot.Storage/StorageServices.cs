using EmpathyBot.Domain.Audit;
using EmpathyBot.Domain.Conversations;
using EmpathyBot.Domain.Customers;
using EmpathyBot.Domain.Handoffs;
using EmpathyBot.Domain.SignIn;
using EmpathyBot.Storage.Audit;
using EmpathyBot.Storage.Conversations;
using EmpathyBot.Storage.Customers;
using EmpathyBot.Storage.Handoffs;
using EmpathyBot.Storage.SignIn;
using EmpathyBot.Storage.PostgreSql;
using EmpathyBot.Storage.Sqlite;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace EmpathyBot.Storage;

/// <summary>Adds the storage.</summary>
public static class StorageServices
{
    /// <summary>
    /// Adds everything that outlives a process, in one SQLite file or in a PostgreSQL database that many nodes share:
    /// conversations, outbox, tickets, agents' seats, resume values, what is remembered of customers, secrets, attachments, desk
    /// accounts, audit log; and the feed that tells listeners of what was committed. The database is opened before any other
    /// service of the host starts; one that cannot be used stops the start with a <see cref="StorageException"/>. What is
    /// registered already stays.
    /// </summary>
    public static IServiceCollection AddStorage(this IServiceCollection services, Action<StorageOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        var options = services.AddOptionsWithValidateOnStart<StorageOptions>().ValidateDataAnnotations();
        if (configure is not null)
            options.Configure(configure);

        services.TryAddSingleton<SharedTime>();
        services.TryAddSingleton<TimeProvider>(provider => UsesPostgreSql(provider) ? provider.GetRequiredService<SharedTime>() : TimeProvider.System);
        services.AddLogging();
        services.TryAddSingleton<SqliteDatabase>();
        services.TryAddSingleton<PostgresDatabase>();
        services.TryAddSingleton(provider => new EmbeddedBackup(provider.GetRequiredService<IOptions<StorageOptions>>()));
        services.TryAddSingleton<PostgresNode>();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IHostedService, StorageStart>());

        services.TryAddSingleton<RecentConversations>();
        services.TryAddSingleton<RecentTickets>();
        services.TryAddSingleton<ConversationFeed>();
        services.TryAddSingleton<PostgresFeed>();
        services.TryAddSingleton<PostgresListening>();
        services.TryAddSingleton<PostgresHeartbeat>();
        services.TryAddSingleton<IConversationFeed>(provider =>
            UsesPostgreSql(provider) ? provider.GetRequiredService<PostgresFeed>() : provider.GetRequiredService<ConversationFeed>());
        services.AddEither<IConversationStore, SqliteConversationStore, PostgresConversationStore>();
        services.AddEither<ITurnLeases, SqliteTurnLeases, PostgresTurnLeases>();
        services.AddEither<ISharedCounts, SqliteSharedCounts, PostgresSharedCounts>();
        services.AddEither<IOutbox, SqliteOutbox, PostgresOutbox>();
        services.AddEither<IResumeStore, SqliteResumeStore, PostgresResumeStore>();
        services.AddEither<ISecretStore, SqliteSecretStore, PostgresSecretStore>();
        services.AddEither<IAttachmentStore, SqliteAttachmentStore, PostgresAttachmentStore>();
        services.AddEither<ITicketStore, SqliteTicketStore, PostgresTicketStore>();
        services.AddEither<IHubOutbox, SqliteHubOutbox, PostgresHubOutbox>();
        services.AddEither<IAgentSeatStore, SqliteAgentSeatStore, PostgresAgentSeatStore>();
        services.AddEither<ICustomerPresence, SqliteCustomerPresence, PostgresCustomerPresence>();
        services.AddEither<ICustomerMemoryStore, SqliteCustomerMemoryStore, PostgresCustomerMemoryStore>();
        services.AddEither<ICustomerRecords, SqliteCustomerRecords, PostgresCustomerRecords>();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IHostedService, RetentionJob>());
        services.AddEither<IAuditLog, SqliteAuditLog, PostgresAuditLog>();
        services.AddEither<IDeskAccountStore, SqliteDeskAccountStore, PostgresDeskAccountStore>();
        services.AddEither<ISignInTries, SqliteSignInTries, PostgresSignInTries>();
        services.AddEither<IXmlRepository, SqliteSessionKeys, PostgresSessionKeys>();
        services.AddOptions<KeyManagementOptions>().Configure<IXmlRepository>((keys, kept) => keys.XmlRepository ??= kept);
        return services;
    }

    /// <summary>Which engine it is stands in the settings, and those are known only when something is first asked for.</summary>
    private static void AddEither<TService, TSqlite, TPostgres>(this IServiceCollection services)
        where TService : class
        where TSqlite : class, TService
        where TPostgres : class, TService => services.TryAddSingleton<TService>(provider =>
            UsesPostgreSql(provider)
                ? ActivatorUtilities.CreateInstance<TPostgres>(provider)
                : ActivatorUtilities.CreateInstance<TSqlite>(provider));

    private static bool UsesPostgreSql(IServiceProvider provider) => provider.GetRequiredService<IOptions<StorageOptions>>().Value.UsesPostgreSql;
}
