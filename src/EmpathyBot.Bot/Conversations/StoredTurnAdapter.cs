using System.Security.Claims;
using EmpathyBot.Bot.Middleware;
using EmpathyBot.Domain.Conversations;

namespace EmpathyBot.Bot.Conversations;

/// <summary>
/// The adapter of turns that come from the store: those of the website, and those of any channel that a restart found
/// undone. What it is given to send was committed before; on the website the committed row is the delivery, elsewhere
/// the outbox delivers. Typing is shown at once and kept nowhere.
/// </summary>
internal sealed class StoredTurnAdapter : BotAdapter
{
    private readonly IConversationFeed feed;

    public StoredTurnAdapter(IConversationFeed feed, UnitOfWorkMiddleware unitOfWork, FailedTurn failedTurn)
    {
        this.feed = feed;
        Use(unitOfWork);
        OnTurnError = failedTurn.RecoverAsync;
    }

    /// <summary>Runs one turn to its commit, under the lease that gives the right to it.</summary>
    public async Task RunTurnAsync(Activity activity, TurnLease lease, IBot bot, CancellationToken cancellationToken)
    {
        using var context = new TurnContext(this, activity);
        context.TurnState.Add(lease);
        context.TurnState.Add<System.Security.Principal.IIdentity>(BotIdentityKey, new ClaimsIdentity());
        await RunPipelineAsync(context, bot.OnTurnAsync, cancellationToken);
    }

    public override Task<ResourceResponse[]> SendActivitiesAsync(ITurnContext turnContext, Activity[] activities, CancellationToken cancellationToken)
    {
        foreach (var activity in activities)
        {
            if (activity.Type == ActivityTypes.Typing)
            {
                activity.Id ??= WireActivity.NewId(turnContext.Activity.Conversation.Id);
                feed.ShowPassing(turnContext.Activity.Conversation.Id, ActivityJson.Write(activity));
            }
        }

        return Task.FromResult(Array.ConvertAll(activities, activity => new ResourceResponse(activity.Id ?? "")));
    }

    public override Task<ResourceResponse> UpdateActivityAsync(ITurnContext turnContext, Activity activity, CancellationToken cancellationToken) =>
        throw new NotSupportedException("What was committed to the stream is not changed.");

    public override Task DeleteActivityAsync(ITurnContext turnContext, ConversationReference reference, CancellationToken cancellationToken) =>
        throw new NotSupportedException("What was committed to the stream is not taken back.");
}
