namespace EmpathyBot.Domain.Conversations;

/// <summary>Reads what happened in conversations.</summary>
public interface IConversationEvents
{
    /// <summary>All events of a conversation, oldest first.</summary>
    Task<IReadOnlyList<ConversationEvent>> ReadEventsAsync(string conversationId, CancellationToken cancellationToken);
}
