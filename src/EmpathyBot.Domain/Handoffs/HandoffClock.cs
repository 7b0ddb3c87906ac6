namespace EmpathyBot.Domain.Handoffs;

/// <summary>What time makes necessary for an open handoff.</summary>
public enum ClockAct
{
    /// <summary>The agent's desk was closed too long: back into the queue, and the customer is told.</summary>
    AgentLost = 0,
    /// <summary>Nobody took what was passed on: back into the queue, and the customer is told.</summary>
    TransferUntaken,
    /// <summary>The customer left long ago: the handoff ends.</summary>
    CustomerGone,
    /// <summary>Nobody took it in time: the handoff ends, with honest words and the offer of a callback.</summary>
    TimeOut,
    /// <summary>A callback is offered, once.</summary>
    OfferCallback,
    /// <summary>The customer is told how the waiting stands.</summary>
    TellWaiting,
}

/// <summary>What is known around a ticket when its time is looked at.</summary>
/// <param name="AgentSeenAt">When the desk of the agent who holds it was last open; null when that is not known, then nothing follows.</param>
/// <param name="CustomerLeftAt">Since when the customer's page is closed; null when it is open or not known.</param>
public sealed record ClockFacts(DateTimeOffset? AgentSeenAt, DateTimeOffset? CustomerLeftAt);

/// <summary>
/// The passing of time in a handoff. Pure, and all it rests on is stored: after a restart the same follows. The first rule
/// that holds decides; null when nothing is to be done yet.
/// </summary>
public static class HandoffClock
{
    /// <summary>Updates come at this multiple of the rhythm at most: who waits long does not want the same line ever again.</summary>
    private const int SlowestRhythm = 4;

    /// <summary>What must be done now.</summary>
    public static ClockAct? Due(HandoffTicket ticket, ClockFacts facts, HandoffTimes times, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(ticket);
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(times);
        return ticket.State switch
        {
            HandoffState.Accepted => facts.AgentSeenAt is { } seen && now - seen > times.AgentGrace ? ClockAct.AgentLost : null,
            HandoffState.Transferred => now - ticket.MovedAt > times.TransferWithin ? ClockAct.TransferUntaken : null,
            HandoffState.Requested or HandoffState.Queued when ticket.Callback is null => Waiting(ticket, facts, times, now),
            // Who is called back does not wait in the chat.
            _ => null,
        };
    }

    private static ClockAct? Waiting(HandoffTicket ticket, ClockFacts facts, HandoffTimes times, DateTimeOffset now)
    {
        var wait = ticket.Wait ?? new HandoffWait(ticket.RequestedAt, ticket.RequestedAt);
        var isAtRisk = ticket.Reason == HandoffReason.AtRisk;
        if (!times.Hours.IsOpenAt(now))
            return null;
        if (!isAtRisk && facts.CustomerLeftAt is { } left && times.Hours.OpenBetween(left, now) > times.CustomerGoneAfter)
            return ClockAct.CustomerGone;

        var waited = times.Hours.OpenBetween(wait.Since, now);
        if (!isAtRisk && waited > times.TimeOutAfter)
            return ClockAct.TimeOut;
        // Who is away reads it on coming back; telling the same line to an empty page ten times helps nobody.
        if (facts.CustomerLeftAt is not null)
            return null;
        if (!wait.CallbackOffered && !isAtRisk && waited > times.OfferCallbackAfter && now - wait.ToldAt >= TimeSpan.FromSeconds(20))
            return ClockAct.OfferCallback;
        var gap = times.UpdateEvery * Math.Min(1 + wait.Told, SlowestRhythm);
        return now - wait.ToldAt >= gap && times.Hours.OpenBetween(wait.ToldAt, now) >= gap ? ClockAct.TellWaiting : null;
    }
}
