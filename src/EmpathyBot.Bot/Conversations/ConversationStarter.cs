using EmpathyBot.Domain.Conversations;
using EmpathyBot.Domain.Customers;
using EmpathyBot.Domain.Solving;

namespace EmpathyBot.Bot.Conversations;

/// <summary>Begins conversations on the website, welcome included: it is stored before the customer is told that the conversation exists.</summary>
internal sealed class ConversationStarter(IContentSource content, ICustomerMemoryStore memories, TimeProvider time) : IConversationStarter
{
    public async Task<NewConversation> StartAsync(
        string conversationId, string channel, string userId, string locale, CancellationToken cancellationToken)
    {
        var at = time.GetUtcNow();
        var id = WireActivity.NewId(conversationId);
        var begun = Conversation.Begin(conversationId, channel, locale);
        var memory = await memories.FindAsync(channel, userId, cancellationToken);
        List<ConversationEvent> events = ReturningCustomer.Recognise(begun, memory, content.Current.Locales, id, at) is { } recognised ? [recognised] : [];
        var known = begun.Apply(events);
        var text = content.Current.Message(
            ContentMessages.WelcomeFor(known.ReadingOff), known.Locale, new Dictionary<string, object?> { [ContentMessages.Formal] = known.Formal });
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
            Locale = known.Locale,
            InputHint = InputHints.ExpectingInput,
        };
        events.AddRange([new Greeted(id, at), new BotSaid(id, at, text)]);
        var state = begun.Apply(events);
        return new NewConversation(
            conversationId, channel, userId, locale, [new OutgoingActivity(id, ActivityJson.Write(welcome))], state, events);
    }

    /// <summary>Who speaks on the website.</summary>
    internal static ChannelAccount BotAccount => new() { Id = "empathybot", Name = "Assistant", Role = RoleTypes.Bot };
}
