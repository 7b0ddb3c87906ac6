namespace EmpathyBot.Domain.Audit;

/// <summary>The log of what was done at the desk. It is only added to; what is older than the retention setting is deleted.</summary>
public interface IAuditLog
{
    /// <summary>Adds an entry that goes with no other change. Once it returns, the entry is kept.</summary>
    Task AppendAsync(AuditEntry entry, CancellationToken cancellationToken);

    /// <summary>
    /// Adds an entry unless the same agent did the same with the same conversation since <paramref name="since"/>: a desk reads
    /// a conversation anew at every change, and that is one view.
    /// </summary>
    Task AppendOnceAsync(AuditEntry entry, DateTimeOffset since, CancellationToken cancellationToken);

    /// <summary>Entries that fit, newest first.</summary>
    Task<IReadOnlyList<AuditEntry>> ReadAsync(AuditQuery query, CancellationToken cancellationToken);
}

/// <summary>Which entries are wanted. What is null does not matter.</summary>
/// <param name="Limit">At most so many, from 1.</param>
public sealed record AuditQuery(int Limit)
{
    /// <summary>Only what was written before this one, for the next page.</summary>
    public long? BeforeId { get; init; }

    /// <summary>Not before this moment.</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>Before this moment.</summary>
    public DateTimeOffset? To { get; init; }

    public string? Act { get; init; }

    public string? AgentId { get; init; }

    public string? TicketId { get; init; }

    public string? ConversationId { get; init; }
}
