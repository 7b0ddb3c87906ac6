using System.Runtime.CompilerServices;

namespace StandIn.Bot.Builder;

/// <summary>One turn as adapters make it.</summary>
public class TurnContext : ITurnContext, IDisposable
{
    private const string LocaleKey = "turn.locale";

    private readonly List<SendActivitiesHandler> _onSendActivities;
    private readonly List<UpdateActivityHandler> _onUpdateActivity;
    private readonly List<DeleteActivityHandler> _onDeleteActivity;
    private bool _disposed;

    public TurnContext(BotAdapter adapter, Activity activity)
    {
        Adapter = adapter ?? throw new ArgumentNullException(nameof(adapter));
        Activity = activity ?? throw new ArgumentNullException(nameof(activity));
        _onSendActivities = [];
        _onUpdateActivity = [];
        _onDeleteActivity = [];
        TurnState = [];
        BufferedReplyActivities = [];
    }

    /// <summary>The same turn with another activity: state, handlers and buffered replies are shared.</summary>
    public TurnContext(ITurnContext turnContext, Activity activity)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        Activity = activity ?? throw new ArgumentNullException(nameof(activity));
        Adapter = turnContext.Adapter;
        TurnState = turnContext.TurnState;
        Responded = turnContext.Responded;

        var other = turnContext as TurnContext;
        _onSendActivities = other?._onSendActivities ?? [];
        _onUpdateActivity = other?._onUpdateActivity ?? [];
        _onDeleteActivity = other?._onDeleteActivity ?? [];
        BufferedReplyActivities = other?.BufferedReplyActivities ?? [];
    }

    public BotAdapter Adapter { get; }

    public TurnContextStateCollection TurnState { get; }

    public Activity Activity { get; }

    public string Locale
    {
        get => TurnState.Get<string>(LocaleKey);
        set => TurnState.Set(LocaleKey, value);
    }

    public bool Responded { get; private set; }

    public List<Activity> BufferedReplyActivities { get; }

    public ITurnContext OnSendActivities(SendActivitiesHandler handler)
    {
        ThrowIfDisposed();
        _onSendActivities.Add(handler ?? throw new ArgumentNullException(nameof(handler)));
        return this;
    }

    public ITurnContext OnUpdateActivity(UpdateActivityHandler handler)
    {
        ThrowIfDisposed();
        _onUpdateActivity.Add(handler ?? throw new ArgumentNullException(nameof(handler)));
        return this;
    }

    public ITurnContext OnDeleteActivity(DeleteActivityHandler handler)
    {
        ThrowIfDisposed();
        _onDeleteActivity.Add(handler ?? throw new ArgumentNullException(nameof(handler)));
        return this;
    }

    public async Task<ResourceResponse> SendActivityAsync(string textReplyToSend, string speak = null, string inputHint = null, CancellationToken cancellationToken = default)
    {
        ThrowIfDisposed();
        if (string.IsNullOrWhiteSpace(textReplyToSend))
        {
            throw new ArgumentNullException(nameof(textReplyToSend));
        }

        var activity = new Activity(ActivityTypes.Message) { Text = textReplyToSend };
        if (!string.IsNullOrEmpty(speak))
        {
            activity.Speak = speak;
        }

        if (!string.IsNullOrEmpty(inputHint))
        {
            activity.InputHint = inputHint;
        }

        return await SendActivityAsync(activity, cancellationToken).ConfigureAwait(false);
    }

    public async Task<ResourceResponse> SendActivityAsync(IActivity activity, CancellationToken cancellationToken = default)
    {
        ThrowIfDisposed();
        ArgumentNullException.ThrowIfNull(activity);

        var responses = await SendActivitiesAsync([activity], cancellationToken).ConfigureAwait(false);

        // A handler may have kept the activity from being sent.
        return responses is { Length: > 0 } ? responses[0] : new ResourceResponse();
    }

    public Task<ResourceResponse[]> SendActivitiesAsync(IActivity[] activities, CancellationToken cancellationToken = default)
    {
        ThrowIfDisposed();
        ArgumentNullException.ThrowIfNull(activities);
        if (activities.Length == 0)
        {
            throw new ArgumentException("Expecting one or more activities, but the array was empty.", nameof(activities));
        }

        var reference = Activity.GetConversationReference();
        var buffered = new List<Activity>(activities.Length);
        foreach (var activity in activities)
        {
            buffered.Add(activity.ApplyConversationReference(reference));
        }

        return SendFromHandlerAsync(0);

        Task<ResourceResponse[]> SendFromHandlerAsync(int index) =>
            index == _onSendActivities.Count
                ? DeliverAsync(buffered, cancellationToken)
                : _onSendActivities[index](this, buffered, () => SendFromHandlerAsync(index + 1));
    }

    public async Task<ResourceResponse> UpdateActivityAsync(IActivity activity, CancellationToken cancellationToken = default)
    {
        ThrowIfDisposed();
        ArgumentNullException.ThrowIfNull(activity);

        var update = activity.ApplyConversationReference(Activity.GetConversationReference());
        return await UpdateFromHandlerAsync(0).ConfigureAwait(false);

        Task<ResourceResponse> UpdateFromHandlerAsync(int index) =>
            index == _onUpdateActivity.Count
                ? Adapter.UpdateActivityAsync(this, update, cancellationToken)
                : _onUpdateActivity[index](this, update, () => UpdateNextAsync(index + 1));

        async Task<ResourceResponse> UpdateNextAsync(int index)
        {
            var response = await UpdateFromHandlerAsync(index).ConfigureAwait(false);
            update.Id = response.Id;
            return response;
        }
    }

    public async Task DeleteActivityAsync(string activityId, CancellationToken cancellationToken = default)
    {
        ThrowIfDisposed();
        if (string.IsNullOrWhiteSpace(activityId))
        {
            throw new ArgumentNullException(nameof(activityId));
        }

        var reference = Activity.GetConversationReference();
        reference.ActivityId = activityId;
        await DeleteFromHandlerAsync(reference, 0, cancellationToken).ConfigureAwait(false);
    }

    public async Task DeleteActivityAsync(ConversationReference conversationReference, CancellationToken cancellationToken = default)
    {
        ThrowIfDisposed();
        ArgumentNullException.ThrowIfNull(conversationReference);
        await DeleteFromHandlerAsync(conversationReference, 0, cancellationToken).ConfigureAwait(false);
    }

    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    protected virtual void Dispose(bool disposing)
    {
        if (_disposed)
        {
            return;
        }

        if (disposing)
        {
            TurnState.Dispose();
        }

        _disposed = true;
    }

    private Task DeleteFromHandlerAsync(ConversationReference reference, int index, CancellationToken cancellationToken) =>
        index == _onDeleteActivity.Count
            ? Adapter.DeleteActivityAsync(this, reference, cancellationToken)
            : _onDeleteActivity[index](this, reference, () => DeleteFromHandlerAsync(reference, index + 1, cancellationToken));

    private async Task<ResourceResponse[]> DeliverAsync(List<Activity> activities, CancellationToken cancellationToken)
    {
        if (Activity.DeliveryMode == DeliveryModes.ExpectReplies)
        {
            return Buffer(activities);
        }

        var responses = await Adapter.SendActivitiesAsync(this, activities.ToArray(), cancellationToken).ConfigureAwait(false);
        for (var index = 0; index < responses.Length; index++)
        {
            activities[index].Id = responses[index].Id;
            Responded |= activities[index].Type != ActivityTypes.Trace;
        }

        return responses;
    }

    private ResourceResponse[] Buffer(List<Activity> activities)
    {
        foreach (var activity in activities)
        {
            BufferedReplyActivities.Add(activity);
            Responded |= activity.Type != ActivityTypes.Trace;

            // The adapter, which otherwise does this, never sees the activity.
            if (activity.Type == ActivityTypesEx.InvokeResponse)
            {
                TurnState.Add(BotAdapter.InvokeResponseKey, activity);
            }
        }

        return activities.Select(_ => new ResourceResponse()).ToArray();
    }

    private void ThrowIfDisposed([CallerMemberName] string member = null)
    {
        if (_disposed)
        {
            throw new ObjectDisposedException(member);
        }
    }
}
