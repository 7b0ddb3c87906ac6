using EmpathyBot.Domain.Conversations;

namespace EmpathyBot.Tests.DirectLine;

/// <summary>Keeps conversations as long as the test lasts.</summary>
internal sealed class InMemoryConversationStore(TimeProvider clock, IConversationFeed feed) : IConversationStore
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, Kept> _kept = [];
    private long _sequence;

    /// <summary>When set, storing fails with it.</summary>
    public Exception? Failure { get; set; }

    public List<InboundActivity> Accepted { get; } = [];

    public Task<bool> CreateAsync(NewConversation conversation, CancellationToken cancellationToken)
    {
        ThrowIfFailing();
        lock (_gate)
        {
            if (_kept.ContainsKey(conversation.Id))
            {
                return Task.FromResult(false);
            }

            var kept = new Kept(new StoredConversation(
                conversation.Id, conversation.Channel, conversation.UserId, conversation.State, null, 1, clock.GetUtcNow()));
            kept.Stream.AddRange(conversation.Activities.Select(activity => new StoredActivity(++_sequence, activity.Json)));
            _kept.Add(conversation.Id, kept);
            return Task.FromResult(true);
        }
    }

    public Task<StoredConversation?> FindAsync(string conversationId, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            return Task.FromResult(_kept.GetValueOrDefault(conversationId)?.Conversation);
        }
    }

    public async Task<ConversationPlace?> FindPlaceAsync(string conversationId, CancellationToken cancellationToken) =>
        await FindAsync(conversationId, cancellationToken) is { } found ? new(found.Channel, found.UserId, found.Reference) : null;

    public Task<AcceptedActivity> AcceptAsync(InboundActivity activity, CancellationToken cancellationToken)
    {
        ThrowIfFailing();
        lock (_gate)
        {
            var kept = _kept.GetValueOrDefault(activity.ConversationId) ?? throw new ConversationNotFoundException(activity.ConversationId);
            if (activity.ClientKey is { } key && !kept.Keys.TryAdd(key, activity.ActivityId))
            {
                return Task.FromResult(new AcceptedActivity(kept.Keys[key], true));
            }

            Accepted.Add(activity);
            if (activity.ShownOnStream)
            {
                kept.Stream.Add(new StoredActivity(++_sequence, activity.Json));
            }

        }

        feed.Announce(activity.ConversationId);
        return Task.FromResult(new AcceptedActivity(activity.ActivityId, false));
    }

    public Task<IReadOnlyList<StoredActivity>> ReadStreamAsync(string conversationId, long after, int limit, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            IReadOnlyList<StoredActivity> page = _kept.TryGetValue(conversationId, out var kept)
                ? [.. kept.Stream.Where(activity => activity.Sequence > after).Take(limit)]
                : [];
            return Task.FromResult(page);
        }
    }

    /// <summary>Puts an activity of the bot onto the stream.</summary>
    public void Say(string conversationId, string json)
    {
        lock (_gate)
        {
            _kept[conversationId].Stream.Add(new StoredActivity(++_sequence, json));
        }
    }

    public Task<PendingTurn?> NextTurnAsync(string conversationId, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<IReadOnlyList<string>> WaitingConversationsAsync(CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<bool> CommitAsync(TurnCommit commit, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<IReadOnlyList<ConversationEvent>> ReadEventsAsync(string conversationId, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public Task<IReadOnlyList<ConversationChange>> ReadChangesAsync(long after, int limit, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public Task<long> LastChangeAsync(CancellationToken cancellationToken) => throw new NotSupportedException();

    private void ThrowIfFailing()
    {
        if (Failure is not null)
        {
            throw Failure;
        }
    }

    private sealed record Kept(StoredConversation Conversation)
    {
        public List<StoredActivity> Stream { get; } = [];

        public Dictionary<string, string> Keys { get; } = [];
    }
}
