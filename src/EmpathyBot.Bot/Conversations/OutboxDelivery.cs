using System.Text.Json.Nodes;
using System.Threading.Channels;
using EmpathyBot.Domain.Conversations;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace EmpathyBot.Bot.Conversations;

/// <summary>
/// Brings committed activities to channels that must be called, in order within a conversation, until each was taken
/// or given up. The website needs none of this: there the committed row is the delivery.
/// </summary>
internal sealed class OutboxDelivery(
    IOutbox outbox, IConversationStore store, AdapterWithErrorHandler adapter, IConversationFeed feed, TimeProvider time, ILogger<OutboxDelivery> logger)
    : BackgroundService
{
    private const int AtOnce = 50;
    private const int MostAttempts = 10;
    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // Holds at most one hint: a look finds everything that is due, however often it was announced.
        var wake = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
        using var listening = feed.Listen(null, notice =>
        {
            if (notice.PassingActivityJson is null)
                wake.Writer.TryWrite(true);
        });
        try
        {
            while (true)
            {
                await DeliverDueAsync(stoppingToken);
                await WaitAsync(wake.Reader, stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // Stopping: what is left stands in the outbox.
        }
    }

    private async Task WaitAsync(ChannelReader<bool> wake, CancellationToken stoppingToken)
    {
        using var look = new CancellationTokenSource(LookEvery, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(look.Token, stoppingToken);
        try
        {
            await wake.ReadAsync(either.Token);
        }
        catch (OperationCanceledException) when (look.IsCancellationRequested)
        {
            // Nothing was announced for a while: retries may be due.
        }
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
        try
        {
            var conversation = await store.FindAsync(item.ConversationId, stoppingToken);
            if (conversation?.Reference is not { } reference)
            {
                await outbox.FailedAsync(item.Id, null, stoppingToken);
                return false;
            }

            var activity = ActivityJson.Read(JsonNode.Parse(item.ActivityJson)!.AsObject());
            await adapter.DeliverAsync(ReferenceJson.Read(reference), activity, stoppingToken);
            await outbox.DeliveredAsync(item.Id, stoppingToken);
            return true;
        }
        catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
        {
            var givenUp = item.Attempts + 1 >= MostAttempts;
            OutboxDeliveryLog.NotTaken(logger, exception, item.ConversationId, item.Attempts + 1, givenUp);
            var retryIn = TimeSpan.FromSeconds(Math.Min(60, 1 << Math.Min(item.Attempts, 6)));
            await outbox.FailedAsync(item.Id, givenUp ? null : time.GetUtcNow() + retryIn, stoppingToken);
            return false;
        }
    }
}

/// <summary>Event ids 1020–1029.</summary>
internal static partial class OutboxDeliveryLog
{
    [LoggerMessage(1020, LogLevel.Warning, "The channel of conversation {ConversationId} did not take an activity (attempt {Attempt}, given up: {GivenUp}).")]
    public static partial void NotTaken(ILogger logger, Exception exception, string conversationId, int attempt, bool givenUp);

    [LoggerMessage(1021, LogLevel.Error, "The outbox could not be read; it is looked at again.")]
    public static partial void StoreFailed(ILogger logger, Exception exception);
}
