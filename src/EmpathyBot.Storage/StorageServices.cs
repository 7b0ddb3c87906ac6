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
using EmpathyBot.Storage.Sqlite;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;

namespace EmpathyBot.Storage;

/// <summary>Adds the storage.</summary>
public static class StorageServices
{
    /// <summary>
    /// Adds everything that outlives a process, in one SQLite file: conversations, outbox, tickets, agents' seats, resume values,
    /// what is remembered of customers, secrets, attachments, desk accounts, audit log; and the feed that tells listeners in this process of what was committed. The file is opened
    /// before any other service of the host starts; a file that cannot be used stops the start with a
    /// <see cref="StorageException"/>. What is registered already stays.
    /// </summary>
    public static IServiceCollection AddStorage(this IServiceCollection services, Action<StorageOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        var options = services.AddOptionsWithValidateOnStart<StorageOptions>().ValidateDataAnnotations();
        if (configure is not null)
            options.Configure(configure);

        services.TryAddSingleton(TimeProvider.System);
        services.AddLogging();
        services.TryAddSingleton<SqliteDatabase>();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IHostedService, StorageStart>());

        services.TryAddSingleton<IConversationFeed, ConversationFeed>();
        services.TryAddSingleton<IConversationStore, SqliteConversationStore>();
        services.TryAddSingleton<IOutbox, SqliteOutbox>();
        services.TryAddSingleton<IResumeStore, SqliteResumeStore>();
        services.TryAddSingleton<ISecretStore, SqliteSecretStore>();
        services.TryAddSingleton<IAttachmentStore, SqliteAttachmentStore>();
        services.TryAddSingleton<ITicketStore, SqliteTicketStore>();
        services.TryAddSingleton<IAgentSeatStore, SqliteAgentSeatStore>();
        services.TryAddSingleton<ICustomerPresence, SqliteCustomerPresence>();
        services.TryAddSingleton<ICustomerMemoryStore, SqliteCustomerMemoryStore>();
        services.TryAddSingleton<IAuditLog, SqliteAuditLog>();
        services.TryAddSingleton<IDeskAccountStore, SqliteDeskAccountStore>();
        services.TryAddSingleton<ISignInTries, SqliteSignInTries>();
        services.AddOptions<KeyManagementOptions>().Configure<SqliteDatabase>((keys, database) => keys.XmlRepository ??= new SqliteSessionKeys(database));
        return services;
    }
}
