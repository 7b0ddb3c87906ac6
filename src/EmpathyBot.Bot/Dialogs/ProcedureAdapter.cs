using EmpathyBot.Bot.Conversations;

namespace EmpathyBot.Bot.Dialogs;

/// <summary>
/// Takes what dialogs send and puts it into the reply that is composed at the end of the turn. Typing passes on at
/// once: it tells the customer that something is being looked up.
/// </summary>
internal sealed class ProcedureAdapter(ITurnContext outer, ReplyDraft reply, string conversationId) : BotAdapter
{
    public override async Task<ResourceResponse[]> SendActivitiesAsync(
        ITurnContext turnContext, Activity[] activities, CancellationToken cancellationToken)
    {
        var receipts = new ResourceResponse[activities.Length];
        for (var index = 0; index < activities.Length; index++)
        {
            var activity = activities[index];
            if (activity.Type == ActivityTypes.Typing)
            {
                await outer.SendActivityAsync(activity, cancellationToken);
            }
            else if (!string.IsNullOrEmpty(activity.Text))
            {
                reply.Say(activity.Text);
                if (activity.SuggestedActions?.Actions is { Count: > 0 } actions)
                    reply.Suggest([.. actions.Select(action => action.Title)]);
                foreach (var card in (activity.Attachments ?? []).Where(_ => AdaptiveCard.IsShownOn(outer.Activity.ChannelId)))
                    reply.Show(card);
            }

            receipts[index] = new ResourceResponse($"{conversationId}|{index}");
        }

        return receipts;
    }

    public override Task<ResourceResponse> UpdateActivityAsync(ITurnContext turnContext, Activity activity, CancellationToken cancellationToken) =>
        throw new NotSupportedException("A procedure's words are composed at the end of the turn and cannot be changed before.");

    public override Task DeleteActivityAsync(ITurnContext turnContext, ConversationReference reference, CancellationToken cancellationToken) =>
        throw new NotSupportedException("A procedure's words are composed at the end of the turn and cannot be taken back before.");
}
