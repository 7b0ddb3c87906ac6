using System.Globalization;
using System.Text;
using EmpathyBot.Workbench.Emotions.Evaluation;
using EmpathyBot.Workbench.Emotions.Measures;

namespace EmpathyBot.Workbench.Emotions.GoEmotions;

/// <summary>All figures of one evaluation over many labels, as they stand in the JSON report.</summary>
/// <param name="Data">What was scored.</param>
/// <param name="MacroF1">Mean F1 over all labels.</param>
/// <param name="MacroF1Interval">Its 95 % interval.</param>
/// <param name="MicroF1">F1 over all decisions together.</param>
/// <param name="MicroF1Interval">Its 95 % interval.</param>
/// <param name="PerLabel">Precision, recall and F1 of each label.</param>
internal sealed record MultiLabelScores(
    ScoredData Data, double MacroF1, Interval MacroF1Interval, double MicroF1, Interval MicroF1Interval, IReadOnlyDictionary<string, LabelScore> PerLabel);

/// <summary>Compares the labels that were chosen with those that people gave.</summary>
internal static class GoEmotionsEvaluation
{
    /// <summary>Scores comments.</summary>
    /// <param name="labels">The names of all labels.</param>
    /// <param name="read">The labels given and the labels chosen, comment by comment.</param>
    /// <param name="data">What is scored.</param>
    public static MultiLabelScores Score(
        IReadOnlyList<string> labels, IReadOnlyList<(IReadOnlyCollection<int> Gold, IReadOnlyCollection<int> Chosen)> read, ScoredData data)
    {
        var counts = Counted(Enumerable.Range(0, read.Count));
        var intervals = Bootstrap.Intervals(read.Count, data.Seed, drawn =>
        {
            var again = Counted(drawn);
            return [again.MacroF1, again.MicroF1];
        });
        return new(
            data, counts.MacroF1, intervals[0], counts.MicroF1, intervals[1],
            Enumerable.Range(0, labels.Count).ToDictionary(label => labels[label], counts.Score));

        MultiLabelCounts Counted(IEnumerable<int> some)
        {
            var counted = new MultiLabelCounts(labels.Count);
            foreach (var index in some)
                counted.Add(read[index].Gold, read[index].Chosen);
            return counted;
        }
    }

    /// <summary>The scores as a page.</summary>
    public static string Markdown(MultiLabelScores scores)
    {
        var page = new StringBuilder();
        Line($"# {scores.Data.File}, {scores.PerLabel.Count} labels, read by {scores.Data.ReadBy}\n");
        Line($"{scores.Data.Items} comments. Intervals: 95 %, {Bootstrap.Draws} bootstrap draws, seed {scores.Data.Seed}. sha256 {scores.Data.Sha256[..16]}…\n");
        Line($"| measure | value | 95 % |\n|---|---|---|");
        Line($"| macro-F1 | {scores.MacroF1:0.000} | {scores.MacroF1Interval.Low:0.000}–{scores.MacroF1Interval.High:0.000} |");
        Line($"| micro-F1 | {scores.MicroF1:0.000} | {scores.MicroF1Interval.Low:0.000}–{scores.MicroF1Interval.High:0.000} |\n");
        Line($"| label | precision | recall | F1 | comments |\n|---|---|---|---|---|");
        foreach (var (label, score) in scores.PerLabel)
            Line($"| {label} | {score.Precision:0.000} | {score.Recall:0.000} | {score.F1:0.000} | {score.Support} |");
        return page.ToString();

        void Line(FormattableString text) => page.Append(text.ToString(CultureInfo.InvariantCulture)).Append('\n');
    }
}
