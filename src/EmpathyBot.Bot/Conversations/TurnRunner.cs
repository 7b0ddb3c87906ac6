using EmpathyBot.Bot.Customers;
using EmpathyBot.Domain.Conversations;
using EmpathyBot.Domain.Solving;

namespace EmpathyBot.Bot.Conversations;

/// <summary>Carries a turn from gathering to the composed reply: gather, decide, act, decide again, compose once.</summary>
internal sealed class TurnRunner(TurnGatherer gatherer, StepPerformer performer)
{
    /// <summary>Runs the turn of a message. What it brings stands in the unit of work; nothing is written or sent here.</summary>
    public async Task RunAsync(ITurnContext turnContext, TurnUnitOfWork work, CancellationToken cancellationToken)
    {
        var turn = await GatherAsync(turnContext.Activity, work, cancellationToken);
        work.Happened(turn.Said);

        var decision = Decide(work, turn.Turn);
        var reply = new ReplyDraft(turnContext.Activity);
        reply.Acknowledge(work, decision, turn.Turn);
        MoodControl.Heed(decision.Step, turn.Turn, work);
        ClosingQuestions.RecordOutcome(decision.Step, turn.Turn, work);
        if (decision.CaseToMention is { } open)
            MemoryControl.Mention(open, reply, work);

        var offer = decision.OfferToo;
        var before = work.Events.Count;
        for (var taken = 0; taken < TurnPolicy.StepsPerTurn && decision.Step is not Done; taken++)
        {
            work.Happened(new Decided(work.TurnId, work.At, decision.Step.Name, decision.Reason));
            using (var span = BotTelemetry.Begin("act"))
            {
                span?.SetTag("step", decision.Step.Name);
                await performer.PerformAsync(decision, turn.Turn, reply, turnContext, work, cancellationToken);
            }

            decision = Decide(work, turn.Turn with { Happened = [.. work.Events.Skip(before)] });
        }

        if (offer is { } reason)
            StepPerformer.OfferToo(reason, reply, work);
        if (!work.Conversation.IsShared)
            ClosingQuestions.AskInto(reply, turn.Turn, work);
        if (reply.SaysNothing && !work.Conversation.Handoff.IsHeldByPerson)
            reply.Say(work.Message(ContentMessages.AskWhatHappened));
        reply.ComposeInto(work);
    }

    private async Task<GatheredTurn> GatherAsync(Activity activity, TurnUnitOfWork work, CancellationToken cancellationToken)
    {
        using var span = BotTelemetry.Begin("gather");
        return await gatherer.GatherAsync(activity, work, cancellationToken);
    }

    private static TurnDecision Decide(TurnUnitOfWork work, Turn turn)
    {
        using var span = BotTelemetry.Begin("decide");
        var decision = TurnPolicy.Decide(work.Conversation, turn);
        span?.SetTag("step", decision.Step.Name);
        return decision;
    }
}
