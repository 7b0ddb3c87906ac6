using EmpathyBot.Domain.Handoffs;
using Microsoft.Extensions.Caching.Memory;

namespace EmpathyBot.Storage.Handoffs;

/// <summary>
/// Tickets this node read last, by id and version. The line of those who wait is looked at with every handoff, and each ticket
/// holds a whole brief: what has not changed since is not read as text again.
/// </summary>
internal sealed class RecentTickets : IDisposable
{
    private const int Most = 2000;

    private readonly MemoryCache _kept = new(new MemoryCacheOptions { SizeLimit = Most });

    /// <summary>The tickets of these places, in their order; those that are not kept are read. One that was closed meanwhile is left out.</summary>
    /// <param name="places">Ids and versions as the store has them now.</param>
    /// <param name="read">Reads the JSON of tickets by their ids.</param>
    public async Task<IReadOnlyList<HandoffTicket>> FindAsync(IReadOnlyList<TicketPlace> places, Func<string[], Task<IReadOnlyList<string>>> read)
    {
        var found = places.Select(place => _kept.Get<HandoffTicket>(place)).ToArray();
        string[] missing = [.. places.Zip(found).Where(pair => pair.Second is null).Select(pair => pair.First.Id)];
        if (missing.Length > 0)
        {
            var fresh = (await read(missing)).Select(StorageJson.ReadTicket).ToDictionary(ticket => ticket.Id);
            for (var at = 0; at < found.Length; at++)
            {
                if (found[at] is null && fresh.TryGetValue(places[at].Id, out var ticket))
                    Keep(found[at] = ticket);
            }
        }

        return [.. found.OfType<HandoffTicket>().Where(ticket => ticket.IsOpen)];
    }

    public void Dispose() => _kept.Dispose();

    // Nothing of a customer stays long after anybody looked.
    private void Keep(HandoffTicket ticket) => _kept.Set(
        new TicketPlace(ticket.Id, ticket.Version), ticket, new MemoryCacheEntryOptions { Size = 1, SlidingExpiration = TimeSpan.FromMinutes(2) });
}

/// <summary>Which ticket, and which form of it.</summary>
internal sealed record TicketPlace(string Id, long Version);
