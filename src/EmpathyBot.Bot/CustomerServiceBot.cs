using EmpathyBot.Bot.Conversations;
using EmpathyBot.Domain.Conversations;
using EmpathyBot.Domain.Solving;

namespace EmpathyBot.Bot;

/// <summary>The bot: greets who joins, and lets each message run through its turn.</summary>
internal sealed class CustomerServiceBot(TurnRunner runner) : ActivityHandler
{
    protected override Task OnMessageActivityAsync(ITurnContext<IMessageActivity> turnContext, CancellationToken cancellationToken) =>
        runner.RunAsync(turnContext, turnContext.TurnState.Get<TurnUnitOfWork>(), cancellationToken);

    protected override Task OnConversationUpdateActivityAsync(
        ITurnContext<IConversationUpdateActivity> turnContext, CancellationToken cancellationToken)
    {
        var (added, bot) = (turnContext.Activity.MembersAdded ?? [], turnContext.Activity.Recipient?.Id);
        // Teams tells of everyone who joins a team, and of the bot's own arrival; elsewhere the customer's arrival is the beginning.
        if (added.Any(member => turnContext.Activity.ChannelId == Channels.Msteams ? member.Id == bot : member.Id != bot))
            Greet(turnContext);
        return Task.CompletedTask;
    }

    protected override Task OnInstallationUpdateAddAsync(
        ITurnContext<IInstallationUpdateActivity> turnContext, CancellationToken cancellationToken)
    {
        // An upgrade of the app is no reason to greet anyone again.
        if (turnContext.Activity.Action == "add")
            Greet(turnContext);
        return Task.CompletedTask;
    }

    protected override Task OnEventAsync(ITurnContext<IEventActivity> turnContext, CancellationToken cancellationToken)
    {
        if (turnContext.Activity.Name == "webchat/join")
            Greet(turnContext);
        return Task.CompletedTask;
    }

    // Update, installation and join event may all come, in any order, after a welcome that was stored at the beginning.
    private static void Greet(ITurnContext turnContext)
    {
        var work = turnContext.TurnState.Get<TurnUnitOfWork>();
        if (work.Conversation.IsGreeted)
            return;
        var reply = new ReplyDraft(turnContext.Activity);
        reply.Say(work.Message(work.Conversation.IsShared ? ContentMessages.WelcomeShared : ContentMessages.WelcomeFor(work.Conversation.ReadingOff)));
        work.Happened(new Greeted(work.TurnId, work.At));
        reply.ComposeInto(work);
    }
}
