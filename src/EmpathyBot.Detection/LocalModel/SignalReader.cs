using EmpathyBot.Detection.Lexicon;
using EmpathyBot.Domain.Emotions;

namespace EmpathyBot.Detection.LocalModel;

/// <summary>
/// Joins what the model says of signals with what phrases say. Where phrases are as sure as the model (measured by
/// cross-validation on the corpus) either is enough; words of harm must never be missed.
/// </summary>
internal static class SignalReader
{
    public static MessageSignals Read(EmotionModel model, EmotionScores scores, SignalFindings phrases, string? language) => new()
    {
        // Who is glad does not mean the opposite: a reading must not contradict itself.
        Sarcasm = scores.Signals[0] >= model.SignalsFrom[0] && !scores.Leading().First.IsPositive(),
        Repeat = scores.Signals[1] >= model.SignalsFrom[1],
        Urgent = scores.Urgencies[1] + scores.Urgencies[2] >= model.UrgentFrom,
        WantsHuman = scores.Signals[2] >= model.SignalsFrom[2] || phrases.Has(Signal.WantsHuman),
        Abusive = scores.Signals[3] >= model.SignalsFrom[3] || phrases.Has(Signal.Abusive),
        Churn = scores.Signals[4] >= model.SignalsFrom[4] || phrases.Has(Signal.Churn),
        AtRisk = phrases.Has(Signal.AtRisk) || scores.Signals[5] >= model.SignalsFrom[5] && !phrases.OnlyLooksLike(Signal.AtRisk),
        Language = language,
    };
}
