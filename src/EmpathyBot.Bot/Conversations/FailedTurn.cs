using EmpathyBot.Bot.Handoffs;
using EmpathyBot.Domain.Conversations;
using EmpathyBot.Domain.Emotions;
using EmpathyBot.Domain.Handoffs;
using EmpathyBot.Domain.Solving;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace EmpathyBot.Bot.Conversations;

/// <summary>
/// What happens when a turn breaks: the customer gets a plain sentence, the conversation is opened to people, and the
/// message counts as dealt with. Nothing of the broken turn is kept.
/// </summary>
internal sealed class FailedTurn(
    IConversationStore store, HandoffOpener handoffs, IContentSource content, IOptions<BotOptions> options, HostPatience patience, TimeProvider time,
    ILogger<FailedTurn> logger)
{
    /// <summary>For <see cref="BotAdapter.OnTurnError"/>.</summary>
    /// <exception cref="Exception">Even this could not be written: the activity stays accepted and is run again.</exception>
    public async Task RecoverAsync(ITurnContext turnContext, Exception exception)
    {
        // Not a failure: the next start, or another node, runs it again.
        if (patience.Over.IsCancellationRequested)
            return;
        var activity = turnContext.Activity;
        if (exception is TurnLostException)
        {
            FailedTurnLog.Lost(logger, activity.Conversation?.Id ?? "?", activity.Id ?? "?");
            return;
        }

        FailedTurnLog.Failed(logger, exception, activity.Conversation?.Id ?? "?", activity.Id ?? "?");
        if (exception is ConversationNotFoundException or TurnConflictException || activity.Type != ActivityTypes.Message)
            return;

        // The turn's own token may be what ended it, so recovery has a short time of its own.
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(10), time);
        var stored = await store.FindAsync(activity.Conversation!.Id, limit.Token)
            ?? throw new ConversationNotFoundException(activity.Conversation.Id);
        var work = new TurnUnitOfWork(stored, activity.Id!, time.GetUtcNow(), content.Current, options.Value)
        {
            Dialogs = "", Fence = turnContext.TurnState.Get<TurnLease>()?.Fence,
        };
        work.Happened(new CustomerSaid(work.TurnId, work.At, SecretMask.Mask(activity.Text ?? "").Text, null, MessageSignals.None.Names()));
        work.Happened(new BotFailed(work.TurnId, work.At, exception.GetType().Name));

        var reply = new ReplyDraft(activity);
        if (stored.State.IsShared)
            reply.Say(work.Message(ContentMessages.GoPrivate));
        else if (stored.State.Handoff.TicketId is null)
            await handoffs.OpenAsync(HandoffReason.BotFailed, reply, work, limit.Token);
        else if (!stored.State.Handoff.IsHeldByPerson)
            reply.Say(work.Message(ContentMessages.TurnFailed));
        reply.ComposeInto(work);

        if (!await store.CommitAsync(work.ToCommit(), limit.Token))
            throw new TurnConflictException(stored.Id, 1);
        turnContext.TurnState.Set<TurnUnitOfWork?>(null);
        if (work.Replies.Count > 0)
            await turnContext.SendActivitiesAsync([.. work.Replies], limit.Token);
    }
}

/// <summary>Event ids 1010–1019.</summary>
internal static partial class FailedTurnLog
{
    [LoggerMessage(1010, LogLevel.Error, "Turn {TurnId} of conversation {ConversationId} broke; the conversation is opened to people.")]
    public static partial void Failed(ILogger logger, Exception exception, string conversationId, string turnId);

    [LoggerMessage(1011, LogLevel.Warning, "Turn {TurnId} of conversation {ConversationId} was taken over by another node; nothing of it is kept here.")]
    public static partial void Lost(ILogger logger, string conversationId, string turnId);
}
