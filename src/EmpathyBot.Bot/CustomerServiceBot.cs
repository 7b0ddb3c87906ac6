using EmpathyBot.Bot.Conversations;
using EmpathyBot.Domain.Conversations;
using EmpathyBot.Domain.Solving;

namespace EmpathyBot.Bot;

/// <summary>The bot: greets who joins, and lets each message run through its turn.</summary>
internal sealed class CustomerServiceBot(TurnRunner runner) : ActivityHandler
{
    protected override Task OnMessageActivityAsync(ITurnContext<IMessageActivity> turnContext, CancellationToken cancellationToken) =>
        runner.RunAsync(turnContext, turnContext.TurnState.Get<TurnUnitOfWork>(), cancellationToken);

    protected override Task OnMembersAddedAsync(
        IList<ChannelAccount> membersAdded, ITurnContext<IConversationUpdateActivity> turnContext, CancellationToken cancellationToken)
    {
        if (membersAdded.Any(member => member.Id != turnContext.Activity.Recipient?.Id))
            Greet(turnContext);
        return Task.CompletedTask;
    }

    protected override Task OnEventAsync(ITurnContext<IEventActivity> turnContext, CancellationToken cancellationToken)
    {
        if (turnContext.Activity.Name == "webchat/join")
            Greet(turnContext);
        return Task.CompletedTask;
    }

    // Both the join event and the update may come, in either order, after a welcome that was stored at the beginning.
    private static void Greet(ITurnContext turnContext)
    {
        var work = turnContext.TurnState.Get<TurnUnitOfWork>();
        if (work.Conversation.IsGreeted)
            return;
        var reply = new ReplyDraft(turnContext.Activity);
        reply.Say(work.Message(ContentMessages.WelcomeFor(work.Conversation.ReadingOff)));
        work.Happened(new Greeted(work.TurnId, work.At));
        reply.ComposeInto(work);
    }
}
