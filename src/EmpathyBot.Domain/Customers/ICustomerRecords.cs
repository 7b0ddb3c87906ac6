using EmpathyBot.Domain.Audit;

namespace EmpathyBot.Domain.Customers;

/// <summary>Everything that is kept of one customer: to be handed to them, to be erased, to be given up when it is old.</summary>
public interface ICustomerRecords
{
    /// <summary>Whose conversation it is, or null when there is none of this id. In a group it is the one who began it.</summary>
    Task<CustomerKey?> WhoseAsync(string conversationId, CancellationToken cancellationToken);

    /// <summary>Everything that is kept of the customer. Nothing is left out: what is not in it is not kept.</summary>
    Task<CustomerRecord> ReadAsync(CustomerKey customer, CancellationToken cancellationToken);

    /// <summary>
    /// Deletes everything that is kept of the customer, open handoffs, too, and overwrites where it stood. The entry goes
    /// into the audit log with it. Erasing again finishes what was interrupted.
    /// </summary>
    Task<ErasedCustomer> EraseAsync(CustomerKey customer, AuditEntry audit, CancellationToken cancellationToken);

    /// <summary>
    /// Deletes conversations in which nothing happened since a moment, at most so many; those that wait for a person, or are with
    /// one, stay.
    /// </summary>
    /// <returns>How many were deleted.</returns>
    Task<int> DeleteConversationsAsync(DateTimeOffset nothingSince, int limit, CancellationToken cancellationToken);

    /// <summary>Deletes what is remembered of customers who wrote nothing since a moment.</summary>
    Task<int> DeleteMemoriesAsync(DateTimeOffset nothingSince, CancellationToken cancellationToken);
}

/// <summary>A customer as a channel knows them.</summary>
/// <param name="Channel"><c>directline</c>, <c>msteams</c>, …</param>
/// <param name="UserId">Their id there.</param>
public sealed record CustomerKey(string Channel, string UserId);

/// <summary>What is kept of a customer, as JSON texts.</summary>
/// <param name="Customer">Who.</param>
/// <param name="Memory">What is remembered of them beyond a conversation, or null.</param>
/// <param name="Conversations">Their conversations, oldest first.</param>
public sealed record CustomerRecord(CustomerKey Customer, string? Memory, IReadOnlyList<ConversationRecord> Conversations)
{
    /// <summary>True when nothing is kept.</summary>
    public bool IsEmpty => Memory is null && Conversations.Count == 0;
}

/// <summary>A conversation with all that belongs to it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="CreatedAt">When it began.</param>
/// <param name="State">What follows from its events.</param>
/// <param name="Dialogs">The question it stands at, or null.</param>
/// <param name="Reference">How the channel is called back, or null.</param>
/// <param name="Activities">What the customer was shown and sent, oldest first; then what they sent and was not shown.</param>
/// <param name="Events">What happened, oldest first, with what was read and decided, and the notes of agents.</param>
/// <param name="Tickets">Handoffs with their briefs.</param>
/// <param name="Attachments">Files.</param>
public sealed record ConversationRecord(
    string Id, DateTimeOffset CreatedAt, string State, string? Dialogs, string? Reference, IReadOnlyList<string> Activities,
    IReadOnlyList<string> Events, IReadOnlyList<string> Tickets, IReadOnlyList<Conversations.StoredAttachment> Attachments)
{
    /// <summary>When their page was closed, if it is known and closed.</summary>
    public DateTimeOffset? LeftAt { get; init; }
}

/// <summary>What was erased.</summary>
/// <param name="Conversations">How many conversations.</param>
/// <param name="Memory">Whether something was remembered of them.</param>
/// <param name="Finished">
/// False when the store was too busy to overwrite where it stood: it is deleted, and erasing again overwrites it. PostgreSQL
/// overwrites in its own time.
/// </param>
public sealed record ErasedCustomer(int Conversations, bool Memory, bool Finished);
