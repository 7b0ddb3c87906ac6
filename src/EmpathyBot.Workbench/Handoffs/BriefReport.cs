using System.Globalization;
using System.Text;
using System.Text.Json;

namespace EmpathyBot.Workbench.Handoffs;

/// <summary>A file of summaries and how ways to sum up did on it.</summary>
internal sealed record RougeFile(string Name, string Sha256, int Dialogues, IReadOnlyList<RougeLine> Lines);

/// <summary>Writes scores of briefs as Markdown and as JSON.</summary>
internal static class BriefReport
{
    private static readonly JsonSerializerOptions Indented = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    public static string Json(IReadOnlyList<BriefedFolder> folders, RougeFile? rouge) => JsonSerializer.Serialize(
        new
        {
            facts = folders.Select(folder => new
            {
                folder.Name,
                dialogues = folder.Dialogues.Count,
                folder.Precision,
                folder.Recall,
                folder.SummaryRecall,
                folder.Leaks,
                words = folder.Dialogues.Average(item => item.Facts.Words),
                wordsAtMost = folder.Dialogues.Max(item => item.Facts.Words),
            }),
            rouge,
        },
        Indented) + "\n";

    public static string Markdown(IReadOnlyList<BriefedFolder> folders, RougeFile? rouge, IReadOnlyList<BriefedDialogue> shown)
    {
        var page = new StringBuilder();
        Line($"# Handoff briefs");
        if (folders.Count > 0)
            Facts();
        if (rouge is not null)
            Summaries(rouge);
        foreach (var item in shown)
            Show(item);
        return page.ToString();

        void Facts()
        {
            Line($"");
            Line($"## Held to facts");
            Line($"");
            Line($"| dialogues | how many | precision | must facts in headline and summary | with details, tried and promised | secrets | words, mean | most |");
            Line($"|---|---|---|---|---|---|---|---|");
            foreach (var folder in folders)
                Line($"| {folder.Name} | {folder.Dialogues.Count} | {Percent(folder.Precision)} | {Percent(folder.SummaryRecall)} | {Percent(folder.Recall)} | {folder.Leaks} | {folder.Dialogues.Average(item => item.Facts.Words):0} | {folder.Dialogues.Max(item => item.Facts.Words)} |");
        }

        void Summaries(RougeFile file)
        {
            Line($"");
            Line($"## The summary beside summaries by people");
            Line($"");
            Line($"{file.Name} (sha256 {file.Sha256[..12]}), {file.Dialogues} dialogues. ROUGE-1/2/L, F1, in percent. Ways were chosen on the first half (even lines); the second is the one that counts.");
            Line($"");
            Line($"| half | text | stemmed | as written | words |");
            Line($"|---|---|---|---|---|");
            foreach (var line in file.Lines)
                Line($"| {line.Half} | {line.Way} | {Three(line.Stemmed)} | {Three(line.Plain)} | {line.Words:0} |");
        }

        void Show(BriefedDialogue item)
        {
            Line($"");
            Line($"## {item.Dialogue.Id}");
            Line($"");
            foreach (var turn in item.Dialogue.Turns)
                Line($"    {turn.Number} {turn.Role}: {Masked(turn.Text, item.Dialogue)}");
            Line($"");
            foreach (var line in BriefPage.Of(item.Brief).Split('\n', StringSplitOptions.RemoveEmptyEntries))
                Line($"> {line}  ");
            Line($"");
            Line($"Must facts told: {item.Facts.InBrief} of {item.Facts.Must}{(item.Facts.Missing.Count == 0 ? "" : $"; missing: {string.Join("; ", item.Facts.Missing)}")}. Words: {item.Facts.Words}.");
        }

        void Line(FormattableString line) => page.Append(line.ToString(CultureInfo.InvariantCulture)).Append('\n');
    }

    private static string Masked(string text, LabelledDialogue dialogue) =>
        dialogue.Facts.Where(fact => fact.Need == FactNeed.Never).Aggregate(text, (shown, secret) => shown.Replace(secret.Words, "[hidden]", StringComparison.OrdinalIgnoreCase));

    private static string Percent(double share) => string.Create(CultureInfo.InvariantCulture, $"{100 * share:0.0} %");

    private static string Three(RougeScore score) =>
        string.Create(CultureInfo.InvariantCulture, $"{100 * score.One:0.0} / {100 * score.Two:0.0} / {100 * score.Longest:0.0}");
}
