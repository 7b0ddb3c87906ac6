namespace StandIn.Bot.Connector;

/// <summary>Speaks to a channel's service.</summary>
public interface IConnectorClient : IDisposable
{
    Uri BaseUri { get; set; }

    IConversations Conversations { get; }
}

/// <summary>The conversations of a channel; called through <see cref="ConversationsExtensions"/>.</summary>
public interface IConversations
{
}

/// <summary>The calls on conversations.</summary>
public static class ConversationsExtensions
{
    public static Task<ResourceResponse> ReplyToActivityAsync(this IConversations operations, Activity activity, CancellationToken cancellationToken = default)
    {
        if (activity.ReplyToId == null)
        {
            throw new ArgumentNullException("activity.ReplyToId");
        }

        return operations.ReplyToActivityAsync(activity.Conversation.Id, activity.ReplyToId, activity, cancellationToken);
    }

    public static Task<ResourceResponse> ReplyToActivityAsync(this IConversations operations, string conversationId, string activityId, Activity activity, CancellationToken cancellationToken = default) =>
        Calls(operations).ReplyToActivityAsync(conversationId, activityId, activity, cancellationToken);

    public static Task<ResourceResponse> SendToConversationAsync(this IConversations operations, Activity activity, CancellationToken cancellationToken = default) =>
        operations.SendToConversationAsync(activity.Conversation.Id, activity, cancellationToken);

    public static Task<ResourceResponse> SendToConversationAsync(this IConversations operations, string conversationId, Activity activity, CancellationToken cancellationToken = default) =>
        Calls(operations).SendToConversationAsync(conversationId, activity, cancellationToken);

    public static Task<ResourceResponse> UpdateActivityAsync(this IConversations operations, Activity activity, CancellationToken cancellationToken = default) =>
        operations.UpdateActivityAsync(activity.Conversation.Id, activity.Id, activity, cancellationToken);

    public static Task<ResourceResponse> UpdateActivityAsync(this IConversations operations, string conversationId, string activityId, Activity activity, CancellationToken cancellationToken = default) =>
        Calls(operations).UpdateActivityAsync(conversationId, activityId, activity, cancellationToken);

    public static Task DeleteActivityAsync(this IConversations operations, string conversationId, string activityId, CancellationToken cancellationToken = default) =>
        Calls(operations).DeleteActivityAsync(conversationId, activityId, cancellationToken);

    public static Task<ConversationResourceResponse> CreateConversationAsync(this IConversations operations, ConversationParameters parameters, CancellationToken cancellationToken = default) =>
        Calls(operations).CreateConversationAsync(parameters, cancellationToken);

    public static Task<IList<ChannelAccount>> GetConversationMembersAsync(this IConversations operations, string conversationId, CancellationToken cancellationToken = default) =>
        Calls(operations).GetConversationMembersAsync(conversationId, cancellationToken);

    // The real interface's members need types of the REST runtime; here the calls are an interface behind the public one.
    private static IConversationCalls Calls(IConversations operations) =>
        operations as IConversationCalls ?? throw new NotSupportedException("These conversations were not made by a connector of this library.");
}

/// <summary>The calls themselves.</summary>
internal interface IConversationCalls : IConversations
{
    Task<ResourceResponse> ReplyToActivityAsync(string conversationId, string activityId, Activity activity, CancellationToken cancellationToken);

    Task<ResourceResponse> SendToConversationAsync(string conversationId, Activity activity, CancellationToken cancellationToken);

    Task<ResourceResponse> UpdateActivityAsync(string conversationId, string activityId, Activity activity, CancellationToken cancellationToken);

    Task DeleteActivityAsync(string conversationId, string activityId, CancellationToken cancellationToken);

    Task<ConversationResourceResponse> CreateConversationAsync(ConversationParameters parameters, CancellationToken cancellationToken);

    Task<IList<ChannelAccount>> GetConversationMembersAsync(string conversationId, CancellationToken cancellationToken);
}
