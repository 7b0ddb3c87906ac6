using System.Collections.Concurrent;
using System.Threading.Channels;
using EmpathyBot.Domain.Conversations;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace EmpathyBot.Bot.Conversations;

/// <summary>
/// Runs accepted activities: one at a time in a conversation, many conversations at once. At start it goes on with what
/// was accepted and not done before the process ended; where nodes share a store, it does so whenever one of them ends.
/// </summary>
internal sealed class TurnQueue(
    IConversationStore store, ITurnLeases leases, StoredTurnAdapter adapter, IBot bot, HostPatience patience, IOptions<BotOptions> options,
    TimeProvider time, ILogger<TurnQueue> logger)
    : BackgroundService, ITurnQueue
{
    private static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(3);

    private readonly Channel<string> ready = Channel.CreateUnbounded<string>();

    // How often a conversation was named since its worker last looked; present while it is queued or being worked on.
    private readonly ConcurrentDictionary<string, int> named = new();

    public void Enqueue(string conversationId)
    {
        if (named.AddOrUpdate(conversationId, 1, (_, count) => count + 1) == 1)
            ready.Writer.TryWrite(conversationId);
    }

    /// <summary>Begins no other turn, and waits for those that run as long as the host has patience: their customers get their answer now.</summary>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await using var end = cancellationToken.Register(patience.End);
        await base.StopAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await LookAsync(stoppingToken);
        await Task.WhenAll(Enumerable.Range(0, options.Value.TurnsAtOnce).Select(_ => WorkAsync(stoppingToken)).Append(KeepLookingAsync(stoppingToken)));
    }

    /// <summary>Finds what nobody is about.</summary>
    private async Task LookAsync(CancellationToken stoppingToken)
    {
        foreach (var conversationId in await store.WaitingConversationsAsync(stoppingToken))
            Enqueue(conversationId);
    }

    private async Task KeepLookingAsync(CancellationToken stoppingToken)
    {
        if (leases.LookEvery is not { } rhythm)
            return;
        using var timer = new PeriodicTimer(rhythm, time);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
                await TryLookAsync(stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // Stopping: another node looks.
        }
    }

    private async Task TryLookAsync(CancellationToken stoppingToken)
    {
        try
        {
            await LookAsync(stoppingToken);
        }
        catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
        {
            TurnQueueLog.LookFailed(logger, failure);
        }
    }

    private async Task WorkAsync(CancellationToken stoppingToken)
    {
        try
        {
            await foreach (var conversationId in ready.Reader.ReadAllAsync(stoppingToken))
            {
                int seen;
                do
                {
                    seen = named.GetValueOrDefault(conversationId, 1);
                    await DrainAsync(conversationId, stoppingToken);
                }
                while (!named.TryRemove(KeyValuePair.Create(conversationId, seen)));
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // Stopping: what waits is stored and is run at the next start.
        }
    }

    private async Task DrainAsync(string conversationId, CancellationToken stoppingToken)
    {
        try
        {
            string? last = null;
            while (await leases.TakeAsync(conversationId, stoppingToken) is { } lease)
            {
                // A turn that ran and is still waiting was not committed: try later, not in a tight circle.
                if (lease.Turn.ActivityId == last)
                {
                    RunLater(conversationId, stoppingToken);
                    return;
                }

                last = lease.Turn.ActivityId;
                await RunAsync(lease);
            }
        }
        catch (Exception exception) when (exception is not OperationCanceledException || !stoppingToken.IsCancellationRequested)
        {
            // The store itself failed: the turn is kept there and runs once the store answers again.
            TurnQueueLog.StoreFailed(logger, exception, conversationId);
            RunLater(conversationId, stoppingToken);
        }
    }

    private async Task RunAsync(TurnLease lease)
    {
        var pending = lease.Turn;
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(options.Value.TurnSeconds), time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, patience.Over);
        try
        {
            var activity = ActivityJson.Read(pending.Json);
            activity.Recipient ??= ConversationStarter.BotAccount;
            await adapter.RunTurnAsync(activity, lease, bot, either.Token);
        }
        catch (Exception exception) when (!patience.Over.IsCancellationRequested)
        {
            // Even the plain sentence could not be written. The activity stays accepted and is tried again.
            TurnQueueLog.TurnFailed(logger, exception, pending.ConversationId, pending.ActivityId);
        }
    }

    private void RunLater(string conversationId, CancellationToken stoppingToken) =>
        _ = Task.Delay(RetryAfter, time, stoppingToken).ContinueWith(
            _ => Enqueue(conversationId), stoppingToken, TaskContinuationOptions.OnlyOnRanToCompletion, TaskScheduler.Default);
}

/// <summary>Event ids 1000–1009.</summary>
internal static partial class TurnQueueLog
{
    [LoggerMessage(1000, LogLevel.Error, "Turn {TurnId} of conversation {ConversationId} failed and stays stored; it is tried again.")]
    public static partial void TurnFailed(ILogger logger, Exception exception, string conversationId, string turnId);

    [LoggerMessage(1001, LogLevel.Error, "The store failed while conversation {ConversationId} was worked on; its turns stay stored and are tried again.")]
    public static partial void StoreFailed(ILogger logger, Exception exception, string conversationId);

    [LoggerMessage(1002, LogLevel.Error, "What other nodes left behind could not be looked for; it is looked for again.")]
    public static partial void LookFailed(ILogger logger, Exception exception);
}
