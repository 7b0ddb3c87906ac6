using EmpathyBot.Domain.Conversations;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace EmpathyBot.Bot.Conversations;

/// <summary>
/// Brings committed activities to channels that must be called, in order within a conversation, until each was taken
/// or given up. The website needs none of this: there the committed row is the delivery.
/// </summary>
internal sealed class OutboxDelivery(
    IOutbox outbox, AdapterWithErrorHandler adapter, IConversationFeed feed, UndeliveredNote undelivered, TimeProvider time,
    ILogger<OutboxDelivery> logger)
    : BackgroundService
{
    private const int AtOnce = 50;
    private const int MostAttempts = 10;

    /// <summary>How long one call to a channel may take: a channel that hangs must not hold up the others.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private long nextRetryTicks = long.MaxValue;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var wake = new FeedWake(feed, time);
        try
        {
            while (true)
            {
                await DeliverDueAsync(stoppingToken);
                await wake.WaitAsync(UntilRetry(), stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // Stopping: what is left stands in the outbox.
        }
    }

    private TimeSpan UntilRetry()
    {
        var untilRetry = new TimeSpan(Interlocked.Read(ref nextRetryTicks) - time.GetUtcNow().UtcTicks);
        if (untilRetry > TimeSpan.Zero)
            return untilRetry;
        nextRetryTicks = long.MaxValue;
        return TimeSpan.Zero;
    }

    private async Task DeliverDueAsync(CancellationToken stoppingToken)
    {
        try
        {
            IReadOnlyList<OutboxItem> due;
            do
            {
                due = await outbox.DueAsync(time.GetUtcNow(), AtOnce, stoppingToken);
                await Task.WhenAll(due.GroupBy(item => item.ConversationId).Select(items => DeliverInOrderAsync(items, stoppingToken)));
            }
            while (due.Count == AtOnce);
        }
        catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
        {
            OutboxDeliveryLog.StoreFailed(logger, exception);
        }
    }

    private async Task DeliverInOrderAsync(IEnumerable<OutboxItem> items, CancellationToken stoppingToken)
    {
        foreach (var item in items)
        {
            if (!await DeliverAsync(item, stoppingToken))
                return;
        }
    }

    private async Task<bool> DeliverAsync(OutboxItem item, CancellationToken stoppingToken)
    {
        using var span = BotTelemetry.Begin("deliver");
        span?.SetTag("conversation.id", item.ConversationId).SetTag("attempt", item.Attempts + 1);
        try
        {
            if (item.Reference is not { } reference)
            {
                await outbox.FailedAsync(item.Id, null, stoppingToken);
                return false;
            }

            var activity = ActivityJson.Read(item.ActivityJson);
            using var limit = new CancellationTokenSource(Patience, time);
            using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, stoppingToken);
            await adapter.DeliverAsync(ReferenceJson.Read(reference), activity, either.Token);
            await outbox.DeliveredAsync(item.Id, stoppingToken);
            return true;
        }
        catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
        {
            return await FailedAsync(item, exception, stoppingToken);
        }
    }

    /// <summary>True when later activities of the conversation may go out now.</summary>
    private async Task<bool> FailedAsync(OutboxItem item, Exception exception, CancellationToken stoppingToken)
    {
        var failure = DeliveryFailure.Of(exception, time.GetUtcNow());
        var givenUp = failure.IsFinal || item.Attempts + 1 >= MostAttempts;
        if (failure.IsConversationClosed)
            OutboxDeliveryLog.Closed(logger, item.ConversationId);
        else
            OutboxDeliveryLog.NotTaken(logger, exception, item.ConversationId, item.Attempts + 1, givenUp);
        if (givenUp)
        {
            await outbox.FailedAsync(item.Id, null, stoppingToken);
            await undelivered.WriteAsync(item, failure.IsConversationClosed, stoppingToken);
            return true;
        }

        // Only spreads the load: nothing is decided by it.
        var retryAt = time.GetUtcNow() + failure.Pause(item.Attempts, Random.Shared.NextDouble());
        await outbox.FailedAsync(item.Id, retryAt, stoppingToken);
        Sooner(retryAt.UtcTicks);
        return false;
    }

    private void Sooner(long ticks)
    {
        for (var known = Volatile.Read(ref nextRetryTicks); ticks < known;)
        {
            var seen = Interlocked.CompareExchange(ref nextRetryTicks, ticks, known);
            if (seen == known)
                return;
            known = seen;
        }
    }
}

/// <summary>Event ids 1020–1029.</summary>
internal static partial class OutboxDeliveryLog
{
    [LoggerMessage(1020, LogLevel.Warning, "The channel of conversation {ConversationId} did not take an activity (attempt {Attempt}, given up: {GivenUp}).")]
    public static partial void NotTaken(ILogger logger, Exception exception, string conversationId, int attempt, bool givenUp);

    [LoggerMessage(1022, LogLevel.Information, "Conversation {ConversationId} takes nothing any more: the customer blocked or removed the bot, or it is gone.")]
    public static partial void Closed(ILogger logger, string conversationId);

    [LoggerMessage(1021, LogLevel.Error, "The outbox could not be read; it is looked at again.")]
    public static partial void StoreFailed(ILogger logger, Exception exception);
}
