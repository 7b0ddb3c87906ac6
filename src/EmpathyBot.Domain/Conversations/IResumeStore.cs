namespace EmpathyBot.Domain.Conversations;

/// <summary>Keeps what lets a page come back to its conversation. Only hashes are stored.</summary>
public interface IResumeStore
{
    /// <summary>Exchanges a resume value for a new one, which replaces it.</summary>
    /// <returns>
    /// Whose conversation it is, or null when it is unknown or was replaced longer than two minutes ago (two tabs may
    /// exchange the same one at once).
    /// </returns>
    Task<ResumedConversation?> ExchangeAsync(string resumeHash, string nextHash, CancellationToken cancellationToken);

    /// <summary>Keeps a first resume value for a conversation.</summary>
    Task KeepAsync(string resumeHash, string conversationId, string userId, CancellationToken cancellationToken);
}

/// <summary>What a resume value stands for.</summary>
public sealed record ResumedConversation(string ConversationId, string UserId);
