namespace StandIn.Tests;

/// <summary>Keeps what is sent and gives every activity its own id back.</summary>
internal sealed class CollectingAdapter : BotAdapter
{
    public List<Activity> Sent { get; } = [];

    public List<Activity> Updated { get; } = [];

    public List<ConversationReference> Deleted { get; } = [];

    public override Task<ResourceResponse[]> SendActivitiesAsync(ITurnContext turnContext, Activity[] activities, CancellationToken cancellationToken)
    {
        Sent.AddRange(activities);
        return Task.FromResult(activities.Select(activity => new ResourceResponse(activity.Id)).ToArray());
    }

    public override Task<ResourceResponse> UpdateActivityAsync(ITurnContext turnContext, Activity activity, CancellationToken cancellationToken)
    {
        Updated.Add(activity);
        return Task.FromResult(new ResourceResponse(activity.Id));
    }

    public override Task DeleteActivityAsync(ITurnContext turnContext, ConversationReference reference, CancellationToken cancellationToken)
    {
        Deleted.Add(reference);
        return Task.CompletedTask;
    }

    public Task RunAsync(Activity activity, BotCallbackHandler callback) => RunPipelineAsync(new TurnContext(this, activity), callback, default);
}

/// <summary>Activities that do not matter.</summary>
internal static class Some
{
    public static Activity Message(string? text = "hello", string id = "1234") => new()
    {
        Type = ActivityTypes.Message,
        Id = id,
        Text = text,
        From = new ChannelAccount("user", "User"),
        Recipient = new ChannelAccount("bot", "Bot"),
        Conversation = new ConversationAccount(id: "conversation"),
        ChannelId = "channel",
        ServiceUrl = "https://service.test/",
    };

    public static TurnContext Turn(Activity? activity = null, BotAdapter? adapter = null) => new(adapter ?? new CollectingAdapter(), activity ?? Message());
}
