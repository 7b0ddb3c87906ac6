using EmpathyBot.Domain.Conversations;

namespace EmpathyBot.Domain.Handoffs;

/// <summary>Who holds a conversation, as far as its own state knows.</summary>
/// <param name="TicketId">The open ticket, or null.</param>
/// <param name="State">Its state.</param>
/// <param name="Reason">Why it was made.</param>
/// <param name="AgentName">The agent who holds it, or null.</param>
public sealed record HandoffHold(string? TicketId, HandoffState State, HandoffReason Reason, string? AgentName)
{
    /// <summary>True while the ticket is with another engagement hub: what the customer writes is passed on to it.</summary>
    public bool AtHub { get; init; }

    /// <summary>The bot holds it.</summary>
    public static HandoffHold None { get; } = new(null, HandoffState.Closed, HandoffReason.AskedForPerson, null);

    /// <summary>True while a person holds the conversation: the bot says nothing.</summary>
    public bool IsHeldByPerson => TicketId is not null && State is HandoffState.Accepted or HandoffState.Transferred;

    /// <summary>True while the customer waits for a person.</summary>
    public bool IsWaiting => TicketId is not null && State is HandoffState.Requested or HandoffState.Queued;

    /// <summary>Who holds the conversation after this move.</summary>
    public static HandoffHold From(HandoffMoved moved)
    {
        ArgumentNullException.ThrowIfNull(moved);
        var open = moved.State is HandoffState.Requested or HandoffState.Queued or HandoffState.Accepted or HandoffState.Transferred;
        return open ? new(moved.TicketId, moved.State, moved.Reason, moved.AgentName) { AtHub = moved.AtHub } : None;
    }
}
