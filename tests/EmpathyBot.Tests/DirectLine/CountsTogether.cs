using System.Collections.Concurrent;
using EmpathyBot.Domain.Conversations;

namespace EmpathyBot.Tests.DirectLine;

/// <summary>What several nodes count together, in memory; away when it is told to be.</summary>
internal sealed class CountsTogether : ISharedCounts
{
    private readonly ConcurrentDictionary<string, long> _counts = new();

    public bool IsAway { get; set; }

    /// <summary>How often it was told of a count.</summary>
    public int Told { get; private set; }

    public IEnumerable<string> Keys => _counts.Keys;

    public Task<long?> AddAsync(string key, int added, TimeSpan keptFor, CancellationToken cancellationToken)
    {
        if (IsAway)
            throw new StoreUnavailableException("away");
        Told++;
        return Task.FromResult<long?>(_counts.AddOrUpdate(key, added, (_, counted) => counted + added));
    }
}
