using System.Text.Json.Nodes;
using EmpathyBot.DirectLine.Tokens;
using EmpathyBot.Domain.Conversations;
using EmpathyBot.Domain.Privacy;
using Microsoft.AspNetCore.Http;

namespace EmpathyBot.DirectLine.Conversations;

/// <summary>Takes a checked activity: stores it, which tells listeners, and lets its turn run. Its id is the promise that it is kept.</summary>
internal sealed class ActivityIntake(IConversationStore conversations, IConversationFeed feed, ITurnQueue turns, TimeProvider clock)
{
    private const int MaxClientKeyChars = 256;

    public async Task<IResult> TakeAsync(ConversationToken token, JsonObject activity)
    {
        var id = WireActivity.NewId(token.ConversationId);
        ActivityStamp.Put(activity, token, id, clock.GetUtcNow());
        WireSecrets.Mask(activity);
        var json = activity.ToJsonString(WireJson.Options);
        switch (ActivityKinds.Of(activity))
        {
            case ActivityKind.Unheeded:
                return Answer(id);
            case ActivityKind.Passing:
                feed.ShowPassing(token.ConversationId, json);
                return Answer(id);
            case var kind:
                return await StoreAsync(
                    new InboundActivity(
                        token.ConversationId, id, ClientKey(activity), json,
                        ShownOnStream: kind != ActivityKind.KeptUnseen, RunsTurn: kind == ActivityKind.ActedUpon));
        }
    }

    private async Task<IResult> StoreAsync(InboundActivity activity)
    {
        // Not cancelled with the request: once stored it must also run, even if nobody waits for the answer any more.
        try
        {
            var accepted = await conversations.AcceptAsync(activity, CancellationToken.None);
            if (activity.RunsTurn)
            {
                turns.Enqueue(activity.ConversationId);
            }

            return Answer(accepted.ActivityId);
        }
        catch (ConversationNotFoundException)
        {
            return Refusal.NoConversation;
        }
    }

    private static IResult Answer(string id) => WireJson.Answer(new { id });

    /// <summary>What real clients mark each message with; the same mark again is the same message sent again.</summary>
    private static string? ClientKey(JsonObject activity) =>
        WireText.Of(WireText.Field(activity["channelData"], "clientActivityID")) is { Length: > 0 and <= MaxClientKeyChars } key ? key : null;
}
