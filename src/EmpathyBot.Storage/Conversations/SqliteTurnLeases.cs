using EmpathyBot.Domain.Conversations;

namespace EmpathyBot.Storage.Conversations;

/// <summary>A file has one node: whatever waits is its to run.</summary>
internal sealed class SqliteTurnLeases(IConversationStore conversations) : ITurnLeases
{
    public TimeSpan? LookEvery => null;

    public async Task<TurnLease?> TakeAsync(string conversationId, CancellationToken cancellationToken) =>
        await conversations.NextTurnAsync(conversationId, cancellationToken) is { } turn ? new(turn, null) : null;
}
