using EmpathyBot.Bot.Conversations;
using EmpathyBot.Domain.Conversations;
using EmpathyBot.Domain.Customers;
using EmpathyBot.Domain.Solving;
using Microsoft.Extensions.Options;

namespace EmpathyBot.Bot.Middleware;

/// <summary>
/// Frames every turn: the conversation is read before it, everything it brought is committed after it in one
/// transaction, and only then is anything sent. When an agent or another node was faster, the turn is decided again on
/// what is true now; back-end calls carry keys that make that harmless.
/// </summary>
internal sealed class UnitOfWorkMiddleware(
    IConversationStore store, ICustomerMemoryStore memories, IContentSource content, IOptions<BotOptions> options, TimeProvider time) : IMiddleware
{
    private const int Attempts = 5;

    public async Task OnTurnAsync(ITurnContext turnContext, NextDelegate next, CancellationToken cancellationToken = default)
    {
        // Deliveries and invokes that need no conversation of ours change nothing that would be committed.
        if (turnContext.Activity is { Type: ActivityTypes.Invoke }
            or { Type: ActivityTypes.Event, Name: ActivityEventNames.ContinueConversation or ActivityEventNames.CreateConversation })
        {
            await next(cancellationToken);
            return;
        }

        using var span = BotTelemetry.BeginTurn(turnContext.Activity);
        for (var attempt = 1; ; attempt++)
        {
            var work = await BeginAsync(turnContext, cancellationToken);
            turnContext.TurnState.Set(work);
            await next(cancellationToken);
            if (await CommitAsync(work, cancellationToken))
            {
                turnContext.TurnState.Set<TurnUnitOfWork?>(null);
                if (work.Replies.Count > 0)
                    await turnContext.SendActivitiesAsync([.. work.Replies], cancellationToken);
                return;
            }

            if (attempt == Attempts)
                throw new TurnConflictException(work.Conversation.Id, Attempts);
        }
    }

    private async Task<TurnUnitOfWork> BeginAsync(ITurnContext turnContext, CancellationToken cancellationToken)
    {
        var activity = turnContext.Activity;
        var conversationId = activity.Conversation.Id;
        var stored = await store.FindAsync(conversationId, cancellationToken)
            ?? throw new ConversationNotFoundException(conversationId);
        var memory = stored.State.Unremembered ? null : await memories.FindAsync(stored.Channel, stored.UserId, cancellationToken);
        var sender = stored.State.IsShared && activity.From?.Id is { Length: > 0 } from ? await memories.FindAsync(stored.Channel, from, cancellationToken) : null;
        var work = new TurnUnitOfWork(stored, activity.Id, time.GetUtcNow(), content.Current, options.Value, memory)
        {
            SenderReadingOff = sender?.Preferences.ReadingOff == true,
            Fence = turnContext.TurnState.Get<TurnLease>()?.Fence,
        };
        if (ReturningCustomer.Recognise(stored.State, work.Memory, work.Content.Locales, work.TurnId, work.At) is { } recognised)
            work.Happened(recognised);
        return work;
    }

    private Task<bool> CommitAsync(TurnUnitOfWork work, CancellationToken cancellationToken) => store.CommitAsync(work.ToCommit(), cancellationToken);
}
