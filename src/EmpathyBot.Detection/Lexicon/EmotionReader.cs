using EmpathyBot.Domain.Emotions;

namespace EmpathyBot.Detection.Lexicon;

/// <summary>
/// Reads the feeling of an English message from the lexicon and a handful of rules about whole messages. Leans to
/// neutral: a feeling must be shown, a problem alone is none.
/// <para>
/// Confidence: the evidence for the feeling named, less a part of the evidence for its strongest rival. For neutral, what
/// the evidence leaves over. The numbers in the lexicon are judgements of how often a message with the line is felt so.
/// </para>
/// </summary>
internal static class EmotionReader
{
    /// <summary>Below this nothing is named: neutral.</summary>
    private const double NamedFrom = 0.45;
    private const double FurtherLine = 0.5;
    private const double SecondFrom = 0.5;
    private const double SurestEver = 0.97;
    private const int MostCues = 5;

    // What whole-message rules are worth.
    private const double SarcasmShown = 0.72;
    private const double PraiseBesideFailure = 0.6;
    private const double Shouting = 0.65;
    private const double ManyMarks = 0.3;
    private const double GladMark = 0.25;
    private const double ManyFailures = 0.35;
    private const double SaysItAgain = 0.6;
    private const double StillUpset = 0.3;

    public static (EmotionReading Reading, bool Sarcasm) Read(Findings message, MessageContext context, double urgency)
    {
        var evidence = Gather(message);
        var denies = message.Feelings.Any(hit => hit.Meaning.Emotion.IsNegative() && message.IsNegated(hit));
        var sarcasm = SarcasmRules.Apply(message, context, evidence, SarcasmShown, PraiseBesideFailure);
        Courtesy(message, evidence);
        HowItIsWritten(message, context, evidence);
        WhatWentBefore(message, context, evidence);

        if (evidence.Negative >= SecondFrom)
            evidence.Scale(emotion => emotion.IsPositive(), evidence[Emotion.Joy] >= evidence.Negative + 0.1 ? 1 : 0.4);

        var ranked = Enum.GetValues<Emotion>().Where(emotion => emotion != Emotion.Neutral)
            .OrderByDescending(emotion => evidence[emotion] + Weight(emotion)).ToList();
        var (first, second) = (ranked[0], ranked[1]);
        if (evidence[first] < NamedFrom)
        {
            var left = Math.Min(denies ? 0.85 : SurestEver, 1 - 0.9 * evidence[first]);
            return (new(Emotion.Neutral, null, 0, urgency, left, EmotionTarget.Unknown, [], LexiconDetector.Name), sarcasm);
        }

        // Neighbours in feeling (anger and frustration) speak for one another more than against.
        var rivalry = first.IsNegative() == second.IsNegative() ? 0.12 : 0.35;
        var confidence = Math.Min(SurestEver, evidence[first] * (1 - rivalry * evidence[second]));
        var shownBy = evidence.ShownBy(first);
        return (new(
            first,
            evidence[second] >= SecondFrom ? second : null,
            Intensity(message, evidence, first, shownBy),
            urgency,
            confidence,
            TargetReader.Read(message, shownBy),
            [.. shownBy.Select(message.CueOf).DistinctBy(cue => (cue.Start, cue.Length)).Take(MostCues)],
            LexiconDetector.Name), sarcasm);
    }

    /// <summary>The feelings named in a message by themselves, negation considered.</summary>
    public static Evidence Gather(Findings message)
    {
        var evidence = new Evidence();
        // The same line again and again says nothing new; further lines for a feeling that has one already say half as much.
        var named = new HashSet<Emotion>();
        foreach (var same in message.Feelings.GroupBy(hit => (hit.Meaning, hit.Line, message.IsNegated(hit))).OrderByDescending(same => same.Key.Meaning.Sure))
        {
            var (meaning, _, negated) = same.Key;
            if (!negated)
                evidence.Add(meaning.Emotion, meaning.Sure * (named.Add(meaning.Emotion) ? 1 : FurtherLine), meaning.Level, same.Take(MostCues));
            else if (meaning.Emotion == Emotion.Joy)
                evidence.Add(Emotion.Disappointment, 0.6 * meaning.Sure, 1, same.Take(1));
        }

        return evidence;
    }

    /// <summary>"Thanks" at the edge of a message is manners; alone it is the point.</summary>
    private static void Courtesy(Findings message, Evidence evidence)
    {
        var thanks = message.Feelings.Where(hit => hit.Meaning.Emotion == Emotion.Gratitude).ToList();
        if (thanks.Count == 0)
            return;
        var others = message.Words.Count - thanks.Sum(hit => hit.To - hit.From);
        if (others <= 2)
            evidence.Add(Emotion.Gratitude, 0.5, 1, thanks.Take(1));
        else if (thanks.TrueForAll(hit => hit.Meaning.Level == 1) && others > 4)
            evidence.Scale(emotion => emotion == Emotion.Gratitude, 0.4);
        if (message.Failures.Count > 0 && !message.IsResolved)
            evidence.Scale(emotion => emotion == Emotion.Gratitude, 0.5);
    }

    private static void HowItIsWritten(Findings message, MessageContext context, Evidence evidence)
    {
        if (message.Words.Count == 0)
            return;
        var whole = new Hit(new(Role.Feeling), 0, Math.Min(message.Words.Count, 12));
        var troubled = evidence.Negative >= 0.3 || message.Failures.Count > 0 && !message.IsResolved || Demands(message);
        if (message.Shape.IsShouted && !context.AlwaysShouts && troubled && evidence.Positive < 0.5)
            evidence.Add(Emotion.Anger, Shouting, 2, whole);
        if (Math.Max(message.Shape.LongestBang, message.Shape.LongestQuestion) >= 2 && troubled && evidence.Positive < 0.5)
            evidence.Add(Emotion.Frustration, ManyMarks, 2, whole);
        if (Math.Max(message.Shape.LongestBang, message.Shape.LongestQuestion) >= 3 && troubled && evidence.Positive < 0.5)
            evidence.Add(Emotion.Anger, ManyMarks, 2, whole);
        if (message.Shape.LongestBang >= 1 && !troubled && evidence[Emotion.Joy] >= 0.35)
            evidence.Add(Emotion.Joy, GladMark, 1);
        if (message.Failures.Count >= 3 && !message.IsResolved)
            evidence.Add(Emotion.Frustration, ManyFailures, 1, message.Failures.Take(2));
    }

    private static void WhatWentBefore(Findings message, MessageContext context, Evidence evidence)
    {
        if (message.Words.Count == 0)
            return;
        if (context.SaysItAgain)
            evidence.Add(Emotion.Frustration, SaysItAgain, 2, new Hit(new(Role.Feeling), 0, Math.Min(message.Words.Count, 12)));
        if (context.EarlierFeeling is { } earlier && (evidence.Negative is >= 0.2 and < 0.6 || message.Failures.Count > 0) && !message.IsResolved)
            evidence.Add(earlier, StillUpset, 1);
    }

    private static bool Demands(Findings message) =>
        message.Words[0].Form is "where" or "why" or "when" or "what" or "how" or "give" or "answer" or "stop" or "i" or "hello";

    private static double Intensity(Findings message, Evidence evidence, Emotion emotion, IReadOnlyList<Hit> shownBy)
    {
        var intensity = evidence.Level(emotion) / 3.0;
        if (shownBy.Any(hit => message.HasInClauseOf(hit, Role.Louder)))
            intensity += 0.13;
        if (shownBy.Any(hit => message.HasInClauseOf(hit, Role.Softer)))
            intensity -= 0.2;
        if (message.Shape.IsShouted || message.Shape.LongestBang >= 3)
            intensity += 0.17;
        if (shownBy.Count >= 3 || message.Shape.Stretched > 0)
            intensity += 0.1;
        return Math.Clamp(Math.Round(intensity, 2), 0.2, 1);
    }

    // When two are about as likely, the one an agent should answer first.
    private static double Weight(Emotion emotion) => emotion switch
    {
        Emotion.Anger => 0.08,
        Emotion.Anxiety => 0.06,
        Emotion.Sadness => 0.05,
        Emotion.Relief => 0.04,
        Emotion.Disappointment or Emotion.Confusion => 0.02,
        _ => 0,
    };
}
