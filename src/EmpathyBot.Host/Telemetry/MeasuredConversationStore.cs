using EmpathyBot.Bot.Conversations;
using EmpathyBot.Domain.Conversations;

namespace EmpathyBot.Host.Telemetry;

/// <summary>Measures at the one door that all that happens passes: the commit.</summary>
internal sealed class MeasuredConversationStore(IConversationStore inner, HostMeters meters, TimeProvider time) : IConversationStore
{
    public async Task<bool> CommitAsync(TurnCommit commit, CancellationToken cancellationToken)
    {
        using var span = BotTelemetry.Begin("commit");
        var committed = await inner.CommitAsync(commit, cancellationToken);
        span?.SetTag("committed", committed);
        if (committed)
            meters.Committed(commit, time.GetUtcNow());
        return committed;
    }

    public Task<bool> CreateAsync(NewConversation conversation, CancellationToken cancellationToken) => inner.CreateAsync(conversation, cancellationToken);

    public Task<StoredConversation?> FindAsync(string conversationId, CancellationToken cancellationToken) => inner.FindAsync(conversationId, cancellationToken);

    public Task<ConversationPlace?> FindPlaceAsync(string conversationId, CancellationToken cancellationToken) => inner.FindPlaceAsync(conversationId, cancellationToken);

    public Task<AcceptedActivity> AcceptAsync(InboundActivity activity, CancellationToken cancellationToken) => inner.AcceptAsync(activity, cancellationToken);

    public Task<PendingTurn?> NextTurnAsync(string conversationId, CancellationToken cancellationToken) => inner.NextTurnAsync(conversationId, cancellationToken);

    public Task<IReadOnlyList<string>> WaitingConversationsAsync(CancellationToken cancellationToken) => inner.WaitingConversationsAsync(cancellationToken);

    public Task<IReadOnlyList<StoredActivity>> ReadStreamAsync(string conversationId, long after, int limit, CancellationToken cancellationToken) =>
        inner.ReadStreamAsync(conversationId, after, limit, cancellationToken);

    public Task<IReadOnlyList<ConversationEvent>> ReadEventsAsync(string conversationId, CancellationToken cancellationToken) =>
        inner.ReadEventsAsync(conversationId, cancellationToken);

    public Task<IReadOnlyList<ConversationChange>> ReadChangesAsync(long after, int limit, CancellationToken cancellationToken) =>
        inner.ReadChangesAsync(after, limit, cancellationToken);

    public Task<long> LastChangeAsync(CancellationToken cancellationToken) => inner.LastChangeAsync(cancellationToken);
}
