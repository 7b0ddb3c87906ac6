namespace EmpathyBot.Domain.Conversations;

/// <summary>Counts that all nodes share, for limits that are to hold for all of them together. They live for a moment and may be lost.</summary>
public interface ISharedCounts
{
    /// <summary>Adds to a count.</summary>
    /// <param name="key">What is counted, and in which stretch of time. Not secret, and names nobody.</param>
    /// <param name="added">How many more. Not negative.</param>
    /// <param name="keptFor">The count may be forgotten after this time.</param>
    /// <param name="cancellationToken">Gives it up; it may then have been counted or not.</param>
    /// <returns>What all nodes have counted, this included; null when there is one node only, which knows that itself.</returns>
    /// <exception cref="StoreUnavailableException">Nothing can be counted together now.</exception>
    Task<long?> AddAsync(string key, int added, TimeSpan keptFor, CancellationToken cancellationToken);
}
