using System.Globalization;
using System.Text;
using System.Text.Json;

namespace EmpathyBot.Workbench.Solving;

/// <summary>What was scored, and how it was trained.</summary>
/// <param name="Data">The files scored, with their hashes.</param>
/// <param name="TrainedOn">What the matcher was trained on.</param>
/// <param name="Examples">How many examples that were.</param>
/// <param name="Targets">How many things could be asked for.</param>
/// <param name="Seconds">What training took, calibration included; null when the content's own matcher was loaded.</param>
/// <param name="Fifth">The fifth of the data that was held out; null when none was.</param>
/// <param name="Seed">The seed of the split.</param>
internal sealed record IntentRun(
    IReadOnlyList<string> Data, string TrainedOn, int Examples, int Targets, double? Seconds, int? Fifth, int Seed);

/// <summary>Writes scores as Markdown and as JSON.</summary>
internal static class IntentReport
{
    private const int WorstShown = 15;
    private static readonly JsonSerializerOptions Indented = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    public static string Json(IntentRun run, IntentScores scores) => JsonSerializer.Serialize(
        new { InScopeAccuracy = scores.Accuracy, OutOfScopeRecall = scores.InForce.OutsideCaught, TrainSeconds = run.Seconds, run, scores }, Indented) + "\n";

    public static string Markdown(IntentRun run, IntentScores scores)
    {
        var page = new StringBuilder();
        page.Append("# What messages ask for\n\n");
        foreach (var data in run.Data)
            Line($"- scored: {data}");
        Line($"- trained on: {run.TrainedOn}, {run.Examples} examples of {run.Targets} targets");
        if (run.Fifth is { } fifth)
            Line($"- held out: fifth {fifth} of 5, seed {run.Seed}");
        if (run.Seconds is { } seconds)
            Line($"- training with calibration: {seconds:0.00} s");
        page.Append("\n| | |\n|---|---|\n");
        Line($"| messages in scope / out of scope | {scores.InScope} / {scores.OutOfScope} |");
        Line($"| right one first | {Percent(scores.Accuracy)} |");
        Line($"| answered, and rightly (from {scores.InForce.SureFrom:0.0#}) | {Percent(scores.InForce.AnsweredRight)} |");
        Line($"| false rejections | {Percent(scores.InForce.Rejected)} |");
        Line($"| out of scope caught | {Percent(scores.InForce.OutsideCaught)} |");
        page.Append("\n| sure from | answered rightly | false rejections | out of scope caught |\n|---|---|---|---|\n");
        foreach (var at in scores.Thresholds)
            Line($"| {at.SureFrom:0.0#} | {Percent(at.AnsweredRight)} | {Percent(at.Rejected)} | {Percent(at.OutsideCaught)} |");
        page.Append("\nThe worst:\n\n| label | messages | right | mostly taken for |\n|---|---|---|---|\n");
        foreach (var score in scores.Labels.Take(WorstShown))
            Line($"| {score.Label} | {score.Count} | {Percent(score.Right / (double)score.Count)} | {score.TakenFor ?? ""} |");
        return page.ToString();

        void Line(FormattableString line) => page.Append(line.ToString(CultureInfo.InvariantCulture)).Append('\n');
    }

    private static string Percent(double? share) => share is { } known ? (100 * known).ToString("0.0", CultureInfo.InvariantCulture) + " %" : "none to catch";
}
