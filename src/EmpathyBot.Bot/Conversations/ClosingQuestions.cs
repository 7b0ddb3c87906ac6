using EmpathyBot.Domain.Conversations;
using EmpathyBot.Domain.Solving;

namespace EmpathyBot.Bot.Conversations;

/// <summary>
/// Is it solved, and how did it go: records what became of the last answer and puts, at most, one question at the end of
/// the reply. The policies decide; this carries it out.
/// </summary>
internal static class ClosingQuestions
{
    /// <summary>Records what became of the answer given before this turn, once the step that was decided on shows it.</summary>
    public static void RecordOutcome(Step step, Turn turn, TurnUnitOfWork work)
    {
        if (ResolutionPolicy.OutcomeOf(work.Conversation, turn, step) is { } known)
            work.Happened(new ResolutionRecorded(work.TurnId, work.At, known.Outcome, known.Reason, work.Conversation.Episode.Matter));
    }

    /// <summary>Ends the reply with a question where one fits.</summary>
    public static void AskInto(ReplyDraft reply, Turn turn, TurnUnitOfWork work)
    {
        var ended = turn with { Happened = work.Events };
        if (ResolutionPolicy.Ask(work.Conversation, ended).Asks)
        {
            work.Happened(new ResolutionAsked(work.TurnId, work.At, NextBest(turn, work)));
            reply.Say(work.Message(ContentMessages.ResolutionQuestion));
            reply.Suggest(work.Message(ContentMessages.AnswerYes), work.Message(ContentMessages.AnswerNo));
        }
        else if (FeedbackPolicy.Ask(work.Conversation, ended).Asks)
        {
            work.Happened(new FeedbackAsked(work.TurnId, work.At));
            reply.Say(work.Message(ContentMessages.FeedbackQuestion));
            reply.Suggest([.. ContentMessages.Ratings.Select(rating => work.Message(rating))]);
        }
    }

    /// <summary>Offers what else the answered message may have meant, as a choice of one.</summary>
    public static void OfferNextBest(OfferNextBest step, ReplyDraft reply, TurnUnitOfWork work)
    {
        work.Happened(new ClarificationAsked(work.TurnId, work.At, [step.Choice]));
        reply.Say(work.Message(ContentMessages.ResolutionNextBest, new Dictionary<string, object?> { ["choice"] = step.Choice.Title }));
        reply.Suggest(work.Message(ContentMessages.AnswerYes), work.Message(ContentMessages.AnswerNo));
    }

    /// <summary>Keeps what was told and says so.</summary>
    public static void TakeFeedback(TakeFeedback step, Turn turn, ReplyDraft reply, TurnUnitOfWork work)
    {
        // The words as they stand in the record: secrets are masked there.
        var words = step.WithWords ? work.Events.OfType<CustomerSaid>().Last().Text : null;
        work.Happened(new FeedbackGiven(work.TurnId, work.At, step.Rating, words));
        var key = step.Rating <= FeedbackPolicy.LowUpTo ? ContentMessages.FeedbackTakenLow : ContentMessages.FeedbackTaken;
        // Words are welcome unless they came, or something else was asked and is answered now.
        var invites = words is null && !FeedbackPolicy.AsksMore(turn);
        reply.Say(work.Message(key, new Dictionary<string, object?> { ["words"] = !invites }));
    }

    /// <summary>Leaves the customer in peace.</summary>
    public static void EndFeedback(ReplyDraft reply, TurnUnitOfWork work)
    {
        work.Happened(new FeedbackDeclined(work.TurnId, work.At));
        reply.Say(work.Message(ContentMessages.FeedbackDeclined));
    }

    private static ContentCandidate? NextBest(Turn turn, TurnUnitOfWork work) =>
        turn.Match.Possible.FirstOrDefault(candidate => candidate.Id != work.Conversation.Episode.Answer
            && !work.Conversation.Episode.ArticlesTold.Contains(candidate.Id));
}
