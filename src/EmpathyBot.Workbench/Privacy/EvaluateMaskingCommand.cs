using System.CommandLine;
using System.Globalization;
using System.Text;

namespace EmpathyBot.Workbench.Privacy;

/// <summary><c>evaluate-masking</c>: compares what is masked in labelled lines with the labels.</summary>
internal static class EvaluateMaskingCommand
{
    public static Command Create(TextWriter output)
    {
        var data = new Option<FileInfo[]>("--data") { Required = true, Description = "Labelled lines: language, tab, text with {kind|text} around what must be masked; may be given more than once" };
        var show = new Option<bool>("--show") { Description = "Lists what was missed and what was masked wrongly; not for lines that are kept to score at the end" };
        var command = new Command("evaluate-masking", "Scores the masking of card numbers, accounts, passwords, ids, phones, e-mails and addresses.") { data, show };
        command.SetAction(parsed =>
        {
            foreach (var file in parsed.GetRequiredValue(data))
            {
                var lines = MaskedLine.ReadAll(file);
                output.Write(Report(file, lines, MaskingScores.Of(lines), parsed.GetValue(show)));
            }

            return 0;
        });
        return command;
    }

    private static string Report(FileInfo file, IReadOnlyList<MaskedLine> lines, MaskingScores scores, bool show)
    {
        var report = new StringBuilder();
        void Line(string text) => report.Append(text).Append('\n');
        var languages = lines.GroupBy(line => line.Language).Select(group => $"{group.Key} {group.Count()}");
        Line($"{file.Name} (sha256 {FileHash.Of(file)[..12]}): {lines.Count} lines ({string.Join(", ", languages)}), {lines.Count(line => line.Labels.Count == 0)} with nothing to mask");
        Line("");
        Line("| kind | labelled | found | recall | masked | right | precision |");
        Line("|---|--:|--:|--:|--:|--:|--:|");
        foreach (var score in scores.Kinds.Append(scores.All))
            Line($"| {score.Kind} | {score.Labelled} | {score.Found} | {Share(score.Recall)} | {score.Masked} | {score.Right} | {Share(score.Precision)} |");
        Line("");
        foreach (var fault in show ? scores.Faults : [])
        {
            var part = fault.Line.Text.Substring(fault.Wrong.Start, fault.Wrong.Length);
            Line($"line {fault.Line.Number}, {(fault.IsMiss ? "missed" : "masked wrongly")} as {fault.Wrong.Kind}: \"{part}\" in \"{fault.Line.Text}\"");
        }

        return report.ToString();
    }

    private static string Share(double share) => share.ToString("0.000", CultureInfo.InvariantCulture);
}
