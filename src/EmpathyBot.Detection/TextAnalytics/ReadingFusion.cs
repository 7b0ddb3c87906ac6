using EmpathyBot.Domain.Emotions;

namespace EmpathyBot.Detection.TextAnalytics;

/// <summary>
/// Makes one reading of two: ours, which knows ten feelings, the conversation and sarcasm, and the service's, which knows
/// many languages and three sides. The rule is docs/decisions/0005 and reads, first match first:
/// <code>
/// ours                    service               the reading
/// any                     mixed, below 0.75     ours
/// any, sarcasm heard      positive              ours
/// sure                    on the same side      ours
/// sure, positive          negative              ours, made unsure: better no cheer than a wrong one
/// sure                    on another side       ours
/// unsure, from 0.3        on the same side      ours, made just sure
/// unsure, neutral         neutral               ours, made just sure: neutral is all there is on that side
/// unsure, below 0.3       on the same side      ours: the side is right, the feeling may be any on it
/// unsure, a feeling       neutral               ours: nobody acts upon it
/// unsure                  negative, positive    our second feeling if it is on that side; else frustration or joy
/// </code>
/// The target is ours unless we know none; then it is that of the strongest opinion on the reading's side.
/// </summary>
internal static class ReadingFusion
{
    /// <summary>From here on the service is believed.</summary>
    public const double StrongFrom = 0.75;

    /// <summary>The name of readings whose feeling the service decided.</summary>
    public const string ServiceName = "azure";

    /// <summary>An unsure feeling this likely is more likely than not once its side is known.</summary>
    private const double LikelyFrom = 0.3;

    /// <summary>Confidence of a reading that was sure until the service contradicted it.</summary>
    private const double MadeUnsure = EmotionReading.SureFrom - 0.05;

    /// <summary>A side alone does not tell the feeling: such a reading is never surer than this.</summary>
    private const double SideOnly = 0.6;

    private const int MostCues = 5;

    /// <param name="ours">The reading made here.</param>
    /// <param name="service">What the service said of the same message.</param>
    /// <param name="text">The message as the customer wrote it: cues are spans of it.</param>
    public static MessageReading Fuse(MessageReading ours, ServiceReading service, string text)
    {
        var signals = ours.Signals.Language is null ? ours.Signals with { Language = service.Language } : ours.Signals;
        var emotion = ours.Emotion is { } reading && service.Sentiment is { } sentiment
            ? WithTarget(Feeling(reading, sentiment, ours.Signals.Sarcasm, text), sentiment)
            : ours.Emotion;
        return ours with { Emotion = emotion, Signals = signals, Secrets = service.Secrets };
    }

    private static EmotionReading Feeling(EmotionReading ours, ServiceSentiment service, bool sarcasm, string text)
    {
        var side = SideOf(ours.Primary);
        return service switch
        {
            { Valence: Valence.Mixed } or { Strength: < StrongFrom } => ours,
            { Valence: Valence.Positive } when sarcasm => ours,
            _ when side == service.Valence => ours.IsSure || !IsLikely(ours) ? ours : ours with { Confidence = EmotionReading.SureFrom },
            { Valence: Valence.Negative } when ours.IsSure && side == Valence.Positive => ours with { Confidence = MadeUnsure },
            _ when ours.IsSure => ours,
            { Valence: Valence.Neutral } => ours,
            _ => FromService(ours, service, text),
        };
    }

    private static bool IsLikely(EmotionReading ours) => ours.Confidence >= LikelyFrom || ours.Primary == Emotion.Neutral;

    private static EmotionReading FromService(EmotionReading ours, ServiceSentiment service, string text)
    {
        var second = ours.Secondary is { } secondary && SideOf(secondary) == service.Valence ? secondary : (Emotion?)null;
        return ours with
        {
            Primary = second ?? (service.Valence == Valence.Negative ? Emotion.Frustration : Emotion.Joy),
            Secondary = null,
            // Two of three steps: a side that is beyond doubt does not tell how strong the feeling is.
            Intensity = ours.Intensity > 0 ? ours.Intensity : (service.Strength >= 0.9 ? 2 : 1) / 3.0,
            Confidence = Math.Min(SideOnly, service.Strength),
            Cues = CuesIn(text, service),
            ReadBy = ServiceName,
        };
    }

    private static EmotionReading WithTarget(EmotionReading reading, ServiceSentiment service)
    {
        if (reading.Primary == Emotion.Neutral || reading.Target != EmotionTarget.Unknown)
            return reading;
        var opinion = service.Opinions.FirstOrDefault(opinion => opinion.Valence == SideOf(reading.Primary));
        return opinion is null ? reading : reading with { Target = OpinionTargets.Of(opinion.Target) };
    }

    private static List<Cue> CuesIn(string text, ServiceSentiment service) =>
    [
        .. service.Opinions.Where(opinion => opinion.Valence == service.Valence).SelectMany(opinion => opinion.Words)
            .Where(words => words.Length > 0).Distinct()
            .Select(words => new Cue(text.IndexOf(words, StringComparison.Ordinal), words.Length, words))
            .Where(cue => cue.Start >= 0).Take(MostCues),
    ];

    private static Valence SideOf(Emotion emotion) =>
        emotion.IsNegative() ? Valence.Negative : emotion.IsPositive() ? Valence.Positive : Valence.Neutral;
}
