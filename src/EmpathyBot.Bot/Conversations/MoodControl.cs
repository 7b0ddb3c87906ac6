using EmpathyBot.Domain.Conversations;
using EmpathyBot.Domain.Emotions;
using EmpathyBot.Domain.Solving;

namespace EmpathyBot.Bot.Conversations;

/// <summary>The customer's control over the reading of mood: see why, correct it, switch it, go without sympathy.</summary>
internal static class MoodControl
{
    public static void Perform(Step step, ReplyDraft reply, TurnUnitOfWork work)
    {
        switch (step)
        {
            case ExplainReading:
                reply.Say(Explain(work));
                break;
            case SwitchReading { On: var on }:
                work.Happened(new ReadingSwitched(work.TurnId, work.At, on));
                if (!work.Conversation.Handoff.IsHeldByPerson)
                    reply.Say(on ? work.Message(ContentMessages.ReadingOn) : work.Message(ContentMessages.ReadingOff, GoesOn(work)));
                break;
            case TakeCorrection:
                Correct(work);
                reply.Say(work.Message(ContentMessages.CorrectionTaken, GoesOn(work)));
                break;
            case DropSympathy:
                work.Happened(new SympathySkipped(work.TurnId, work.At));
                reply.Say(work.Message(ContentMessages.SympathyDropped, GoesOn(work)));
                break;
        }
    }

    /// <summary>A wish or a correction beside a matter counts as much as one by itself; the matter is the answer.</summary>
    public static void Heed(Step step, Turn turn, TurnUnitOfWork work)
    {
        if (turn.Request == CustomerRequest.SkipSympathy && step is not DropSympathy && !work.Conversation.SkipSympathy)
            work.Happened(new SympathySkipped(work.TurnId, work.At));
        if (turn.Request == CustomerRequest.CorrectReading && step is not TakeCorrection)
            Correct(work);
    }

    private static void Correct(TurnUnitOfWork work)
    {
        if (work.Stored.State.Last is { } wrong)
            work.Happened(new ReadingCorrected(work.TurnId, work.At, wrong.Reading.Primary));
    }

    // A question that waits is asked again right after: no other one before it.
    private static Dictionary<string, object?> GoesOn(TurnUnitOfWork work) => new() { ["goesOn"] = work.Conversation.Episode.Procedure is not null };

    // The question itself is a message too and was read; what is explained is the message before it. An unsure reading
    // was not acted upon: there is nothing to explain in it.
    private static string Explain(TurnUnitOfWork work)
    {
        if (work.Conversation.ReadingOff)
            return work.Message(ContentMessages.ExplainOff);
        if (work.Stored.State.Last is not { Reading: { IsSure: true, Primary: not Emotion.Neutral, Cues.Count: > 0 } reading })
            return work.Message(ContentMessages.ExplainNothingRead);
        return work.Message(ContentMessages.ExplainReading, new Dictionary<string, object?>
        {
            ["emotion"] = work.Message(ContentMessages.EmotionWord(reading.Primary)),
            ["cues"] = string.Join(", ", reading.Cues.Take(3).Select(cue => $"\"{cue.Text}\"")),
        });
    }
}
