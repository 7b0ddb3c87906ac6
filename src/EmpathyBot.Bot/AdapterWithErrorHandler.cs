using EmpathyBot.Bot.Conversations;
using EmpathyBot.Bot.Identity;
using EmpathyBot.Bot.Middleware;
using Microsoft.Extensions.Logging;

namespace EmpathyBot.Bot;

/// <summary>
/// Speaks with Bot Framework channels over <c>POST /api/messages</c>. A message is stored and answered with 200 before
/// its turn runs; only what must be answered in the response itself (invoke, expectReplies) runs at once.
/// </summary>
internal sealed class AdapterWithErrorHandler : CloudAdapter
{
    private readonly string appId;

    public AdapterWithErrorHandler(
        BotFrameworkAuthentication authentication, BotIdentity identity, ILogger<AdapterWithErrorHandler> logger,
        AcceptanceMiddleware acceptance, UnitOfWorkMiddleware unitOfWork, FailedTurn failedTurn)
        : base(authentication, logger)
    {
        appId = identity.AppId;
        Use(acceptance);
        Use(unitOfWork);
        OnTurnError = failedTurn.RecoverAsync;
    }

    /// <summary>Sends one committed activity through the channel's connector.</summary>
    /// <exception cref="DeliveryException">The channel did not take it.</exception>
    public async Task DeliverAsync(ConversationReference reference, Activity activity, CancellationToken cancellationToken)
    {
        await ReachAsync(reference, activity.ReplyToId, (turnContext, cancel) => turnContext.SendActivityAsync(activity, cancel), cancellationToken);
    }

    /// <summary>Begins a thread in a channel of Teams.</summary>
    /// <returns>Where it is, and the id of what was posted.</returns>
    /// <exception cref="DeliveryException">The channel did not take it.</exception>
    public async Task<(string PlaceId, string ActivityId)> PostAsync(
        ConversationReference channel, string tenantId, Activity activity, CancellationToken cancellationToken)
    {
        var begun = ("", "");
        var parameters = new ConversationParameters
        {
            IsGroup = true,
            Bot = new ChannelAccount { Id = "28:" + appId },
            Activity = activity,
            ChannelData = new Dictionary<string, object> { ["channel"] = new Dictionary<string, object> { ["id"] = channel.Conversation.Id } },
            TenantId = tenantId,
        };
        try
        {
            await CreateConversationAsync(
                appId, channel.ChannelId, channel.ServiceUrl, null, parameters,
                (turnContext, _) =>
                {
                    begun = (turnContext.Activity.Conversation.Id, turnContext.Activity.Id);
                    return Task.CompletedTask;
                },
                cancellationToken);
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            throw new DeliveryException(exception);
        }

        return begun;
    }

    /// <summary>Puts another activity in the place of one that was sent.</summary>
    /// <exception cref="DeliveryException">The channel did not take it.</exception>
    public Task ChangeAsync(ConversationReference reference, string activityId, Activity activity, CancellationToken cancellationToken)
    {
        activity.Id = activityId;
        return ReachAsync(reference, null, (turnContext, cancel) => turnContext.UpdateActivityAsync(activity, cancel), cancellationToken);
    }

    private async Task ReachAsync(
        ConversationReference reference, string? replyToId, Func<ITurnContext, CancellationToken, Task> act, CancellationToken cancellationToken)
    {
        // The continuation carries the id of the message answered, so that the SDK replies to it and not to an invented one.
        var continuation = reference.GetContinuationActivity();
        continuation.Id = replyToId;
        Exception? failure = null;
        await ContinueConversationAsync(
            appId,
            continuation,
            async (turnContext, cancel) =>
            {
                // Caught here, since the pipeline would take it for a broken turn; thrown again below.
                try
                {
                    await act(turnContext, cancel);
                }
                catch (Exception exception)
                {
                    failure = exception;
                }
            },
            cancellationToken);
        if (failure is not null)
            throw new DeliveryException(failure);
    }
}

/// <summary>A channel did not take an activity.</summary>
internal sealed class DeliveryException(Exception inner) : Exception("The channel did not take the activity.", inner);
