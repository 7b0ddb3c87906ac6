namespace EmpathyBot.Domain.Conversations;

/// <summary>
/// What a channel must still be called with: each committed activity whose <see cref="OutgoingActivity.Deliver"/> is
/// true, in order within its conversation. It stays here until it was delivered or given up.
/// </summary>
public interface IOutbox
{
    /// <summary>
    /// What is due, oldest first. While one activity of a conversation waits for its next try, later ones of that
    /// conversation wait behind it.
    /// </summary>
    Task<IReadOnlyList<OutboxItem>> DueAsync(DateTimeOffset now, int limit, CancellationToken cancellationToken);

    /// <summary>The channel has taken it: it leaves the outbox. Unknown ids are no error.</summary>
    Task DeliveredAsync(long id, CancellationToken cancellationToken);

    /// <summary>The channel did not take it; null gives it up, so that later ones can go out.</summary>
    Task FailedAsync(long id, DateTimeOffset? retryAt, CancellationToken cancellationToken);
}

/// <summary>An activity that waits for delivery.</summary>
/// <param name="Id">Its place in the outbox.</param>
/// <param name="ConversationId">Where it belongs.</param>
/// <param name="ActivityJson">The activity, complete.</param>
/// <param name="Attempts">How often it failed so far.</param>
public sealed record OutboxItem(long Id, string ConversationId, string ActivityJson, int Attempts)
{
    /// <summary>How the channel is called back, as the conversation keeps it; null when it cannot be.</summary>
    public string? Reference { get; init; }
}
