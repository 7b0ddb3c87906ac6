namespace EmpathyBot.Domain.Handoffs;

/// <summary>
/// The legal moves of a handoff. Pure: it tells what the ticket would be; one conditional write makes it so, and the
/// loser of a race asks again with the ticket as it is then.
/// <code>
/// from \ move   queue   accept     takeOver   transfer     close   return    abandon    timeOut   fail
/// requested     queued  accepted   accepted   -            -       -         abandoned  timedOut  failed
/// queued        -       accepted   accepted   -            -       -         abandoned  timedOut  failed
/// accepted      queued  -          accepted   transferred  closed  returned  -          -         failed
/// transferred   queued  accepted   accepted   -            -       -         abandoned  timedOut  failed
/// any ended     -       -          -          -            -       -         -          -         -
/// </code>
/// At another hub: accept is refused, its people take by acceptAtHub from requested, queued and transferred, and leaveHub
/// leads from every open state to queued at the desk. Take-over and queue bring it to the desk, too.
/// An accepted ticket has exactly one agent, any other open one none; transfer, close and return belong to that agent.
/// Only take-over goes from one agent to another in one step.
/// </summary>
public static class HandoffStateMachine
{
    /// <summary>Makes a move, or says why it cannot be made.</summary>
    /// <param name="ticket">The ticket as it stands.</param>
    /// <param name="move">What is wanted.</param>
    /// <param name="at">Now.</param>
    public static HandoffMoveResult Apply(HandoffTicket ticket, HandoffMove move, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(ticket);
        ArgumentNullException.ThrowIfNull(move);
        if (!ticket.IsOpen)
            return new MoveRefused("ended", $"This handoff is over: {Ending(ticket.State)}.");

        return move switch
        {
            HandoffMove.Accept when ticket.AtHub => new MoveRefused("at-hub", "This conversation went to another hub and is taken there. A supervisor may take it over."),
            HandoffMove.Accept(var agent) => ApplyAccept(ticket, agent, at),
            HandoffMove.AcceptAtHub or HandoffMove.LeaveHub when !ticket.AtHub => new MoveRefused("not-at-hub", "This conversation is not with another hub."),
            HandoffMove.AcceptAtHub(var agent) => ApplyAccept(ticket, agent, at),
            HandoffMove.LeaveHub => Queued(ticket, at),
            HandoffMove.TakeOver(var by) when ticket.AgentId == by.Id => HeldByYou(ticket),
            HandoffMove.TakeOver(var by) => Moved(ticket, at, TakenBy(by, ticket, at) with { AtHub = false }),
            HandoffMove.Transfer(var by, var to, var toId) => ByHolder(
                ticket, by, at, held => held with { State = HandoffState.Transferred, TransferredTo = to, TransferredToId = toId }),
            HandoffMove.Close(var by, var outcome, var note) => ByHolder(
                ticket, by, at, held => held with { State = HandoffState.Closed, Outcome = outcome, Note = note }),
            HandoffMove.Return(var by, var note, _) => ByHolder(
                ticket, by, at, held => held with { State = HandoffState.Returned, Note = note }),
            HandoffMove.Queue when ticket.State == HandoffState.Queued => new MoveRefused("not-waiting", "It stands in the queue already."),
            HandoffMove.Queue => Queued(ticket, at),
            HandoffMove.Abandon when ticket.State == HandoffState.Accepted => Held(ticket),
            HandoffMove.Abandon => Moved(ticket, at, ticket with { State = HandoffState.Abandoned }),
            HandoffMove.TimeOut when ticket.State == HandoffState.Accepted => Held(ticket),
            HandoffMove.TimeOut => Moved(ticket, at, ticket with { State = HandoffState.TimedOut }),
            HandoffMove.Fail => Moved(ticket, at, ticket with { State = HandoffState.Failed }),
            _ => throw new ArgumentOutOfRangeException(nameof(move), move, "An unknown move."),
        };
    }

    private static HandoffMoveResult ApplyAccept(HandoffTicket ticket, Agent agent, DateTimeOffset at)
    {
        if (ticket.State != HandoffState.Accepted)
            return Moved(ticket, at, TakenBy(agent, ticket, at));
        return ticket.AgentId == agent.Id ? HeldByYou(ticket) : Held(ticket);
    }

    private static HandoffTicket TakenBy(Agent agent, HandoffTicket ticket, DateTimeOffset at) => ticket with
    {
        State = HandoffState.Accepted,
        AgentId = agent.Id,
        AgentName = agent.Name,
        TransferredTo = null,
        TransferredToId = null,
        TakenAt = ticket.TakenAt ?? at,
    };

    private static TicketMoved Queued(HandoffTicket ticket, DateTimeOffset at) => Moved(ticket, at, ticket with
    {
        State = HandoffState.Queued,
        TransferredTo = null,
        TransferredToId = null,
        AtHub = false,
        Wait = ticket.Wait?.Again(at) ?? new HandoffWait(at, at),
    });

    private static HandoffMoveResult ByHolder(HandoffTicket ticket, Agent by, DateTimeOffset at, Func<HandoffTicket, HandoffTicket> move)
    {
        if (ticket.State != HandoffState.Accepted)
            return new MoveRefused("not-held", "Nobody holds this conversation. Take it first.");
        return ticket.AgentId == by.Id ? Moved(ticket, at, move(ticket)) : Held(ticket);
    }

    /// <summary>Only an accepted ticket keeps its agent, and an ended one keeps who ended it.</summary>
    private static TicketMoved Moved(HandoffTicket before, DateTimeOffset at, HandoffTicket after)
    {
        var keepsAgent = after.State is HandoffState.Accepted or HandoffState.Closed or HandoffState.Returned;
        return new(after with
        {
            AgentId = keepsAgent ? after.AgentId : null,
            AgentName = keepsAgent ? after.AgentName : null,
            MovedAt = at,
            Version = before.Version + 1,
        });
    }

    private static MoveRefused HeldByYou(HandoffTicket ticket) =>
        new("held-by-you", "You hold this conversation already.", ticket.AgentName);

    private static MoveRefused Held(HandoffTicket ticket) =>
        new("held-by-other", $"This conversation was already taken by {ticket.AgentName}.", ticket.AgentName);

    private static string Ending(HandoffState state) => state switch
    {
        HandoffState.Closed => "it was closed",
        HandoffState.Returned => "the conversation went back to the assistant",
        HandoffState.Abandoned => "the customer left the queue",
        HandoffState.TimedOut => "nobody took it in time",
        _ => "it could not be handed over",
    };
}
