using EmpathyBot.Domain.Emotions;
using EmpathyBot.Workbench.Emotions.Corpus;

namespace EmpathyBot.Workbench.Emotions.Evaluation;

/// <summary>One message to be read, and what people read in it.</summary>
/// <param name="Id">Its name in reports.</param>
/// <param name="Message">What the detector is given.</param>
/// <param name="Gold">The labels; null in files that have none.</param>
/// <param name="Split">The part of the corpus it belongs to, or null.</param>
/// <param name="Dialogue">The dialogue it stands in, or null.</param>
/// <param name="Journey">Where the mood heads over that dialogue, or null.</param>
internal sealed record EvaluationItem(
    string Id, MessageToRead Message, GoldLabels? Gold, CorpusSplit? Split, string? Dialogue, EmotionTrend? Journey);

/// <summary>What people read in a message.</summary>
/// <param name="Emotions">The primary emotion as each annotator named it, at least one.</param>
/// <param name="Second">The second emotion of each annotator; may be empty.</param>
/// <param name="Intensity">0 to 3.</param>
/// <param name="Urgency">0 to 2, or null when not labelled.</param>
/// <param name="Target">What it is about, or null when not labelled.</param>
/// <param name="Signals">The names of the signals that are set.</param>
/// <param name="IsAgreed">Whether the annotators agree on the primary emotion.</param>
internal sealed record GoldLabels(
    IReadOnlyList<Emotion> Emotions,
    IReadOnlyList<Emotion?> Second,
    double Intensity,
    double? Urgency,
    EmotionTarget? Target,
    IReadOnlyCollection<string> Signals,
    bool IsAgreed)
{
    /// <summary>The primary emotion; of items that are not agreed, the first annotator's.</summary>
    public Emotion Emotion => Emotions[0];
}
