using EmpathyBot.Domain.Solving;

namespace EmpathyBot.Workbench.Solving;

/// <summary>How one label fared.</summary>
/// <param name="Label">What was asked for.</param>
/// <param name="Count">Messages that ask for it.</param>
/// <param name="Right">Of them, found first.</param>
/// <param name="TakenFor">What most of the others were taken for; null when there are none.</param>
internal sealed record IntentScore(string Label, int Count, int Right, string? TakenFor);

/// <summary>Answering only from this confidence on.</summary>
/// <param name="SureFrom">The confidence.</param>
/// <param name="AnsweredRight">Share of messages in scope that are answered, and rightly.</param>
/// <param name="Rejected">Share of messages in scope that are not answered.</param>
/// <param name="OutsideCaught">Share of messages out of scope that are not answered; null when there were none.</param>
internal sealed record ThresholdScore(double SureFrom, double AnsweredRight, double Rejected, double? OutsideCaught);

/// <summary>How well the matcher finds what labelled messages ask for.</summary>
/// <param name="InScope">Messages that ask for something it was trained on.</param>
/// <param name="OutOfScope">Messages that ask for nothing of it.</param>
/// <param name="Accuracy">Share of those in scope for which the right one comes first, however sure.</param>
/// <param name="InForce">With the threshold that the bot uses.</param>
/// <param name="Thresholds">With others.</param>
/// <param name="Labels">By label, the worst first.</param>
internal sealed record IntentScores(
    int InScope, int OutOfScope, double Accuracy, ThresholdScore InForce, IReadOnlyList<ThresholdScore> Thresholds, IReadOnlyList<IntentScore> Labels)
{
    private static readonly double[] Others = [0.2, 0.3, 0.4, 0.5, 0.7, 0.8];

    /// <summary>Scores what was found.</summary>
    /// <param name="found">Each message with its best candidate.</param>
    /// <param name="isOutside">Whether a label means that nothing is asked for.</param>
    public static IntentScores Of(IReadOnlyList<(LabelledText Message, ContentCandidate? Best)> found, Func<string, bool> isOutside)
    {
        var inside = found.Where(item => !isOutside(item.Message.Label)).ToList();
        var outside = found.Where(item => isOutside(item.Message.Label)).ToList();
        return new(
            inside.Count, outside.Count, Share(inside, IsRight), At(ContentMatch.SureFrom), [.. Others.Select(At)],
            [.. inside.GroupBy(item => item.Message.Label, StringComparer.Ordinal).Select(ScoreOf)
                .OrderBy(score => score.Right / (double)score.Count).ThenBy(score => score.Label, StringComparer.Ordinal)]);

        ThresholdScore At(double sureFrom) => new(
            sureFrom, Share(inside, item => IsRight(item) && item.Best!.Score >= sureFrom), Share(inside, item => !(item.Best?.Score >= sureFrom)),
            outside.Count > 0 ? Share(outside, item => !(item.Best?.Score >= sureFrom)) : null);
    }

    private static bool IsRight((LabelledText Message, ContentCandidate? Best) item) => item.Best?.Id == item.Message.Label;

    private static double Share<T>(List<T> items, Func<T, bool> holds) => items.Count == 0 ? 0 : items.Count(holds) / (double)items.Count;

    private static IntentScore ScoreOf(IGrouping<string, (LabelledText Message, ContentCandidate? Best)> group)
    {
        var wrong = group.Where(item => !IsRight(item)).GroupBy(item => item.Best?.Id ?? "nothing")
            .OrderByDescending(taken => taken.Count()).ThenBy(taken => taken.Key, StringComparer.Ordinal).FirstOrDefault();
        return new(group.Key, group.Count(), group.Count(IsRight), wrong?.Key);
    }
}
