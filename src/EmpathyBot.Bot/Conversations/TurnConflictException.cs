namespace EmpathyBot.Bot.Conversations;

/// <summary>A turn met another writer again and again.</summary>
internal sealed class TurnConflictException(string conversationId, int attempts)
    : Exception($"The turn met another writer {attempts} times in a row; it stays stored and is run again later.")
{
    public string ConversationId { get; } = conversationId;
}
