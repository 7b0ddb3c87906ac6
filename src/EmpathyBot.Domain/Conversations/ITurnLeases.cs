namespace EmpathyBot.Domain.Conversations;

/// <summary>
/// Gives a node the right to run the turns of a conversation, one node at a time, for as long as it shows that it lives. A
/// commit under a lease that has gone to another node is refused, so one that slept past its time writes nothing.
/// </summary>
public interface ITurnLeases
{
    /// <summary>How often what other nodes left behind is to be looked for; null where there are no others.</summary>
    TimeSpan? LookEvery { get; }

    /// <summary>
    /// The oldest activity that waits for its turn, with the right to run it; null when none waits, or when another node is
    /// about this conversation and will find it there. The right ends with the turn's commit.
    /// </summary>
    Task<TurnLease?> TakeAsync(string conversationId, CancellationToken cancellationToken);
}

/// <summary>The right to run a turn.</summary>
/// <param name="Turn">The turn.</param>
/// <param name="Fence">What its commit names (<see cref="TurnCommit.Fence"/>); null where no other node could take it.</param>
public sealed record TurnLease(PendingTurn Turn, long? Fence);

/// <summary>A node was silent for too long and another has taken over the turn it was about.</summary>
public sealed class TurnLostException(string conversationId)
    : Exception($"Another node has taken over the turn in conversation \"{conversationId}\".")
{
    /// <summary>Where.</summary>
    public string ConversationId { get; } = conversationId;
}
