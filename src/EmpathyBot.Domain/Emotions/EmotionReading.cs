namespace EmpathyBot.Domain.Emotions;

/// <summary>What or whom an emotion is about. It decides whether an apology is ours to give.</summary>
public enum EmotionTarget { Unknown = 0, Product, Policy, Wait, Bot, Staff, OwnLoss, ThirdParty }

/// <summary>A span of the customer's own words that made the reading so.</summary>
/// <param name="Start">Index of the first UTF-16 unit in the message, from 0.</param>
/// <param name="Length">Length in UTF-16 units, at least 1.</param>
/// <param name="Text">The words themselves.</param>
public sealed record Cue(int Start, int Length, string Text);

/// <summary>What one message says of the customer's feeling. Not made at all once the customer switched it off.</summary>
/// <param name="Primary">The emotion an agent should respond to first.</param>
/// <param name="Secondary">Another emotion clearly present, or null.</param>
/// <param name="Intensity">0 to 1; labels 0–3 divided by 3.</param>
/// <param name="Urgency">0 to 1: how much time presses.</param>
/// <param name="Confidence">0 to 1: the share of such readings that are right.</param>
/// <param name="Target">What the emotion is about.</param>
/// <param name="Cues">The words that made it so, strongest first, at most five.</param>
/// <param name="ReadBy">Who read it: <c>lexicon</c>, <c>model</c>, <c>azure</c> (the language service), <c>customer</c> (a correction).</param>
public sealed record EmotionReading(
    Emotion Primary,
    Emotion? Secondary,
    double Intensity,
    double Urgency,
    double Confidence,
    EmotionTarget Target,
    IReadOnlyList<Cue> Cues,
    string ReadBy)
{
    /// <summary>Below this confidence a reading is unsure and must not be acted upon.</summary>
    public const double SureFrom = 0.5;

    /// <summary>True when the reading may be acted upon.</summary>
    public bool IsSure => Confidence >= SureFrom;

    /// <summary>A reading that found nothing.</summary>
    public static EmotionReading NothingFound { get; } = new(Emotion.Neutral, null, 0, 0, 0.6, EmotionTarget.Unknown, [], "lexicon");
}
