using EmpathyBot.Domain.Conversations;
using EmpathyBot.Domain.Emotions;
using EmpathyBot.Domain.Handoffs;
using EmpathyBot.Domain.Solving;

namespace EmpathyBot.Domain.Acknowledgements;

/// <summary>What the gates and budgets of the policy ask about a turn, each as a fact with a name.</summary>
internal sealed class Situation(Conversation conversation, Turn turn, Step step)
{
    private const double MildUpTo = 0.5;
    private readonly Lazy<ConcreteMention> _mentionNow = new(() => MentionOf(conversation, turn));
    private readonly Lazy<ConcreteMention> _mentionEarlier = new(() => EarlierMentionOf(conversation, turn));

    public Conversation Conversation => conversation;

    public Turn Turn => turn;

    /// <summary>What this message names and, where it leaves that open, an earlier one. Found when first asked for: most turns never ask.</summary>
    public ConcreteMention Mention => _mentionNow.Value.Or(_mentionEarlier.Value);

    public string OwnFailureIncident => Incidents.OfOwnFailure(conversation.Episode);

    public bool IsHeldByPerson => step is LeaveToPerson || conversation.Handoff.IsHeldByPerson;

    /// <summary>Steps whose own words are the whole answer.</summary>
    public bool StepSaysIt => step is ExplainReading or SwitchReading or TakeCorrection or DropSympathy or LeaveQueue or TakeCallback or DeclineCallback or AcceptRefusal
        or LeaveProcedure or SayCannotRead or AdmitNotSolved or OfferNextBest or TakeFeedback or EndFeedback or TellMemory or AskForget or ForgetCustomer or KeepMemory or Done;

    /// <summary>The bot itself failed the customer: it did not understand, broke, or is what they are upset with.</summary>
    public bool BotFailsNow =>
        step is OfferPerson { Reason: HandoffReason.NotUnderstood or HandoffReason.BotFailed }
            or HandOver { Reason: HandoffReason.NotUnderstood or HandoffReason.BotFailed }
        || FeelsBad && StepMoves && !IsGivenPerson && turn.Reading is { Target: EmotionTarget.Bot } && HasBotAnswered;

    /// <summary>They asked for a person and one is called: that is the answer.</summary>
    public bool IsGivenPerson => step is HandOver { Reason: HandoffReason.AskedForPerson };

    public bool NamesNothingNow => _mentionNow.Value == ConcreteMention.Nothing;

    public bool BotFailedBefore =>
        conversation.Episode.BotFailures > 0 || conversation.Acknowledgements.OwnedUpFor.Contains(OwnFailureIncident);

    /// <summary>A death is spoken of, and what is felt may well be about that.</summary>
    public bool IsBesideLoss => turn.Reading is { Primary: Emotion.Sadness or Emotion.Disappointment or Emotion.Anxiety or Emotion.Confusion }
        && turn.Words.Naming.Losses.StandIn(turn.Text);

    /// <summary>The step says that there is no answer: what announces one would be taken back at once.</summary>
    public bool HasNoAnswer => step is AskToRephrase;

    public bool SympathyUnwanted => conversation.SkipSympathy || turn.Request == CustomerRequest.SkipSympathy;

    public bool IsCorrection => turn.Request == CustomerRequest.CorrectReading;

    public bool FeelsBad => turn.Reading is { IsSure: true } reading && reading.Primary.IsNegative();

    /// <summary>Joy or thanks in a message that has to be dealt with: a procedure begins, or nothing was understood.</summary>
    public bool IsGladBesideAMatter => turn.Reading is { IsSure: true } reading && reading.Primary.IsPositive()
        && step is not (CloseMatter or TellArticle or ReturnGreeting);

    /// <summary>Whether the step brings the matter one step on.</summary>
    public bool StepMoves => step is not (CloseMatter or Done);

    /// <summary>An apology must be for something: a thing, a time or at least the words that show the displeasure.</summary>
    public bool NamesFailure => !NamesNothingNow || turn.Signals.Repeat || turn.Reading is { Cues.Count: > 0 };

    /// <summary>Thanks in passing, while something else was asked for.</summary>
    public bool IsPoliteOnly => step is not CloseMatter && turn.Reading is { Intensity: < MildUpTo };

    /// <summary>It is getting better by itself: not stirred up again.</summary>
    public bool IsCalmingDown => conversation.Journey.Trend == EmotionTrend.Falling
        && turn.Reading is { Intensity: < MildUpTo, Primary: Emotion.Anger or Emotion.Frustration or Emotion.Disappointment }
        && conversation.Acknowledgements.LastAct != AcknowledgementAct.None;

    private bool HasBotAnswered => conversation.Episode is { Turns: > 1 } or { ArticlesTold.Count: > 0 } or { NotUnderstoodInARow: > 0 };

    /// <summary>The same act as last time with nothing new to name would be a formula, unless things got worse.</summary>
    public bool SaidAlready(AcknowledgementAct act) => conversation.Acknowledgements.LastAct == act
        && NamesNothingNow && !IsStrongerNow;

    /// <summary>A mood that only stays bad is getting worse, but saying the same again would not meet it.</summary>
    private bool IsStrongerNow => conversation.Journey is { Trend: EmotionTrend.Rising, Points: [.., var before, var now] }
        && (now.Intensity > before.Intensity || now.Emotion != before.Emotion);

    private static ConcreteMention MentionOf(Conversation conversation, Turn turn) =>
        MayName(turn) ? ConcreteMentionFinder.Find(turn.Text, turn.Words.Naming, IsAwaited(turn), conversation.Formal) : ConcreteMention.Nothing;

    private static ConcreteMention EarlierMentionOf(Conversation conversation, Turn turn)
    {
        // A new mishap or a person's manners have little to do with what was written before, and thanks are no occasion.
        if (!MayName(turn) || turn.Reading is { Target: EmotionTarget.OwnLoss or EmotionTarget.Staff } || turn.Reading?.Primary.IsPositive() == true)
            return ConcreteMention.Nothing;
        var ofThisMatter = conversation.EarlierTurns.Where(earlier => earlier.Role == "customer").Reverse()
            .Take(conversation.Episode.Turns).Skip(1).Select(earlier => earlier.Text);
        return ConcreteMentionFinder.FindEarlier(ofThisMatter, turn.Words.Naming, IsAwaited(turn), conversation.Formal);
    }

    private static bool IsAwaited(Turn turn) => turn.Reading?.Target == EmotionTarget.Wait;

    private static bool MayName(Turn turn) => (turn.Signals.Language ?? turn.Words.Language) == turn.Words.Language
        // Beside a loss a parcel is small: naming it would miss the point.
        && turn.Reading is not { Primary: Emotion.Sadness, Target: EmotionTarget.OwnLoss };
}
