using Dapper;
using EmpathyBot.Domain.Audit;
using Microsoft.Data.Sqlite;

namespace EmpathyBot.Storage.Audit;

/// <summary>An entry of the audit log, to be written in the transaction of what it tells of.</summary>
internal sealed record AuditRow
{
    public const string Insert =
        """
        insert into audit (at, act, agent_id, agent, address, ticket_id, conversation_id, account_id, detail)
        values (@At, @Act, @AgentId, @Agent, @Address, @TicketId, @ConversationId, @AccountId, @Detail)
        """;

    /// <summary>What fits a query and is kept still, newest first.</summary>
    public const string Find =
        """
        select id as Id, at as At, act as Act, agent_id as AgentId, agent as Agent, address as Address, ticket_id as TicketId,
          conversation_id as ConversationId, account_id as AccountId, detail as Detail
        from audit
        where (@BeforeId is null or id < @BeforeId) and at >= @from and (@to is null or at < @to) and (@Act is null or act = @Act)
          and (@AgentId is null or agent_id = @AgentId) and (@TicketId is null or ticket_id = @TicketId)
          and (@ConversationId is null or conversation_id = @ConversationId)
        order by id desc limit @Limit
        """;

    public const string IsThere =
        """
        select exists (
          select 1 from audit where conversation_id = @ConversationId and act = @Act and agent_id = @AgentId and at >= @from)
        """;

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

    public void Append(SqliteConnection connection) => connection.Execute(Insert, this);
}
