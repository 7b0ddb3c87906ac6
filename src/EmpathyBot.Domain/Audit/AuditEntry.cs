namespace EmpathyBot.Domain.Audit;

/// <summary>
/// Who did what, with which ticket, when, from where. Never a customer's words or name, never free text of anyone: what is
/// not an id, a name of someone at the desk or a code has no place here.
/// </summary>
/// <param name="At">When.</param>
/// <param name="Act">What, one of <see cref="AuditActs"/>.</param>
/// <param name="AgentId">Who, or null when it is not known: a sign-in under a name nobody has.</param>
/// <param name="Agent">Their name at that time; <c>command line</c> for the operator.</param>
/// <param name="From">The address it came from, or null.</param>
public sealed record AuditEntry(DateTimeOffset At, string Act, string? AgentId, string Agent, string? From)
{
    /// <summary>Its place in the log; 0 while it is not written.</summary>
    public long Id { get; init; }

    /// <summary>The ticket it is about, or null.</summary>
    public string? TicketId { get; init; }

    /// <summary>The conversation it is about, or null.</summary>
    public string? ConversationId { get; init; }

    /// <summary>The account that was changed, or null.</summary>
    public string? AccountId { get; init; }

    /// <summary>A code that says more, such as an outcome or why a sign-in failed; null when there is none.</summary>
    public string? Detail { get; init; }
}
