using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using EmpathyBot.Domain.Conversations;
using Microsoft.Extensions.Logging;

namespace EmpathyBot.DirectLine;

/// <summary>
/// Bounds how often each of many may do something, at all nodes together. Counts in windows and forgets all of a window at once, so
/// that it needs no timer and keeps nothing of those who are silent. Counted here, and told to the others with every sixteenth
/// of the limit: who does what people do is never told of, and nobody waits for the telling. So, with n nodes, up to
/// n sixteenths more than the limit may pass, and what comes while one telling is on its way.
/// </summary>
/// <param name="name">Of the limit.</param>
/// <param name="windowLength">How long a window is.</param>
/// <param name="shared">What the others have counted.</param>
/// <param name="clock">The same for all nodes, or nearly.</param>
/// <param name="logger">Is told when it cannot be told to the others.</param>
internal sealed class SharedBudget(string name, TimeSpan windowLength, ISharedCounts shared, TimeProvider clock, ILogger<SharedBudget> logger)
{
    private const int TellsInAWindow = 16;

    private Window _current = new(0, []);

    /// <summary>How many are counted one by one now.</summary>
    public int Counted => CurrentWindow().Counts.Count;

    /// <summary>True while the key is within the limit; counts this time.</summary>
    public bool TrySpend(string key, int limit)
    {
        var window = CurrentWindow();
        var count = window.Counts.GetOrAdd(key, static _ => new Count());
        var mine = Interlocked.Increment(ref count.Mine);
        if (mine - Volatile.Read(ref count.Told) >= Math.Max(1, limit / TellsInAWindow) && Interlocked.Exchange(ref count.IsBeingTold, 1) == 0)
            _ = TellAsync(window.Number, key, count);
        return mine + Volatile.Read(ref count.Others) <= limit;
    }

    private Window CurrentWindow()
    {
        var number = clock.GetUtcNow().Ticks / windowLength.Ticks;
        var window = Volatile.Read(ref _current);
        if (window.Number == number)
            return window;
        var next = new Window(number, []);
        var seen = Interlocked.CompareExchange(ref _current, next, window);
        return ReferenceEquals(seen, window) ? next : seen;
    }

    private async Task TellAsync(long window, string key, Count count)
    {
        try
        {
            var mine = Volatile.Read(ref count.Mine);
            var all = await shared.AddAsync(Name(window, key), mine - count.Told, 2 * windowLength, CancellationToken.None);
            Volatile.Write(ref count.Told, mine);
            if (all is { } together)
                Volatile.Write(ref count.Others, together - mine);
        }
        catch (Exception failure)
        {
            // Whatever it was, nobody waits for it: each node counts for itself, and tells it with the next time.
            SharedBudgetLog.NotTold(logger, name, failure);
        }
        finally
        {
            Volatile.Write(ref count.IsBeingTold, 0);
        }
    }

    /// <summary>Says nothing of who it is: an address is somebody's.</summary>
    private string Name(long window, string key) =>
        Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{name} {window} {key}"))), 0, 16);

    private sealed record Window(long Number, ConcurrentDictionary<string, Count> Counts);

    private sealed class Count
    {
        public int Mine;
        public int Told;
        public int IsBeingTold;
        public long Others;
    }
}

/// <summary>Event ids 3040–3049.</summary>
internal static partial class SharedBudgetLog
{
    [LoggerMessage(3040, LogLevel.Warning, "The limit of {Name} counts at this node alone for now.")]
    public static partial void NotTold(ILogger logger, string name, Exception failure);
}
