using EmpathyBot.Domain.Conversations;

namespace EmpathyBot.Storage.Conversations;

/// <summary>A file serves one process: nobody else counts.</summary>
internal sealed class SqliteSharedCounts : ISharedCounts
{
    public Task<long?> AddAsync(string key, int added, TimeSpan keptFor, CancellationToken cancellationToken) => Task.FromResult<long?>(null);
}
