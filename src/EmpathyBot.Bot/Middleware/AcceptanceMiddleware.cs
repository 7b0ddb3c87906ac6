using System.Text.Json.Nodes;
using EmpathyBot.Bot.Conversations;
using EmpathyBot.Domain.Conversations;
using EmpathyBot.Domain.Handoffs;
using EmpathyBot.Domain.Privacy;
using Microsoft.Extensions.Logging;

namespace EmpathyBot.Bot.Middleware;

/// <summary>
/// Stores what a channel posts, so that it survives the process, and hands it to the queue. A redelivered activity id
/// is answered and not run again. What wants its answer in the response goes on to its turn here and now.
/// </summary>
internal sealed class AcceptanceMiddleware(IConversationStore store, ITurnQueue queue, ILogger<AcceptanceMiddleware> logger) : IMiddleware
{
    public async Task OnTurnAsync(ITurnContext turnContext, NextDelegate next, CancellationToken cancellationToken = default)
    {
        var activity = turnContext.Activity;
        // Our own, made to reach a channel.
        if (activity is { Type: ActivityTypes.Event, Name: ActivityEventNames.ContinueConversation or ActivityEventNames.CreateConversation })
        {
            await next(cancellationToken);
            return;
        }

        var isMessage = activity.Type == ActivityTypes.Message;
        if (!isMessage && activity.Type is not (ActivityTypes.ConversationUpdate or ActivityTypes.Event or ActivityTypes.InstallationUpdate))
        {
            // Invokes, reactions: nothing of theirs needs a stored turn. A handoff.status is only heard from a hub.
            if (activity.Type == ActivityTypes.Invoke)
                await next(cancellationToken);
            return;
        }

        if (string.Equals(activity.Name?.Trim(), HandoffEventNames.HandoffStatus, StringComparison.OrdinalIgnoreCase))
            return;

        if (!await IsThereAsync(activity, cancellationToken))
        {
            AcceptanceLog.OtherChannel(logger, activity.Conversation.Id);
            return;
        }

        SpokenText.Clean(activity);
        var clientKey = activity.Id;
        activity.Id ??= WireActivity.NewId(activity.Conversation.Id);
        // In the activity itself: the turn may run here and now.
        MaskSecrets(activity);
        var accepted = await store.AcceptAsync(
            new InboundActivity(activity.Conversation.Id, activity.Id, clientKey, ActivityJson.Write(activity), isMessage, RunsTurn: true),
            cancellationToken);
        if (accepted.IsRepeat)
            return;
        if (activity.DeliveryMode == DeliveryModes.ExpectReplies)
            await next(cancellationToken);
        else
            queue.Enqueue(activity.Conversation.Id);
    }

    /// <summary>False for a conversation of another channel: one that calls us must not write into the website's, whatever id it names.</summary>
    private async Task<bool> IsThereAsync(Activity activity, CancellationToken cancellationToken)
    {
        var channel = activity.ChannelId ?? "unknown";
        if (await store.FindPlaceAsync(activity.Conversation.Id, cancellationToken) is { } place)
            return place.Reference is not null && place.Channel == channel;
        var locale = string.IsNullOrEmpty(activity.Locale) ? "en" : activity.Locale;
        await store.CreateAsync(
            new NewConversation(
                activity.Conversation.Id, channel, activity.From?.Id ?? "unknown", locale,
                [], Conversation.Begin(activity.Conversation.Id, channel, locale) with
                {
                    IsShared = IsShared(activity.Conversation),
                    Unremembered = IsShared(activity.Conversation) || string.IsNullOrEmpty(activity.From?.Id),
                },
                [])
            {
                Reference = ReferenceJson.Write(activity.GetConversationReference()),
            },
            cancellationToken);
        return true;
    }

    private static void MaskSecrets(Activity activity)
    {
        activity.Text = Masked(activity.Text);
        activity.Speak = Masked(activity.Speak);
        activity.Summary = Masked(activity.Summary);
        if (activity.Value is null)
            return;
        var card = new JsonObject { ["value"] = JsonNode.Parse(ActivityValue.ToJson(activity.Value).GetRawText()) };
        if (WireSecrets.Mask(card))
            activity.Value = card["value"]?.DeepClone();
    }

    private static string? Masked(string? text) => text is null ? null : SecretMask.Mask(text).Text;

    /// <summary>Where several people write nothing is remembered: what one of them wants is nobody else's business.</summary>
    private static bool IsShared(ConversationAccount conversation) =>
        conversation.IsGroup == true || conversation.ConversationType is "groupChat" or "channel";
}

/// <summary>Event ids 1070–1074.</summary>
internal static partial class AcceptanceLog
{
    [LoggerMessage(1070, LogLevel.Warning, "An activity names conversation {ConversationId}, which is another channel's. It was left unheard.")]
    public static partial void OtherChannel(ILogger logger, string conversationId);
}
