using EmpathyBot.Domain.Conversations;
using EmpathyBot.Domain.Customers;
using EmpathyBot.Domain.Emotions;

namespace EmpathyBot.Domain.Acknowledgements;

/// <summary>
/// Decides how a turn acknowledges what the customer feels. First the gates, in this order; the first that holds decides.
/// Then the table of <see cref="AcknowledgementRules"/>. Last the budgets of apology and repetition. Rules and sources:
/// docs/acknowledging.md.
/// </summary>
public static class AcknowledgementPolicy
{
    private static readonly IReadOnlyList<Gate> Gates =
    [
        // A person is there: two voices would talk over one another, even now.
        new(AcknowledgementAct.None, "held-by-person", now => now.IsHeldByPerson),
        // These rest on signals and on what happened, so they are served whatever is switched off.
        new(AcknowledgementAct.Safety, "at-risk", now => now.Turn.Signals.AtRisk),
        new(AcknowledgementAct.None, "step-says-it", now => now.StepSaysIt),
        new(AcknowledgementAct.None, "second-own-failure", now => now.BotFailsNow && now.BotFailedBefore),
        new(AcknowledgementAct.OwnFailure, "own-failure", now => now.BotFailsNow),
        // What the customer asked of us.
        new(AcknowledgementAct.None, "reading-off", now => now.Conversation.ReadingOff),
        new(AcknowledgementAct.None, "no-sympathy-wanted", now => now.SympathyUnwanted),
        new(AcknowledgementAct.None, "corrected", now => now.IsCorrection),
        // What is not known is not acted upon.
        new(AcknowledgementAct.None, "not-read", now => now.Turn.Reading is null),
        new(AcknowledgementAct.None, "unsure", now => now.Turn.Reading is { IsSure: false }),
        new(AcknowledgementAct.None, "neutral", now => now.Turn.Reading is { Primary: Emotion.Neutral }),
        // Joy beside an open matter is easily sarcasm, and a wrong cheer hurts more than a missing one.
        new(AcknowledgementAct.None, "joy-beside-a-matter", now => now.IsGladBesideAMatter),
        // Words alone are no help.
        new(AcknowledgementAct.None, "nothing-to-move", now => now.FeelsBad && !now.StepMoves),
    ];

    /// <summary>The act for this turn, before words are chosen.</summary>
    /// <param name="conversation">The conversation, this message's event included.</param>
    /// <param name="turn">What the turn brought.</param>
    /// <param name="step">What the bot does next: an acknowledgement is never alone while a problem is open.</param>
    public static AcknowledgementPlan Decide(Conversation conversation, Turn turn, Step step)
    {
        ArgumentNullException.ThrowIfNull(conversation);
        ArgumentNullException.ThrowIfNull(turn);
        ArgumentNullException.ThrowIfNull(step);
        var now = new Situation(conversation, turn, step);

        if (Gates.FirstOrDefault(gate => gate.Holds(now)) is { } gate)
        {
            return gate.Act == AcknowledgementAct.OwnFailure
                ? new(gate.Act, gate.Reason, now.OwnFailureIncident, now.Mention)
                : new(gate.Act, gate.Reason, null, ConcreteMention.Nothing);
        }

        var reading = turn.Reading!;
        // Beside a death a parcel is small, and no failure of ours is what is felt.
        if (now.IsBesideLoss)
            return new(AcknowledgementAct.Reflect, "beside-a-loss", null, ConcreteMention.Nothing with { Loss = true });
        return WithinBudget(now, reading, AcknowledgementRules.For(reading));
    }

    private static AcknowledgementPlan WithinBudget(Situation now, EmotionReading reading, AcknowledgementRule rule)
    {
        var (act, reason) = (rule.Act, rule.Reason);
        var incident = default(string);
        if (act == AcknowledgementAct.Apologise)
        {
            incident = Incidents.Of(now.Conversation.Episode, reading.Target, now.Mention, now.Turn.Words.Naming.Things);
            // Without knowing what it is about nobody can be sorry for it, and the apology is kept for later.
            if (now.HasNoAnswer)
                (act, reason, incident) = (AcknowledgementAct.Validate, "no-answer", null);
            // What befell customers by their own hand is a pity, and nobody's to be sorry for.
            else if (now.Mention.Mishap is { IsOwnDoing: true })
                (act, reason, incident) = (AcknowledgementAct.Reflect, "own-doing", null);
            else if (!now.NamesFailure)
                (act, reason, incident) = (AcknowledgementAct.Validate, "no-failure-named", null);
            else if (Incidents.IsSpent(incident, now.Conversation.Acknowledgements.ApologisedFor))
                (act, reason, incident) = (AcknowledgementAct.Validate, "apology-spent", null);
            else if (ReturningCustomer.HeardApology(now.Conversation, now.Turn, incident))
                (act, reason, incident) = (AcknowledgementAct.Validate, "apology-spent-before", null);
        }

        if (act == AcknowledgementAct.Thank && now.IsPoliteOnly)
            return AcknowledgementPlan.Nothing("routine-thanks");
        if (act is AcknowledgementAct.Reassure or AcknowledgementAct.Clarify && now.HasNoAnswer)
            return AcknowledgementPlan.Nothing("no-answer");
        if (now.IsGivenPerson && now.NamesNothingNow && reading.Target == EmotionTarget.Bot)
            return AcknowledgementPlan.Nothing("person-given");
        if (now.IsCalmingDown)
            return AcknowledgementPlan.Nothing("calming-down");
        if (now.SaidAlready(act))
            return AcknowledgementPlan.Nothing("said-already");
        return new(act, reason, incident, now.Mention);
    }

    /// <summary>Something that decides before any feeling is looked at.</summary>
    private sealed record Gate(AcknowledgementAct Act, string Reason, Func<Situation, bool> Holds);
}
