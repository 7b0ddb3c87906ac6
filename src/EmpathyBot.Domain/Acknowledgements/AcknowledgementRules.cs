using EmpathyBot.Domain.Emotions;
using static EmpathyBot.Domain.Acknowledgements.AcknowledgementAct;
using static EmpathyBot.Domain.Emotions.Emotion;
using static EmpathyBot.Domain.Emotions.EmotionTarget;

namespace EmpathyBot.Domain.Acknowledgements;

/// <summary>One line of the table.</summary>
/// <param name="Emotion">The feeling it is for.</param>
/// <param name="From">From this intensity (inclusive), 0–1.</param>
/// <param name="Targets">What the feeling is about; empty means anything.</param>
/// <param name="Act">What is done.</param>
/// <param name="Reason">The code it is recorded under.</param>
public sealed record AcknowledgementRule(
    Emotion Emotion, double From, IReadOnlyList<EmotionTarget> Targets, AcknowledgementAct Act, string Reason);

/// <summary>
/// The table of what is done for which feeling, read from top to bottom: the first line that fits is taken. An apology
/// stands only where the company is at fault: its wait, its product, its staff. A rule of the shop is no failure, and
/// neither the customer's own loss nor a third party is ours to apologise for.
/// </summary>
public static class AcknowledgementRules
{
    /// <summary>From this intensity anger is strong: calm, short, no persona.</summary>
    public const double StrongAnger = 0.6;

    private const double Clear = 0.35;
    private static readonly EmotionTarget[] Anything = [];

    /// <summary>All lines, in order.</summary>
    public static IReadOnlyList<AcknowledgementRule> All { get; } =
    [
        //   feeling         from         about           act          reason
        new(Anger,          StrongAnger, Anything,       DeEscalate,  "strong-anger"),
        new(Anger,          0,           [Wait],         Apologise,   "anger-at-wait"),
        new(Anger,          0,           [Product],      Apologise,   "anger-at-product"),
        new(Anger,          0,           [Staff],        Apologise,   "anger-at-staff"),
        new(Anger,          0,           [Policy],       Validate,    "anger-at-policy"),
        new(Anger,          0,           [ThirdParty],   Validate,    "anger-at-third-party"),
        new(Anger,          0,           [OwnLoss],      Reflect,     "anger-at-own-loss"),
        new(Anger,          0,           Anything,       Validate,    "anger"),

        new(Frustration,    Clear,       [Wait],         Apologise,   "frustration-at-wait"),
        new(Frustration,    Clear,       [Product],      Apologise,   "frustration-at-product"),
        new(Frustration,    Clear,       [Staff],        Apologise,   "frustration-at-staff"),
        new(Frustration,    Clear,       [Policy],       Validate,    "frustration-at-policy"),
        new(Frustration,    Clear,       [ThirdParty],   Validate,    "frustration-at-third-party"),
        new(Frustration,    0,           [OwnLoss],      Reflect,     "frustration-at-own-loss"),
        new(Frustration,    Clear,       Anything,       Validate,    "frustration"),
        new(Frustration,    0,           Anything,       Reflect,     "mild-frustration"),

        new(Disappointment, Clear,       [Product],      Apologise,   "disappointment-at-product"),
        new(Disappointment, Clear,       [Wait],         Apologise,   "disappointment-at-wait"),
        new(Disappointment, Clear,       [Staff],        Apologise,   "disappointment-at-staff"),
        new(Disappointment, 0,           [OwnLoss],      Reflect,     "disappointment-at-own-loss"),
        new(Disappointment, Clear,       Anything,       Validate,    "disappointment"),
        new(Disappointment, 0,           Anything,       Reflect,     "mild-disappointment"),

        new(Anxiety,        0,           Anything,       Reassure,    "anxiety"),
        new(Confusion,      0,           Anything,       Clarify,     "confusion"),

        new(Sadness,        Clear,       [Product],      Apologise,   "sadness-at-product"),
        new(Sadness,        Clear,       [Wait],         Apologise,   "sadness-at-wait"),
        new(Sadness,        Clear,       [Staff],        Apologise,   "sadness-at-staff"),
        new(Sadness,        0,           [OwnLoss],      Reflect,     "own-loss"),
        new(Sadness,        0,           Anything,       Reflect,     "sadness"),

        new(Gratitude,      0,           Anything,       Thank,       "gratitude"),
        new(Relief,         0,           Anything,       Celebrate,   "relief"),
        new(Joy,            0,           Anything,       Celebrate,   "joy"),
    ];

    /// <summary>The line for a reading; it must not be neutral.</summary>
    public static AcknowledgementRule For(EmotionReading reading)
    {
        ArgumentNullException.ThrowIfNull(reading);
        return All.First(rule => rule.Emotion == reading.Primary && reading.Intensity >= rule.From
            && (rule.Targets.Count == 0 || rule.Targets.Contains(reading.Target)));
    }
}
