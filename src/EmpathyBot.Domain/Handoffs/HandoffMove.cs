namespace EmpathyBot.Domain.Handoffs;

/// <summary>Someone who works at the desk.</summary>
/// <param name="Id">Unique and stable.</param>
/// <param name="Name">The name the customer sees.</param>
public sealed record Agent(string Id, string Name);

/// <summary>Something that may be done with a handoff. Whether it may be done now, <see cref="HandoffStateMachine"/> says.</summary>
public abstract record HandoffMove
{
    private HandoffMove()
    {
    }

    /// <summary>Puts it into the queue: at first, when an agent was lost, or when a transfer found nobody.</summary>
    public sealed record Queue : HandoffMove;

    /// <summary>An agent takes it.</summary>
    public sealed record Accept(Agent Agent) : HandoffMove;

    /// <summary>Someone of another engagement hub takes what is there. The desk's own people cannot do this.</summary>
    /// <param name="Agent">Who, with an id that nobody at the desk has.</param>
    public sealed record AcceptAtHub(Agent Agent) : HandoffMove;

    /// <summary>The other hub does not take it, or cannot be reached: back into the desk's own queue.</summary>
    public sealed record LeaveHub : HandoffMove;

    /// <summary>The agent who holds it passes it on.</summary>
    /// <param name="By">Who passes it on.</param>
    /// <param name="To">The colleague or team it is meant for, in words; anyone may take it.</param>
    /// <param name="ToId">The agent's or team's id, so that it stands on top of their queue; null when it is words alone.</param>
    public sealed record Transfer(Agent By, string To, string? ToId = null) : HandoffMove;

    /// <summary>A supervisor takes it, also out of an agent's hands. Who may do that, the desk decides.</summary>
    public sealed record TakeOver(Agent By) : HandoffMove;

    /// <summary>The agent who holds it ends it.</summary>
    public sealed record Close(Agent By, HandoffOutcome Outcome, string? Note) : HandoffMove;

    /// <summary>The agent who holds it gives the conversation back to the bot.</summary>
    /// <param name="By">Who gives it back.</param>
    /// <param name="Note">For colleagues.</param>
    /// <param name="Word">What the bot passes on to the customer when it takes over; null when nothing.</param>
    public sealed record Return(Agent By, string? Note, string? Word = null) : HandoffMove;

    /// <summary>The customer leaves the queue.</summary>
    public sealed record Abandon : HandoffMove;

    /// <summary>Nobody took it in time.</summary>
    public sealed record TimeOut : HandoffMove;

    /// <summary>It cannot be handed over.</summary>
    public sealed record Fail : HandoffMove;
}

/// <summary>What became of a move.</summary>
public abstract record HandoffMoveResult;

/// <summary>The move was made; this is the ticket after it, to be written with its version.</summary>
public sealed record TicketMoved(HandoffTicket Ticket) : HandoffMoveResult;

/// <summary>The move was not made, and nothing changed.</summary>
/// <param name="Code">A stable code: <c>held-by-other</c>, <c>held-by-you</c>, <c>not-held</c>, <c>ended</c>,
/// <c>not-waiting</c>, <c>at-hub</c>, <c>not-at-hub</c>.</param>
/// <param name="Sentence">The same for a reader.</param>
/// <param name="HeldBy">Who holds it, when that is why.</param>
public sealed record MoveRefused(string Code, string Sentence, string? HeldBy = null) : HandoffMoveResult;
