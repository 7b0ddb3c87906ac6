using System.Globalization;
using System.Text;
using EmpathyBot.Workbench.Emotions.Measures;

namespace EmpathyBot.Workbench.Emotions.Evaluation;

/// <summary>An evaluation as a page for people. It carries ids, never the words of a message.</summary>
internal static class ReportMarkdown
{
    public static string Of(EmotionScores scores)
    {
        var data = scores.Data;
        var page = new StringBuilder();
        Line($"# {data.File}{(data.Split is null ? "" : $", {data.Split}")}, read by {data.ReadBy}");
        Line($"");
        Line($"{data.Items} messages scored, {data.LeftOut} left out because their annotators do not agree. Intervals: 95 %, {Bootstrap.Draws} bootstrap draws, seed {data.Seed}. sha256 {data.Sha256[..16]}…");
        Line($"");
        Line($"| measure | value | 95 % |\n|---|---|---|");
        Line($"| kappa with the annotators | {scores.Kappa:0.000} | {Range(scores.KappaInterval)} |");
        Line($"| macro-F1 ({scores.MacroF1Labels.Count} labels with at least {EmotionEvaluation.LeastSupport} messages) | {scores.MacroF1:0.000} | {Range(scores.MacroF1Interval)} |");
        Line($"| polarity macro-F1 | {scores.PolarityMacroF1:0.000} | {Range(scores.PolarityMacroF1Interval)} |");
        Line($"| micro-F1 (share that is right) | {scores.MicroF1:0.000} | {Range(scores.MicroF1Interval)} |");
        Line($"| recall of anger, frustration, anxiety at {EmotionEvaluation.FalseAlarms:0 %} false alarms on neutral | {scores.UpsetRecall:0.000} | {Range(scores.UpsetRecallInterval)} |");
        foreach (var (label, recall) in scores.UpsetRecallPerLabel)
            Line($"| … {label} alone | {recall:0.000} | |");
        Line($"| sarcasm read as positive ({scores.SarcasticItems} messages) | {Share(scores.SarcasmReadAsPositive)} | |");
        Line($"| expected calibration error | {scores.Ece:0.000} | |");
        Line($"| mean error of intensity (0–3) | {scores.IntensityError:0.000} | |");
        Line($"| mean error of urgency (0–2) | {Share(scores.UrgencyError)} | |");
        Line($"| target right where one is labelled | {Share(scores.TargetAccuracy)} | |");
        Line($"| second emotion, F1 ({scores.Second.Support} messages) | {scores.Second.F1:0.000} | |");
        Line($"| two annotators between themselves, kappa | {Share(scores.AnnotatorsKappa)} | |");
        Table("label", scores.PerLabel);
        ConfusionTable(scores.Confusion);
        Table("signal", scores.Signals);
        Line($"");
        Line($"| confidence | messages | mean confidence | right |\n|---|---|---|---|");
        foreach (var bin in scores.Reliability.Where(bin => bin.Count > 0))
            Line($"| {bin.From:0.0}–{bin.From + 0.1:0.0} | {bin.Count} | {bin.Confidence:0.000} | {bin.Accuracy:0.000} |");
        return page.ToString();

        void Line(FormattableString text) => page.Append(text.ToString(CultureInfo.InvariantCulture)).Append('\n');

        void Table(string kind, IReadOnlyDictionary<string, LabelScore> rows)
        {
            Line($"");
            Line($"| {kind} | precision | recall | F1 | messages |\n|---|---|---|---|---|");
            foreach (var (name, score) in rows)
                Line($"| {name} | {score.Precision:0.000} | {score.Recall:0.000} | {score.F1:0.000} | {score.Support} |");
        }

        void ConfusionTable(IReadOnlyDictionary<string, IReadOnlyDictionary<string, int>> rows)
        {
            Line($"");
            Line($"| labelled ↓ read → | {string.Join(" | ", rows.Keys)} |\n|---|{string.Concat(rows.Keys.Select(_ => "---|"))}");
            foreach (var (gold, read) in rows)
                Line($"| {gold} | {string.Join(" | ", read.Values)} |");
        }
    }

    private static string Range(Interval interval) => string.Create(CultureInfo.InvariantCulture, $"{interval.Low:0.000}–{interval.High:0.000}");

    private static string Share(double? value) => value?.ToString("0.000", CultureInfo.InvariantCulture) ?? "–";
}
