using EmpathyBot.Domain.Conversations;
using EmpathyBot.Domain.Handoffs;
using EmpathyBot.Domain.Solving;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace EmpathyBot.Bot.Handoffs;

/// <summary>
/// Does what time makes necessary for open handoffs. It looks again and again at what is stored and keeps nothing itself,
/// so a restart changes nothing; each act is one conditional commit, and who was faster (an agent, the customer) wins.
/// </summary>
internal sealed class HandoffTimekeeper(
    IConversationStore conversations, DeskOutlook outlook, IAgentSeatStore seats, ICustomerPresence customers,
    IContentSource content, TimeProvider time, ILogger<HandoffTimekeeper> logger) : BackgroundService
{
    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(5);

    /// <summary>A desk that lived so shortly before it took the conversation was open when it did.</summary>
    private static readonly TimeSpan LongestBeat = TimeSpan.FromMinutes(1);

    /// <summary>While this process was down no desk could live in it: nobody is lost for that.</summary>
    private readonly DateTimeOffset startedAt = time.GetUtcNow();

    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        await customers.BeginAsync(cancellationToken);
        await base.StartAsync(cancellationToken);
    }

    /// <summary>Looks once at every open handoff and does what is due.</summary>
    public async Task LookAsync(CancellationToken cancellationToken)
    {
        var moment = await outlook.ReadAsync(cancellationToken);
        if (moment.Open.Count == 0)
            return;
        var seen = (await seats.ListAsync(cancellationToken)).ToDictionary(seat => seat.Id, seat => seat.SeenAt, StringComparer.Ordinal);
        foreach (var ticket in moment.Open)
        {
            var leftAt = WaitingLine.IsWaiting(ticket) ? await customers.LeftAtAsync(ticket.ConversationId, cancellationToken) : null;
            if (HandoffClock.Due(ticket, new(AgentSeenAt(ticket, seen), leftAt), moment.Times, moment.Now) is { } act)
                await DoAsync(act, ticket, moment, cancellationToken);
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(LookEvery, time);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
                await TryLookAsync(stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // Stopping: what is due is stored and is found at the next start.
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
            // The store failed, say. What is due stays due.
            HandoffTimekeeperLog.LookFailed(logger, failure);
        }
    }

    /// <summary>Null for one who works without a live desk (a program, another hub): of them it cannot be told that they are lost.</summary>
    private DateTimeOffset? AgentSeenAt(HandoffTicket ticket, Dictionary<string, DateTimeOffset> seen)
    {
        if (ticket is not { State: HandoffState.Accepted, AgentId: { } agent } || !seen.TryGetValue(agent, out var at) || at < ticket.MovedAt - LongestBeat)
            return null;
        return at > startedAt ? at : startedAt;
    }

    private async Task DoAsync(ClockAct act, HandoffTicket ticket, DeskMoment moment, CancellationToken cancellationToken)
    {
        if (await conversations.FindAsync(ticket.ConversationId, cancellationToken) is not { } stored)
            return;
        if (Changed(act, ticket, moment.Now) is not { } changed)
            return;
        var commit = HandoffNotice.Of(act, ticket, changed, stored, moment, content.Current);
        if (await conversations.CommitAsync(commit, cancellationToken))
            HandoffTimekeeperLog.Done(logger, ticket.Id, act);
        else
            HandoffTimekeeperLog.LostRace(logger, ticket.Id, act);
    }

    /// <summary>The ticket after the act; null when the state machine refuses.</summary>
    private static HandoffTicket? Changed(ClockAct act, HandoffTicket ticket, DateTimeOffset now)
    {
        HandoffMove? move = act switch
        {
            ClockAct.AgentLost or ClockAct.TransferUntaken => new HandoffMove.Queue(),
            ClockAct.CustomerGone => new HandoffMove.Abandon(),
            ClockAct.TimeOut => new HandoffMove.TimeOut(),
            _ => null,
        };
        if (move is not null)
            return (HandoffStateMachine.Apply(ticket, move, now) as TicketMoved)?.Ticket;
        var told = (ticket.Wait ?? new HandoffWait(ticket.RequestedAt, now)).AfterUpdate(now);
        return ticket with { Wait = told with { CallbackOffered = told.CallbackOffered || act == ClockAct.OfferCallback }, Version = ticket.Version + 1 };
    }
}

/// <summary>Event ids 1030–1039.</summary>
internal static partial class HandoffTimekeeperLog
{
    [LoggerMessage(1030, LogLevel.Information, "Handoff {TicketId}: {Act}.")]
    public static partial void Done(ILogger logger, string ticketId, ClockAct act);

    [LoggerMessage(1031, LogLevel.Debug, "Handoff {TicketId}: {Act} lost a race; it is looked at again.")]
    public static partial void LostRace(ILogger logger, string ticketId, ClockAct act);

    [LoggerMessage(1032, LogLevel.Error, "Open handoffs could not be looked at; they are looked at again.")]
    public static partial void LookFailed(ILogger logger, Exception failure);
}
