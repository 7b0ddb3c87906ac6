using EmpathyBot.Domain.Conversations;
using EmpathyBot.Domain.Customers;
using EmpathyBot.Domain.Emotions;
using EmpathyBot.Domain.Solving;

namespace EmpathyBot.Domain.Handoffs;

/// <summary>The facts of a turn that <see cref="HandoffPolicy"/> rests on, each named as a fact.</summary>
internal sealed class HandoffFacts(Conversation conversation, Turn turn)
{
    private Episode Episode => conversation.Episode;

    /// <summary>The reading, when it is sure enough to act upon.</summary>
    private EmotionReading? Felt => turn.Reading is { IsSure: true } reading ? reading : null;

    public bool AtRisk => turn.Signals.AtRisk;

    /// <summary>"No, no person" and "I don't want to wait for a person any more" speak of a person, too, and ask for none.</summary>
    public bool AsksForPerson => turn.Signals.WantsHuman && turn.Request is not (CustomerRequest.No or CustomerRequest.LeaveQueue);

    public bool TopicNeedsPerson => turn.PersonRule is not null;

    public bool BotFailedRepeatedly => Episode.BotFailures >= HandoffPolicy.BotFailures;

    public bool StrongAnger => Felt is { Primary: Emotion.Anger, Intensity: >= HandoffPolicy.StrongAnger };

    public bool RisingDistress => conversation.Journey.Trend == EmotionTrend.Rising && FeltClearlyNegative;

    public bool BackAgainAndUpset => turn.Signals.Repeat && FeltClearlyNegative;

    /// <summary>They need not say that they had to come back: we know.</summary>
    public bool BackSoonAndUpset => FeltClearlyNegative && ReturningCustomer.IsBackSoon(conversation, turn);

    /// <summary>A person dealt with it and it is not over: what a person could not settle, the bot will not. Thanks are no complaint.</summary>
    public bool BackAfterPerson => !FeltPositive && ReturningCustomer.IsBackAfterPerson(conversation, turn);

    /// <summary>However calm they are about it.</summary>
    public bool BackAgainAndAgain => !FeltPositive && ReturningCustomer.IsBackAgainAndAgain(conversation, turn);

    private bool FeltPositive => Felt is { } felt && felt.Primary.IsPositive();

    /// <summary>
    /// Several messages, the problem still open and this one does not move it on either. A misunderstanding counts as a
    /// message more. Answers to a procedure's questions, a new question and thanks are progress, not a circle.
    /// </summary>
    public bool GoingInCircles => Episode.ProblemOpen
        && Episode.Turns + Episode.NotUnderstoodInARow >= HandoffPolicy.LoopTurns
        && !MovesOn;

    private bool MovesOn => turn.AnswersProcedure
        || turn.Choice is not null
        || (turn.Match.Sure is { } sure && !Episode.ArticlesTold.Contains(sure.Id))
        || turn.Request is not (CustomerRequest.None or CustomerRequest.NotSolved)
        || FeltPositive;

    private bool FeltClearlyNegative => Felt is { Intensity: >= HandoffPolicy.FeltClearly } felt && felt.Primary.IsNegative();

    /// <summary>
    /// Worse than when a person was last offered: the same emotion is clearly stronger, anger became strong, or the bot
    /// has begun to fail.
    /// </summary>
    public bool GotWorseSinceOffer(HandoffReason reason)
    {
        if (reason == HandoffReason.BotFailed)
            return Episode.OfferedFor != HandoffReason.BotFailed;
        if (Felt is not { } felt || !felt.Primary.IsNegative())
            return false;

        var then = AtOffer();
        return felt.Intensity >= (then?.Intensity ?? 0) + HandoffPolicy.Worse
            || StrongAnger && then is not { Emotion: Emotion.Anger, Intensity: >= HandoffPolicy.StrongAnger };
    }

    /// <summary>What was felt when a person was last offered; the peak when that is too long ago to know.</summary>
    private JourneyPoint? AtOffer()
    {
        var points = conversation.Journey.Points;
        var offered = points.FindIndex(point => point.TurnId == Episode.OfferedInTurn);
        if (offered >= 0)
            return points[offered] is { } point && point.Emotion.IsNegative() ? point : null;
        // The offering turn had no sure reading, or lies before what is kept; then only more than ever counts as worse.
        var earlier = points.Where(point => point.TurnId != turn.Id && point.Emotion.IsNegative());
        return earlier.MaxBy(point => point.Intensity);
    }
}
