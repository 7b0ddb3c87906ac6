namespace EmpathyBot.Domain.Handoffs;

/// <summary>Reads tickets. They change only in a conversation's commit (<see cref="Conversations.TurnCommit"/>).</summary>
public interface ITicketStore
{
    /// <summary>The ticket, or null.</summary>
    Task<HandoffTicket?> FindAsync(string ticketId, CancellationToken cancellationToken);

    /// <summary>The open ticket of a conversation, or null.</summary>
    Task<HandoffTicket?> FindOpenAsync(string conversationId, CancellationToken cancellationToken);

    /// <summary>Open tickets, most needed first, then longest waiting.</summary>
    Task<IReadOnlyList<HandoffTicket>> ListOpenAsync(int limit, CancellationToken cancellationToken);

    /// <summary>Tickets, open or ended, whose state changed since, the latest change first.</summary>
    Task<IReadOnlyList<HandoffTicket>> ListMovedAsync(DateTimeOffset since, int limit, CancellationToken cancellationToken);
}
