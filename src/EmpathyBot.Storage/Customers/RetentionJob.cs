using EmpathyBot.Domain.Customers;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace EmpathyBot.Storage.Customers;

/// <summary>Deletes what is older than the settings keep it: at start, then every hour, in small steps so that no turn waits long.</summary>
internal sealed class RetentionJob(ICustomerRecords records, IOptions<StorageOptions> options, TimeProvider time, ILogger<RetentionJob> logger)
    : BackgroundService
{
    private const int AtOnce = 50;
    private static readonly TimeSpan Every = TimeSpan.FromHours(1);

    /// <summary>Deletes all that is too old now.</summary>
    /// <returns>How many conversations were deleted.</returns>
    public async Task<int> RunOnceAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        await records.DeleteMemoriesAsync(now - TimeSpan.FromDays(options.Value.MemoryDays), cancellationToken);
        var deleted = 0;
        for (var last = AtOnce; last == AtOnce && options.Value.ConversationDays > 0; deleted += last)
            last = await records.DeleteConversationsAsync(now - TimeSpan.FromDays(options.Value.ConversationDays), AtOnce, cancellationToken);
        return deleted;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, time);
        try
        {
            do
            {
                await TryAsync(stoppingToken);
            }
            while (await timer.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // Stopping: the next start goes on.
        }
    }

    private async Task TryAsync(CancellationToken stoppingToken)
    {
        try
        {
            if (await RunOnceAsync(stoppingToken) is > 0 and var deleted)
                RetentionLog.Deleted(logger, deleted);
        }
        catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
        {
            // A store that is away for a while must not end the job: it tries again in an hour.
            RetentionLog.Failed(logger, failure);
        }
    }
}

internal static partial class RetentionLog
{
    [LoggerMessage(5200, LogLevel.Information, "{Count} conversations were older than they are kept, and are deleted.")]
    public static partial void Deleted(ILogger logger, int count);

    [LoggerMessage(5201, LogLevel.Error, "What is too old could not be deleted; it is tried again.")]
    public static partial void Failed(ILogger logger, Exception failure);
}
