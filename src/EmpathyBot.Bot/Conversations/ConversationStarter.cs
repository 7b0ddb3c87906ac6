using EmpathyBot.Domain.Conversations;
using EmpathyBot.Domain.Solving;

namespace EmpathyBot.Bot.Conversations;

/// <summary>Begins conversations on the website, welcome included: it is stored before the customer is told that the conversation exists.</summary>
internal sealed class ConversationStarter(IContentSource content, TimeProvider time) : IConversationStarter
{
    public NewConversation Start(string conversationId, string channel, string userId, string locale)
    {
        var at = time.GetUtcNow();
        var text = content.Current.Message(ContentMessages.Welcome, locale);
        var id = WireActivity.NewId(conversationId);
        var welcome = new Activity
        {
            Type = ActivityTypes.Message,
            Id = id,
            Timestamp = at,
            ChannelId = channel,
            Conversation = new ConversationAccount { Id = conversationId },
            From = BotAccount,
            Recipient = new ChannelAccount { Id = userId, Role = RoleTypes.User },
            Text = text,
            TextFormat = TextFormatTypes.Markdown,
            Locale = locale,
            InputHint = InputHints.ExpectingInput,
        };
        List<ConversationEvent> events = [new Greeted(id, at), new BotSaid(id, at, text)];
        var state = Conversation.Begin(conversationId, channel, locale).Apply(events);
        return new NewConversation(
            conversationId, channel, userId, locale, [new OutgoingActivity(id, ActivityJson.Write(welcome).ToJsonString())], state, events);
    }

    /// <summary>Who speaks on the website.</summary>
    internal static ChannelAccount BotAccount => new() { Id = "empathybot", Name = "Assistant", Role = RoleTypes.Bot };
}
