using System.Collections.Concurrent;
using System.Collections.Immutable;
using EmpathyBot.Domain.Conversations;
using Microsoft.Extensions.Logging;

namespace EmpathyBot.Storage.Conversations;

/// <summary>Tells listeners in this process. Free of locks where it announces: every commit passes here.</summary>
internal sealed class ConversationFeed(ILogger<ConversationFeed> logger) : IConversationFeed
{
    private readonly ConcurrentDictionary<string, ImmutableArray<Listener>> _ofOne = new(StringComparer.Ordinal);
    private ImmutableArray<Listener> _ofAll = [];

    public void Announce(string conversationId) => Tell(new FeedNotice(conversationId, null));

    public void ShowPassing(string conversationId, string activityJson) => Tell(new FeedNotice(conversationId, activityJson));

    /// <summary>Tells everyone who listens to a conversation to look: something may have been missed.</summary>
    public void AnnounceAll()
    {
        foreach (var (conversationId, _) in _ofOne)
            Announce(conversationId);
    }

    public IDisposable Listen(string? conversationId, Action<FeedNotice> onNotice)
    {
        ArgumentNullException.ThrowIfNull(onNotice);
        var listener = new Listener(this, conversationId, onNotice);
        if (conversationId is null)
            ImmutableInterlocked.Update(ref _ofAll, static (all, added) => all.Add(added), listener);
        else
            _ofOne.AddOrUpdate(conversationId, static (_, added) => [added], static (_, listeners, added) => listeners.Add(added), listener);
        return listener;
    }

    private void Tell(FeedNotice notice)
    {
        ArgumentException.ThrowIfNullOrEmpty(notice.ConversationId);
        if (_ofOne.TryGetValue(notice.ConversationId, out var listeners))
            Tell(listeners, notice);
        Tell(_ofAll, notice);
    }

    private void Tell(ImmutableArray<Listener> listeners, FeedNotice notice)
    {
        foreach (var listener in listeners)
        {
            try
            {
                listener.OnNotice(notice);
            }
            catch (Exception failure)
            {
                // Who announces has committed: a listener's failure must not look as if the commit had failed.
                ConversationFeedLog.ListenerFailed(logger, failure, notice.ConversationId);
            }
        }
    }

    private void Remove(Listener listener)
    {
        if (listener.ConversationId is not { } id)
        {
            ImmutableInterlocked.Update(ref _ofAll, static (all, removed) => all.Remove(removed), listener);
            return;
        }

        // The entry goes with its last listener, unless another came in between: then the pair no longer matches.
        while (_ofOne.TryGetValue(id, out var listeners))
        {
            var left = listeners.Remove(listener);
            if (left.IsEmpty ? _ofOne.TryRemove(new(id, listeners)) : _ofOne.TryUpdate(id, left, listeners))
                return;
        }
    }

    private sealed class Listener(ConversationFeed feed, string? conversationId, Action<FeedNotice> onNotice) : IDisposable
    {
        public string? ConversationId => conversationId;

        public Action<FeedNotice> OnNotice => onNotice;

        public void Dispose() => feed.Remove(this);
    }
}

internal static partial class ConversationFeedLog
{
    [LoggerMessage(5100, LogLevel.Error, "A listener of conversation {ConversationId} failed; the others were told.")]
    public static partial void ListenerFailed(ILogger logger, Exception failure, string conversationId);
}
