using System.Collections.Concurrent;
using Microsoft.Extensions.Options;

namespace EmpathyBot.DirectLine.Conversations;

/// <summary>
/// Bounds what one conversation may post. Counts in windows of ten seconds and forgets all of a window at once, so that
/// it needs no timer and keeps nothing of conversations that are silent.
/// </summary>
internal sealed class PostBudget(IOptions<DirectLineOptions> options, TimeProvider clock)
{
    private static readonly TimeSpan WindowLength = TimeSpan.FromSeconds(10);

    private Window _current = new(0, []);

    /// <summary>True while the conversation is within its budget; counts this post.</summary>
    public bool TrySpend(string conversationId)
    {
        var number = clock.GetUtcNow().Ticks / WindowLength.Ticks;
        var window = Volatile.Read(ref _current);
        if (window.Number != number)
        {
            var next = new Window(number, []);
            var seen = Interlocked.CompareExchange(ref _current, next, window);
            window = ReferenceEquals(seen, window) ? next : seen;
        }

        return window.Posts.AddOrUpdate(conversationId, 1, (_, posts) => posts + 1) <= options.Value.MaxPostsPerTenSeconds;
    }

    private sealed record Window(long Number, ConcurrentDictionary<string, int> Posts);
}
