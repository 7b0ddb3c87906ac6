namespace EmpathyBot.Domain.Conversations;

/// <summary>
/// Tells listeners that something is new. Only a hint: who listens reads the store from its own watermark, so a lost
/// hint loses nothing.
/// </summary>
public interface IConversationFeed
{
    /// <summary>Something was committed in this conversation.</summary>
    void Announce(string conversationId);

    /// <summary>Shows something passing, such as typing, that is not stored.</summary>
    void ShowPassing(string conversationId, string activityJson);

    /// <summary>Listens to one conversation, or to all with null, until disposed.</summary>
    /// <param name="conversationId">The conversation, or null for all.</param>
    /// <param name="onNotice">Called at once on the announcing thread; must be quick and not throw.</param>
    IDisposable Listen(string? conversationId, Action<FeedNotice> onNotice);
}

/// <summary>A hint: something new in a conversation, with the activity itself when it is a passing one.</summary>
public sealed record FeedNotice(string ConversationId, string? PassingActivityJson);

/// <summary>Runs accepted activities, one turn at a time in a conversation.</summary>
public interface ITurnQueue
{
    /// <summary>Something waits for its turn in this conversation.</summary>
    void Enqueue(string conversationId);
}

/// <summary>Makes the beginning of a conversation: the welcome is part of it, so that it is stored before anyone is told.</summary>
public interface IConversationStarter
{
    /// <summary>The conversation to create, with its welcome; a customer who was here before is welcomed as they want it.</summary>
    Task<NewConversation> StartAsync(string conversationId, string channel, string userId, string locale, CancellationToken cancellationToken);
}
