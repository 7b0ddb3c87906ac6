namespace EmpathyBot.Storage.PostgreSql;

/// <summary>This process among those that share a database.</summary>
internal sealed class PostgresNode
{
    /// <summary>New with every start, so that nothing a dead process held passes for this one's; begins with where it runs, for operators.</summary>
    public string Id { get; } = $"{Environment.MachineName}-{Environment.ProcessId}-{Guid.NewGuid():N}";
}
