using Dapper;
using EmpathyBot.Domain.Audit;
using Microsoft.Data.Sqlite;

namespace EmpathyBot.Storage.Audit;

/// <summary>An entry of the audit log, to be written in the transaction of what it tells of.</summary>
internal sealed record AuditRow
{
    public long Id { get; init; }
    public required long At { get; init; }
    public required string Act { get; init; }
    public string? AgentId { get; init; }
    public required string Agent { get; init; }
    public string? Address { get; init; }
    public string? TicketId { get; init; }
    public string? ConversationId { get; init; }
    public string? AccountId { get; init; }
    public string? Detail { get; init; }

    public static AuditRow Of(AuditEntry entry) => new()
    {
        At = entry.At.ToUnixTimeMilliseconds(), Act = entry.Act, AgentId = entry.AgentId, Agent = entry.Agent, Address = entry.From,
        TicketId = entry.TicketId, ConversationId = entry.ConversationId, AccountId = entry.AccountId, Detail = entry.Detail,
    };

    public AuditEntry ToEntry() => new(DateTimeOffset.FromUnixTimeMilliseconds(At), Act, AgentId, Agent, Address)
    {
        Id = Id, TicketId = TicketId, ConversationId = ConversationId, AccountId = AccountId, Detail = Detail,
    };

    public void Append(SqliteConnection connection) => connection.Execute(
        """
        insert into audit (at, act, agent_id, agent, address, ticket_id, conversation_id, account_id, detail)
        values (@At, @Act, @AgentId, @Agent, @Address, @TicketId, @ConversationId, @AccountId, @Detail)
        """,
        this);
}
