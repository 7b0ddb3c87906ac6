using EmpathyBot.Domain.Emotions;

namespace EmpathyBot.Detection.Lexicon;

/// <summary>What a line of the lexicon does besides naming a feeling.</summary>
internal enum Role { Feeling, Failure, Resolved, Plain, Hollow, Louder, Softer, Target, Signal, NotSignal }

/// <summary>The signals that lines can stand for; the names are the ones on the wire.</summary>
internal enum Signal { None, Sarcasm, Repeat, Urgent, WantsHuman, Abusive, Churn, AtRisk }

/// <summary>What a line of the lexicon means: the header it stands under.</summary>
/// <param name="Role">What it does.</param>
/// <param name="Emotion">The feeling it shows, or neutral.</param>
/// <param name="Sure">How often a message with it is felt so, 0 to 1.</param>
/// <param name="Level">How strong the feeling usually is, 1 to 3.</param>
/// <param name="Target">What it is about, when the line itself tells.</param>
/// <param name="Signal">The signal it sets or, as <see cref="Role.NotSignal"/>, only looks like.</param>
internal sealed record Meaning(
    Role Role,
    Emotion Emotion = Emotion.Neutral,
    double Sure = 0,
    int Level = 0,
    EmotionTarget Target = EmotionTarget.Unknown,
    Signal Signal = Signal.None);
