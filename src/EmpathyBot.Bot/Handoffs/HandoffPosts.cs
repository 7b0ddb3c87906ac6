using EmpathyBot.Bot.Conversations;
using EmpathyBot.Domain.Conversations;
using EmpathyBot.Domain.Handoffs;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace EmpathyBot.Bot.Handoffs;

/// <summary>
/// Tells agents in a channel of Teams of each handoff, and changes what it told when somebody takes it or it is over: a channel
/// never shows a stale call for help. Which card shows which ticket stands among the conversation's events, so a restart or
/// another node goes on with it.
/// </summary>
internal sealed class HandoffPosts(
    ITicketStore tickets, IConversationStore conversations, AdapterWithErrorHandler adapter, IOptions<TeamsDeskOptions> options, TimeProvider time,
    ILogger<HandoffPosts> logger) : BackgroundService
{
    private const int MostLooked = 500;
    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan LookBack = TimeSpan.FromDays(1);

    /// <summary>A node that said it would post and did not is taken for dead after so long.</summary>
    private static readonly TimeSpan Claimed = TimeSpan.FromMinutes(1);

    /// <summary>What is known to be shown, so that what does not change is not read again.</summary>
    private readonly Dictionary<string, string> shown = new(StringComparer.Ordinal);

    /// <summary>Tickets that this node said it would post, and has not yet.</summary>
    private readonly HashSet<string> claimed = new(StringComparer.Ordinal);

    /// <summary>Looks once at what moved and shows it.</summary>
    public async Task LookAsync(CancellationToken cancellationToken)
    {
        var moved = await tickets.ListMovedAsync(time.GetUtcNow() - LookBack, MostLooked, cancellationToken);
        foreach (var gone in shown.Keys.Except(moved.Select(ticket => ticket.Id)).ToList())
            shown.Remove(gone);
        foreach (var ticket in moved.Reverse())
        {
            if (shown.GetValueOrDefault(ticket.Id) != HandoffCard.StateOf(ticket) && await TryShowAsync(ticket, cancellationToken))
                shown[ticket.Id] = HandoffCard.StateOf(ticket);
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!options.Value.IsOn)
            return;
        using var timer = new PeriodicTimer(LookEvery, time);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                try
                {
                    await LookAsync(stoppingToken);
                }
                catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
                {
                    HandoffPostsLog.LookFailed(logger, exception);
                }
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // Stopping: what is not shown yet is found at the next start.
        }
    }

    private async Task<bool> TryShowAsync(HandoffTicket ticket, CancellationToken cancellationToken)
    {
        try
        {
            return await ShowAsync(ticket, cancellationToken);
        }
        catch (DeliveryException exception)
        {
            HandoffPostsLog.NotTaken(logger, exception, ticket.Id);
            return DeliveryFailure.Of(exception, time.GetUtcNow()).IsFinal;
        }
    }

    /// <summary>True when the channel shows the ticket as it stands, or need not.</summary>
    private async Task<bool> ShowAsync(HandoffTicket ticket, CancellationToken cancellationToken)
    {
        var (state, now) = (HandoffCard.StateOf(ticket), time.GetUtcNow());
        var events = await conversations.ReadEventsAsync(ticket.ConversationId, cancellationToken);
        var last = events.OfType<HandoffPosted>().LastOrDefault(posted => posted.TicketId == ticket.Id);
        if (last?.CardId is null ? !ticket.IsOpen : last.State == state)
            return true;

        var card = HandoffCard.For(ticket, options.Value.DeskUrl!);
        if (last is { CardId: { } cardId, PlaceId: { } placeId })
        {
            await adapter.ChangeAsync(Place(placeId), cardId, card, cancellationToken);
            return await KeepAsync(ticket, last with { At = now, State = state }, cancellationToken);
        }

        // Said before it is done: of two nodes only one may post.
        if (!claimed.Contains(ticket.Id))
        {
            if (last is not null && now - last.At < Claimed)
                return false;
            if (!await KeepAsync(ticket, new HandoffPosted(ticket.Id, now, ticket.Id, state, null, null), cancellationToken))
                return false;
            claimed.Add(ticket.Id);
        }

        var (place, id) = await adapter.PostAsync(Place(options.Value.ChannelId), options.Value.TenantId, card, cancellationToken);
        claimed.Remove(ticket.Id);
        return await KeepAsync(ticket, new HandoffPosted(ticket.Id, now, ticket.Id, state, place, id), cancellationToken, tries: 10);
    }

    private ConversationReference Place(string id) => new()
    {
        ChannelId = Channels.Msteams,
        ServiceUrl = options.Value.ServiceUrl!.AbsoluteUri,
        Conversation = new ConversationAccount { Id = id, IsGroup = true, ConversationType = "channel", TenantId = options.Value.TenantId },
    };

    /// <summary>False when somebody else wrote into the conversation each time.</summary>
    private async Task<bool> KeepAsync(HandoffTicket ticket, HandoffPosted posted, CancellationToken cancellationToken, int tries = 1)
    {
        for (var tried = 0; tried < tries; tried++)
        {
            if (await conversations.FindAsync(ticket.ConversationId, cancellationToken) is not { } stored)
                return true;
            var commit = new TurnCommit
            {
                ConversationId = stored.Id, Version = stored.Version, State = stored.State.Apply(posted), Events = [posted], Activities = [],
            };
            if (await conversations.CommitAsync(commit, cancellationToken))
                return true;
        }

        return false;
    }
}

/// <summary>Event ids 1080–1084.</summary>
internal static partial class HandoffPostsLog
{
    [LoggerMessage(1080, LogLevel.Warning, "Teams did not take the card of handoff {TicketId}.")]
    public static partial void NotTaken(ILogger logger, Exception exception, string ticketId);

    [LoggerMessage(1081, LogLevel.Error, "Handoffs could not be looked through for agents in Teams; they are looked through again.")]
    public static partial void LookFailed(ILogger logger, Exception exception);
}
