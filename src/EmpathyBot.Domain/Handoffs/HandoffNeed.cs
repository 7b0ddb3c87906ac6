using EmpathyBot.Domain.Conversations;
using EmpathyBot.Domain.Emotions;

namespace EmpathyBot.Domain.Handoffs;

/// <summary>
/// How much a customer needs someone, 0 to 1. At risk: 1. Else the sum of
/// 0.2 for being in the queue at all,
/// 0.4 × the intensity of a negative emotion now,
/// 0.1 when the mood is getting worse,
/// 0.1 for having had to come back (handed over as a repeated contact),
/// 0.1 when it was we who failed (bot, back office),
/// and at the time of listing up to <see cref="WaitingAtMost"/> for waiting, so that nobody is forgotten.
/// The sum before waiting is at most 0.9: only at-risk is 1 from the start.
/// </summary>
public static class HandoffNeed
{
    /// <summary>What waiting adds at most. More than mood can add: who waits long enough is taken before who is angrier.</summary>
    public const double WaitingAtMost = 0.6;

    /// <summary>After so long waiting adds its most.</summary>
    public static readonly TimeSpan LongWait = TimeSpan.FromMinutes(30);

    /// <summary>Nothing but at-risk comes above this.</summary>
    private const double BelowAtRisk = 0.99;

    /// <summary>The need at the time of a change, 0 to 1, waiting not counted.</summary>
    public static double Of(Conversation conversation, HandoffReason reason)
    {
        ArgumentNullException.ThrowIfNull(conversation);
        if (reason == HandoffReason.AtRisk)
            return 1.0;

        var felt = conversation.Journey.Current is { } now && now.Emotion.IsNegative() ? now.Intensity : 0;
        var need = 0.2 + 0.4 * felt;
        if (conversation.Journey.Trend == EmotionTrend.Rising)
            need += 0.1;
        if (reason == HandoffReason.RepeatedContact)
            need += 0.1;
        if (reason is HandoffReason.BotFailed or HandoffReason.BackOfficeDown)
            need += 0.1;
        return Math.Round(Math.Min(need, 0.9), 3);
    }

    /// <summary>The need with waiting counted, 0 to 1: what the queue is ordered by.</summary>
    /// <param name="need">The need as of the last change.</param>
    /// <param name="waited">How long the customer has been waiting; a negative time counts as none.</param>
    public static double WithWaiting(double need, TimeSpan waited)
    {
        if (need >= 1.0)
            return 1.0;
        var share = Math.Clamp(waited / LongWait, 0, 1);
        return Math.Round(Math.Min(need + WaitingAtMost * share, BelowAtRisk), 3);
    }
}
