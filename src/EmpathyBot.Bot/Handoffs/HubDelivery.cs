using EmpathyBot.Bot.Conversations;
using EmpathyBot.Domain.Conversations;
using EmpathyBot.Domain.Handoffs;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace EmpathyBot.Bot.Handoffs;

/// <summary>
/// Brings what was committed for another hub to it, in order within a conversation and at least once. What it will not take
/// brings the conversation back to our own desk: nobody is lost between two queues.
/// </summary>
internal sealed class HubDelivery(
    IHubOutbox outbox, HubPackets packets, HubLine line, HubReports reports, IConversationFeed feed, IOptions<HandoffOptions> options,
    TimeProvider time, ILogger<HubDelivery> logger) : BackgroundService
{
    private const int AtOnce = 50;

    /// <summary>With the waits between them about two minutes: a customer is not left in the dark for longer.</summary>
    public const int MostAttempts = 7;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!options.Value.Hub.IsOn)
            return;
        using var wake = new FeedWake(feed, time);
        try
        {
            while (true)
            {
                await TryDeliverAsync(stoppingToken);
                await wake.WaitAsync(TimeSpan.MaxValue, stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // Stopping: what is left stands in the outbox.
        }
    }

    /// <summary>Sends what is due now.</summary>
    public async Task DeliverAsync(CancellationToken cancellationToken)
    {
        IReadOnlyList<HubOutboxItem> due;
        do
        {
            due = await outbox.DueAsync(time.GetUtcNow(), AtOnce, cancellationToken);
            await Task.WhenAll(due.GroupBy(item => item.ConversationId).Select(items => DeliverInOrderAsync(items, cancellationToken)));
        }
        while (due.Count == AtOnce);
    }

    private async Task TryDeliverAsync(CancellationToken stoppingToken)
    {
        try
        {
            await DeliverAsync(stoppingToken);
        }
        catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
        {
            HubDeliveryLog.StoreFailed(logger, failure);
        }
    }

    private async Task DeliverInOrderAsync(IEnumerable<HubOutboxItem> items, CancellationToken cancellationToken)
    {
        foreach (var item in items)
        {
            if (!await DeliverAsync(item, cancellationToken))
                return;
        }
    }

    /// <returns>False when it stays, and later ones of the conversation behind it.</returns>
    private async Task<bool> DeliverAsync(HubOutboxItem item, CancellationToken cancellationToken)
    {
        var activity = await packets.ComposeAsync(item.ConversationId, item.Notice, cancellationToken);
        var answer = activity is null ? HubAnswer.Taken : await line.SendAsync(activity, cancellationToken);
        if (answer == HubAnswer.NotNow && item.Attempts + 1 < MostAttempts)
        {
            HubDeliveryLog.NotTaken(logger, item.Notice.TicketId, item.Notice.Kind, item.Attempts + 1);
            await outbox.RetryAsync(item.Id, time.GetUtcNow() + TimeSpan.FromSeconds(1 << item.Attempts), cancellationToken);
            return false;
        }

        // First the ticket, then the outbox: when the process ends in between, it is only tried once more.
        if (answer != HubAnswer.Taken)
        {
            HubDeliveryLog.GivenUp(logger, item.Notice.TicketId, item.Notice.Kind, answer);
            if (item.Notice.Kind != HubNoticeKind.End)
                await reports.FailAsync(item.ConversationId, cancellationToken);
        }

        await outbox.RemoveAsync(item.Id, cancellationToken);
        return true;
    }
}

/// <summary>Event ids 1050–1059.</summary>
internal static partial class HubDeliveryLog
{
    [LoggerMessage(1050, LogLevel.Warning, "Handoff {TicketId}: the other hub did not take {Kind} (attempt {Attempt}); it is tried again.")]
    public static partial void NotTaken(ILogger logger, string ticketId, HubNoticeKind kind, int attempt);

    [LoggerMessage(1051, LogLevel.Error, "Handoff {TicketId}: {Kind} is given up, the other hub: {Answer}. The conversation is at our own desk.")]
    public static partial void GivenUp(ILogger logger, string ticketId, HubNoticeKind kind, HubAnswer answer);

    [LoggerMessage(1052, LogLevel.Error, "What another hub must be told could not be read; it is looked at again.")]
    public static partial void StoreFailed(ILogger logger, Exception failure);
}
