using EmpathyBot.Domain.Customers;
using Microsoft.Extensions.Caching.Memory;

namespace EmpathyBot.Storage.Customers;

/// <summary>
/// Memories by the text they are stored as. A turn reads its customer's before it and again inside its commit, and mostly
/// finds what the last one wrote: equal texts are read once.
/// </summary>
internal static class MemoryTexts
{
    private const int Most = 500;

    private static readonly MemoryCache Known = new(new MemoryCacheOptions { SizeLimit = Most });

    public static CustomerMemory Read(string json)
    {
        if (Known.TryGetValue<CustomerMemory>(json, out var known) && known is not null)
            return known;
        var memory = StorageJson.ReadMemory(json);
        Keep(json, memory);
        return memory;
    }

    public static string Write(CustomerMemory memory)
    {
        var json = StorageJson.Write(memory);
        Keep(json, memory);
        return json;
    }

    // Nothing of a customer stays long after their last message.
    private static void Keep(string json, CustomerMemory memory) =>
        Known.Set(json, memory, new MemoryCacheEntryOptions { Size = 1, SlidingExpiration = TimeSpan.FromMinutes(1) });
}
