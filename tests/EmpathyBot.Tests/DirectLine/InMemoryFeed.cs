using System.Collections.Concurrent;
using EmpathyBot.Domain.Conversations;

namespace EmpathyBot.Tests.DirectLine;

/// <summary>Tells listeners at once, and notes what was passing.</summary>
internal sealed class InMemoryFeed : IConversationFeed
{
    private readonly ConcurrentDictionary<Listener, bool> _listeners = new();

    public ConcurrentQueue<FeedNotice> Passing { get; } = new();

    public int Listeners => _listeners.Count;

    /// <summary>Done once the last listener has gone.</summary>
    public TaskCompletionSource Silence { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public void Announce(string conversationId) => Tell(new FeedNotice(conversationId, null));

    public void ShowPassing(string conversationId, string activityJson)
    {
        var notice = new FeedNotice(conversationId, activityJson);
        Passing.Enqueue(notice);
        Tell(notice);
    }

    public IDisposable Listen(string? conversationId, Action<FeedNotice> onNotice)
    {
        var listener = new Listener(this, conversationId, onNotice);
        _listeners[listener] = true;
        return listener;
    }

    private void Tell(FeedNotice notice)
    {
        foreach (var (listener, _) in _listeners)
        {
            if (listener.ConversationId is null || listener.ConversationId == notice.ConversationId)
            {
                listener.OnNotice(notice);
            }
        }
    }

    private sealed class Listener(InMemoryFeed feed, string? conversationId, Action<FeedNotice> onNotice) : IDisposable
    {
        public string? ConversationId => conversationId;

        public Action<FeedNotice> OnNotice => onNotice;

        public void Dispose()
        {
            if (feed._listeners.TryRemove(this, out _) && feed._listeners.IsEmpty)
            {
                feed.Silence.TrySetResult();
            }
        }
    }
}

/// <summary>Notes for which conversations a turn was asked.</summary>
internal sealed class NotingTurnQueue : ITurnQueue
{
    public ConcurrentQueue<string> Asked { get; } = new();

    public void Enqueue(string conversationId) => Asked.Enqueue(conversationId);
}

/// <summary>Begins every conversation with "Hello".</summary>
internal sealed class GreetingStarter : IConversationStarter
{
    public string? LastLocale { get; private set; }

    public Task<NewConversation> StartAsync(
        string conversationId, string channel, string userId, string locale, CancellationToken cancellationToken)
    {
        LastLocale = locale;
        var id = WireActivity.NewId(conversationId);
        var welcome = $$"""{"type":"message","id":"{{id}}","from":{"id":"empathybot","role":"bot"},"text":"Hello"}""";
        return Task.FromResult(new NewConversation(
            conversationId, channel, userId, locale, [new OutgoingActivity(id, welcome)],
            Conversation.Begin(conversationId, channel, locale), [new Greeted(id, DateTimeOffset.UnixEpoch)]));
    }
}
