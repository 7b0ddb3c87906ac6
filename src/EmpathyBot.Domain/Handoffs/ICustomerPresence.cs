namespace EmpathyBot.Domain.Handoffs;

/// <summary>Remembers, beyond a restart, which customers have the page of an unfinished handoff open.</summary>
public interface ICustomerPresence
{
    /// <summary>A page of this conversation is open.</summary>
    Task ArrivedAsync(string conversationId, CancellationToken cancellationToken);

    /// <summary>The last page of this conversation was closed.</summary>
    Task LeftAsync(string conversationId, CancellationToken cancellationToken);

    /// <summary>Since when the customer's page is closed; null when it is open, or when this is not known.</summary>
    Task<DateTimeOffset?> LeftAtAsync(string conversationId, CancellationToken cancellationToken);

    /// <summary>At a start no page can be open: who had one counts as gone from now until it comes back.</summary>
    Task BeginAsync(CancellationToken cancellationToken);
}
