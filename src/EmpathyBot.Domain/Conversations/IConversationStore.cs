using EmpathyBot.Domain.Handoffs;

namespace EmpathyBot.Domain.Conversations;

/// <summary>
/// Keeps conversations: what was accepted, what follows from it, what the customer is shown. Whatever a method has
/// returned from survives the process being killed. What is new is announced on the <see cref="IConversationFeed"/> by the
/// store itself, once it is committed.
/// </summary>
public interface IConversationStore : IConversationEvents
{
    /// <summary>
    /// Creates a conversation together with its first activities (the welcome). When it is there already, nothing changes.
    /// </summary>
    /// <returns>True when this call created it.</returns>
    Task<bool> CreateAsync(NewConversation conversation, CancellationToken cancellationToken);

    /// <summary>The conversation, or null.</summary>
    Task<StoredConversation?> FindAsync(string conversationId, CancellationToken cancellationToken);

    /// <summary>
    /// Where a conversation is and whose, or null when there is none: what each request must know, without the state that
    /// only a turn needs.
    /// </summary>
    Task<ConversationPlace?> FindPlaceAsync(string conversationId, CancellationToken cancellationToken);

    /// <summary>
    /// Stores what came in, to be acted upon later: the moment of acceptance. The same client key in the same
    /// conversation is stored once, and the first id comes back.
    /// </summary>
    /// <exception cref="ConversationNotFoundException">There is no such conversation.</exception>
    Task<AcceptedActivity> AcceptAsync(InboundActivity activity, CancellationToken cancellationToken);

    /// <summary>The oldest accepted activity of the conversation that waits for its turn, or null.</summary>
    Task<PendingTurn?> NextTurnAsync(string conversationId, CancellationToken cancellationToken);

    /// <summary>Conversations in which something waits for its turn: what a restart goes on with.</summary>
    Task<IReadOnlyList<string>> WaitingConversationsAsync(CancellationToken cancellationToken);

    /// <summary>
    /// Writes all that a turn or an agent's act brought, in one transaction, if the conversation still has the version
    /// that was read.
    /// </summary>
    /// <returns>
    /// False when somebody was faster: the version moved on, the ticket was changed, the turn is done already, or an agent is at
    /// their limit. Nothing
    /// was written then: read again (what waits, too) and decide again.
    /// </returns>
    /// <exception cref="TurnLostException">The lease it names is no longer this node's. Nothing was written.</exception>
    Task<bool> CommitAsync(TurnCommit commit, CancellationToken cancellationToken);

    /// <summary>The customer's stream after a sequence number, oldest first.</summary>
    Task<IReadOnlyList<StoredActivity>> ReadStreamAsync(string conversationId, long after, int limit, CancellationToken cancellationToken);

    /// <summary>Changes that desks are told of, after a sequence number, oldest first.</summary>
    Task<IReadOnlyList<ConversationChange>> ReadChangesAsync(long after, int limit, CancellationToken cancellationToken);

    /// <summary>The sequence number of the newest change; 0 when there is none.</summary>
    Task<long> LastChangeAsync(CancellationToken cancellationToken);
}

/// <summary>A conversation to be created.</summary>
/// <param name="Id">Its id on the channel; opaque.</param>
/// <param name="Channel"><c>directline</c>, <c>msteams</c>, …</param>
/// <param name="UserId">The customer's id on the channel.</param>
/// <param name="Locale">BCP 47 tag.</param>
/// <param name="Activities">Activities of its beginning, such as the welcome, in order.</param>
/// <param name="State">Its state after those.</param>
/// <param name="Events">The events that made it so.</param>
public sealed record NewConversation(
    string Id, string Channel, string UserId, string Locale,
    IReadOnlyList<OutgoingActivity> Activities, Conversation State, IReadOnlyList<ConversationEvent> Events)
{
    /// <summary>How the channel is called back, as JSON that only the channel reads; null where the stored row is the delivery.</summary>
    public string? Reference { get; init; }
}

/// <summary>A conversation as stored.</summary>
/// <param name="Id">Its id on the channel.</param>
/// <param name="Channel">The channel.</param>
/// <param name="UserId">The customer's id on the channel.</param>
/// <param name="State">Folded state.</param>
/// <param name="Dialogs">The dialog stack as JSON, or null.</param>
/// <param name="Version">What a commit must name.</param>
/// <param name="CreatedAt">When it began.</param>
public sealed record StoredConversation(
    string Id, string Channel, string UserId, Conversation State, string? Dialogs, long Version, DateTimeOffset CreatedAt)
{
    /// <summary>How the channel is called back, as JSON that only the channel reads; null where the stored row is the delivery.</summary>
    public string? Reference { get; init; }

    /// <summary>True when the channel must be called to deliver; false where the stored row is the delivery.</summary>
    public bool IsCalled => Reference is not null;
}

/// <summary>What never changes of a conversation.</summary>
/// <param name="Channel">The channel.</param>
/// <param name="UserId">The customer's id on the channel.</param>
/// <param name="Reference">How the channel is called back; null where the stored row is the delivery.</param>
public sealed record ConversationPlace(string Channel, string UserId, string? Reference);

/// <summary>Something that came in and must be kept.</summary>
/// <param name="ConversationId">Where.</param>
/// <param name="ActivityId">The id it gets; also the id of the turn it sets off.</param>
/// <param name="ClientKey">What makes a redelivery recognisable (the channel's activity id, or the client's own key); null when there is none.</param>
/// <param name="Json">The activity, complete, as it is shown on the stream.</param>
/// <param name="ShownOnStream">False for what clients never see, such as <c>conversationUpdate</c>.</param>
/// <param name="RunsTurn">False for what needs no turn.</param>
public sealed record InboundActivity(
    string ConversationId, string ActivityId, string? ClientKey, string Json, bool ShownOnStream, bool RunsTurn);

/// <summary>The receipt of an accepted activity.</summary>
/// <param name="ActivityId">Its id, or the first one's when it is a repeat.</param>
/// <param name="IsRepeat">True when it had been accepted before.</param>
public sealed record AcceptedActivity(string ActivityId, bool IsRepeat);

/// <summary>An accepted activity that waits for its turn.</summary>
public sealed record PendingTurn(string ConversationId, string ActivityId, string Json, DateTimeOffset AcceptedAt);

/// <summary>An activity on the customer's stream.</summary>
/// <param name="Sequence">Its place; watermarks are made of it.</param>
/// <param name="Json">The activity.</param>
public sealed record StoredActivity(long Sequence, string Json);

/// <summary>An activity to be put on the customer's stream.</summary>
/// <param name="ActivityId">Its id.</param>
/// <param name="Json">The activity, complete.</param>
/// <param name="Deliver">True when the channel must be called to deliver it; false when the stored row is the delivery.</param>
public sealed record OutgoingActivity(string ActivityId, string Json, bool Deliver = false);

/// <summary>All that one turn, or one act of an agent, brought.</summary>
public sealed record TurnCommit
{
    public required string ConversationId { get; init; }

    /// <summary>The version that was read.</summary>
    public required long Version { get; init; }

    /// <summary>The activity whose turn this was, or null for an agent's act.</summary>
    public string? TurnId { get; init; }

    /// <summary>That of the lease the turn ran under (<see cref="TurnLease"/>); null when it ran under none.</summary>
    public long? Fence { get; init; }

    public required Conversation State { get; init; }

    /// <summary>The dialog stack as JSON; null keeps what is stored, empty clears it.</summary>
    public string? Dialogs { get; init; }

    public IReadOnlyList<ConversationEvent> Events { get; init; } = [];

    public IReadOnlyList<OutgoingActivity> Activities { get; init; } = [];

    /// <summary>
    /// True takes every reading, and all that tells of one (<see cref="Emotions.Moodless"/>), out of the events and tickets
    /// stored so far, here and in every other conversation of the same customer.
    /// </summary>
    public bool ForgetReadings { get; init; }

    /// <summary>A ticket made or changed; its <see cref="HandoffTicket.Version"/> is the one after the change.</summary>
    public HandoffTicket? Ticket { get; init; }

    /// <summary>What another engagement hub is to be told, kept until it was.</summary>
    public IReadOnlyList<HubNotice> ToHub { get; init; } = [];

    /// <summary>
    /// The agent who takes the ticket, when their own limit counts: at the limit nothing is written and the commit is refused,
    /// however many takes of theirs come at once. Null when it does not count.
    /// </summary>
    public string? WithinLimitOf { get; init; }

    /// <summary>What the audit log says of it; null when nobody of the desk did it.</summary>
    public Audit.AuditEntry? Audit { get; init; }
}

/// <summary>Something a desk shows has changed.</summary>
/// <param name="Sequence">Its place; the id of a server-sent event.</param>
/// <param name="ConversationId">Which conversation.</param>
/// <param name="TicketId">Its open or just ended ticket, if any.</param>
public sealed record ConversationChange(long Sequence, string ConversationId, string? TicketId);

/// <summary>A conversation was named that does not exist.</summary>
public sealed class ConversationNotFoundException(string conversationId)
    : Exception($"There is no conversation \"{conversationId}\".")
{
    /// <summary>The id that was named.</summary>
    public string ConversationId { get; } = conversationId;
}
