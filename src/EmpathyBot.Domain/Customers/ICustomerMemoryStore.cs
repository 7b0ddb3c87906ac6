namespace EmpathyBot.Domain.Customers;

/// <summary>
/// Reads what is kept of a customer. It is written with the events it follows from, in a conversation's commit
/// (<see cref="Conversations.TurnCommit"/>), and nowhere else.
/// </summary>
public interface ICustomerMemoryStore
{
    /// <summary>How long a contact is kept after its last message.</summary>
    TimeSpan KeptFor { get; }

    /// <summary>What is kept of this customer of this channel, and of nobody else; empty when nothing is.</summary>
    Task<CustomerMemory> FindAsync(string channel, string userId, CancellationToken cancellationToken);
}
