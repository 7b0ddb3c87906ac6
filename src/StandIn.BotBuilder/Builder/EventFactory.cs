namespace StandIn.Bot.Builder;

/// <summary>The events of a handoff to people.</summary>
public static class EventFactory
{
    public static IEventActivity CreateHandoffInitiation(ITurnContext turnContext, object handoffContext, Transcript transcript = null)
    {
        ArgumentNullException.ThrowIfNull(turnContext);

        var incoming = turnContext.Activity;
        var handoff = HandoffEvent(HandoffEventNames.InitiateHandoff, handoffContext, incoming.Conversation);
        handoff.From = incoming.From;
        handoff.RelatesTo = incoming.GetConversationReference();
        handoff.ReplyToId = incoming.Id;
        handoff.ServiceUrl = incoming.ServiceUrl;
        handoff.ChannelId = incoming.ChannelId;

        if (transcript != null)
        {
            var reference = incoming.GetConversationReference();
            var activities = transcript.Activities.Select(activity => activity.ApplyConversationReference(reference)).ToArray();
            handoff.Attachments.Add(new Attachment
            {
                Content = new Transcript(activities),
                ContentType = "application/json",
                Name = "Transcript",
            });
        }

        return handoff;
    }

    public static IEventActivity CreateHandoffStatus(ConversationAccount conversation, string state, string message = null)
    {
        ArgumentNullException.ThrowIfNull(conversation);
        ArgumentNullException.ThrowIfNull(state);

        object value = string.IsNullOrEmpty(message) ? new { state } : new { state, message };
        return HandoffEvent(HandoffEventNames.HandoffStatus, value, conversation);
    }

    private static Activity HandoffEvent(string name, object value, ConversationAccount conversation) => new(ActivityTypes.Event)
    {
        Name = name,

        // As JSON, as it would have arrived.
        Value = value == null ? null : BotJson.Convert<JsonElement>(value),
        Id = Guid.NewGuid().ToString(),
        Timestamp = TimeProvider.System.GetUtcNow(),
        Conversation = conversation,
        Attachments = new List<Attachment>(),
        Entities = new List<Entity>(),
    };
}
