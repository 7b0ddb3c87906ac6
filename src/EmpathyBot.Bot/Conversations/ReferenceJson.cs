namespace EmpathyBot.Bot.Conversations;

/// <summary>Writes and reads where a conversation can be reached, in the same words as an activity carries them.</summary>
internal static class ReferenceJson
{
    public static string Write(ConversationReference reference) => ActivityJson.Write(new Activity
    {
        ChannelId = reference.ChannelId,
        ServiceUrl = reference.ServiceUrl,
        Conversation = reference.Conversation,
        From = reference.User,
        Recipient = reference.Bot,
        Locale = reference.Locale,
    });

    public static ConversationReference Read(string json)
    {
        var activity = ActivityJson.Read(json);
        return new ConversationReference
        {
            ChannelId = activity.ChannelId,
            ServiceUrl = activity.ServiceUrl,
            Conversation = activity.Conversation,
            User = activity.From,
            Bot = activity.Recipient,
            Locale = activity.Locale,
        };
    }
}
