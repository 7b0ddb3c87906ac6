namespace EmpathyBot.Domain.Handoffs;

/// <summary>What another engagement hub is told.</summary>
public enum HubNoticeKind
{
    /// <summary>The handoff itself, with all that is known; again when that changed.</summary>
    Initiate = 0,
    /// <summary>What the customer wrote since.</summary>
    Message,
    /// <summary>It is over here: the customer left, or somebody of the desk took it.</summary>
    End,
}

/// <summary>
/// Something that another engagement hub must be told. Its words are not in it: they are put together from what is stored when
/// it is sent, so that nothing is sent that was forgotten meanwhile.
/// </summary>
/// <param name="ActivityId">The id of the activity; the same at every try, so that a hub can tell a repeat.</param>
/// <param name="TicketId">The ticket.</param>
/// <param name="Kind">What it is.</param>
/// <param name="TurnId">The customer's message, for <see cref="HubNoticeKind.Message"/>; else null.</param>
public sealed record HubNotice(string ActivityId, string TicketId, HubNoticeKind Kind, string? TurnId = null)
{
    /// <summary>A notice with an id of its own.</summary>
    public static HubNotice New(string ticketId, HubNoticeKind kind, string? turnId = null) =>
        new(Guid.CreateVersion7().ToString(), ticketId, kind, turnId);
}

/// <summary>
/// What another engagement hub must still be told, each notice of a commit (<see cref="Conversations.TurnCommit.ToHub"/>) in
/// order within its conversation. It stays here until it was taken or given up.
/// </summary>
public interface IHubOutbox
{
    /// <summary>What is due, oldest first. While one notice of a conversation waits for its next try, later ones wait behind it.</summary>
    Task<IReadOnlyList<HubOutboxItem>> DueAsync(DateTimeOffset now, int limit, CancellationToken cancellationToken);

    /// <summary>It was taken, or is given up: it leaves the outbox. Unknown ids are no error.</summary>
    Task RemoveAsync(long id, CancellationToken cancellationToken);

    /// <summary>It was not taken and is tried again then.</summary>
    Task RetryAsync(long id, DateTimeOffset at, CancellationToken cancellationToken);
}

/// <summary>A notice that waits to be sent.</summary>
/// <param name="Id">Its place in the outbox.</param>
/// <param name="ConversationId">The conversation.</param>
/// <param name="Notice">What is to be told.</param>
/// <param name="Attempts">How often it failed so far.</param>
public sealed record HubOutboxItem(long Id, string ConversationId, HubNotice Notice, int Attempts);
