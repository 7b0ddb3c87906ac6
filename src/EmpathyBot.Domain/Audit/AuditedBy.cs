namespace EmpathyBot.Domain.Audit;

/// <summary>Who does something that is written down.</summary>
/// <param name="AgentId">Their id at the desk, or null.</param>
/// <param name="Name">Their name.</param>
/// <param name="From">The address they come from, or null.</param>
public sealed record AuditedBy(string? AgentId, string Name, string? From)
{
    /// <summary>An operator at the host's own command line.</summary>
    public static AuditedBy CommandLine { get; } = new(null, "command line", null);

    /// <summary>An entry about something of theirs.</summary>
    public AuditEntry Entry(DateTimeOffset at, string act) => new(at, act, AgentId, Name, From);
}
