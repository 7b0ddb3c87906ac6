namespace EmpathyBot.Domain.Handoffs;

/// <summary>One handoff: what an agent takes, works on and closes.</summary>
/// <param name="Id">Unique; shown to the customer.</param>
/// <param name="ConversationId">The conversation it belongs to.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Reason">Why it was made.</param>
/// <param name="Need">0 to 1: how much the customer needs someone, at the time of the last change. Orders the queue.</param>
/// <param name="RequestedAt">When it was made; waiting counts from here.</param>
/// <param name="MovedAt">When the state last changed.</param>
/// <param name="AgentId">Who holds it, or null.</param>
/// <param name="AgentName">The name the customer sees, or null.</param>
/// <param name="Brief">What the agent reads first.</param>
/// <param name="Outcome">How it ended, once closed.</param>
/// <param name="Note">The agent's closing or returning note.</param>
/// <param name="Version">Counts changes; a change names the version it saw.</param>
/// <param name="TransferredTo">The colleague or team a transfer is meant for, until somebody takes it.</param>
/// <param name="TransferredToId">The id of that colleague or team; null when it was given in words alone.</param>
/// <param name="TakenAt">When a person first took it: what the customer waited until then. Null before.</param>
/// <param name="Wait">What the customer has been told while waiting; null before the first word of it.</param>
/// <param name="Callback">Set when the customer is called or written to instead of waiting in the chat.</param>
public sealed record HandoffTicket(
    string Id,
    string ConversationId,
    HandoffState State,
    HandoffReason Reason,
    double Need,
    DateTimeOffset RequestedAt,
    DateTimeOffset MovedAt,
    string? AgentId,
    string? AgentName,
    HandoffBrief Brief,
    HandoffOutcome? Outcome = null,
    string? Note = null,
    int Version = 0,
    string? TransferredTo = null,
    string? TransferredToId = null,
    DateTimeOffset? TakenAt = null,
    HandoffWait? Wait = null,
    Callback? Callback = null)
{
    /// <summary>True while another engagement hub has it: its people take it, and only a supervisor of the desk may take it from there.</summary>
    public bool AtHub { get; init; }

    /// <summary>True until it ended in one way or another.</summary>
    public bool IsOpen => State is HandoffState.Requested or HandoffState.Queued or HandoffState.Accepted or HandoffState.Transferred;

    /// <summary>True while a person holds the conversation and the bot must be silent.</summary>
    public bool IsHeldByPerson => State is HandoffState.Accepted or HandoffState.Transferred;
}
