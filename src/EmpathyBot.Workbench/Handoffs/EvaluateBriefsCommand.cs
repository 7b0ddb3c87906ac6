using System.CommandLine;
using EmpathyBot.Domain.Handoffs;
using EmpathyBot.Workbench.Emotions;

namespace EmpathyBot.Workbench.Handoffs;

/// <summary><c>evaluate-briefs</c>: holds handoff briefs to the facts of labelled dialogues and to summaries people wrote.</summary>
internal static class EvaluateBriefsCommand
{
    public static Command Create(TextWriter output, TextWriter error)
    {
        var data = new Option<DirectoryInfo[]>("--data") { Description = "A folder of labelled dialogues (.txt); may be given more than once" };
        var summaries = new Option<FileInfo>("--summaries") { Description = "JSON lines of dialogues (id, turns, summary) to score the summary against, packed (.gz) or not" };
        var print = new Option<DirectoryInfo>("--print") { Description = "Writes each brief as the desk shows it into this folder, one text file a dialogue" };
        var show = new Option<string[]>("--show") { Description = "Shows these dialogues beside their briefs in the report, by name" };
        var json = new Option<FileInfo>("--json") { Description = "Writes all figures here as JSON" };
        var page = new Option<FileInfo>("--out") { Description = "Writes the report here as Markdown" };
        show.AllowMultipleArgumentsPerToken = true;
        var command = new Command("evaluate-briefs", "Scores the briefs that agents get at a handoff.") { data, summaries, print, show, json, page };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var folders = parsed.GetValue(data) ?? [];
            if (folders.Length == 0 && parsed.GetValue(summaries) is null)
                throw new InputException("Say with --data or --summaries what is to be scored.");
            var scored = new List<BriefedFolder>();
            foreach (var folder in folders)
            {
                var dialogues = LabelledDialogue.ReadAll(folder);
                await error.WriteLineAsync($"Writing the briefs of {dialogues.Count} dialogues of {folder.Name}.");
                scored.Add(await BriefedFolder.OfAsync(folder.Name, dialogues, cancellationToken));
            }

            var rouge = parsed.GetValue(summaries) is { } file ? await CompareAsync(file, error, cancellationToken) : null;
            if (parsed.GetValue(print) is { } target)
                Print(scored, target);
            var shown = Shown(scored, parsed.GetValue(show) ?? []);
            var report = BriefReport.Markdown(scored, rouge, shown);
            if (parsed.GetValue(json) is { } jsonFile)
                WholeFile.Write(jsonFile, BriefReport.Json(scored, rouge));
            if (parsed.GetValue(page) is { } pageFile)
                WholeFile.Write(pageFile, report);
            await output.WriteAsync(report);
            return 0;
        });
        return command;
    }

    private static async Task<RougeFile> CompareAsync(FileInfo file, TextWriter error, CancellationToken cancellationToken)
    {
        var dialogues = DialogueFile.ReadSummarised(file);
        await error.WriteLineAsync($"Comparing {dialogues.Count} summaries.");
        return new(file.Name, FileHash.Of(file), dialogues.Count, await RougeComparison.OfAsync(dialogues, cancellationToken));
    }

    private static void Print(IEnumerable<BriefedFolder> scored, DirectoryInfo target)
    {
        foreach (var (dialogue, brief, _) in scored.SelectMany(folder => folder.Dialogues))
            WholeFile.Write(new FileInfo(Path.Combine(target.FullName, dialogue.Id + ".txt")), BriefPage.Of(brief));
    }

    private static List<BriefedDialogue> Shown(IEnumerable<BriefedFolder> scored, string[] names)
    {
        var all = scored.SelectMany(folder => folder.Dialogues).ToList();
        return [.. names.Select(name => all.Find(item => item.Dialogue.Id == name) ?? throw new InputException($"There is no dialogue {name} to show."))];
    }
}

/// <summary>A dialogue, its brief and how they agree.</summary>
internal sealed record BriefedDialogue(LabelledDialogue Dialogue, HandoffBrief Brief, DialogueFacts Facts);

/// <summary>A folder of dialogues with their briefs.</summary>
/// <param name="Name">The name of the folder.</param>
/// <param name="Dialogues">In the order of their names.</param>
internal sealed record BriefedFolder(string Name, IReadOnlyList<BriefedDialogue> Dialogues)
{
    /// <summary>Writes and scores the briefs of all dialogues, with the mood read as the bot reads it.</summary>
    public static async Task<BriefedFolder> OfAsync(string name, IReadOnlyList<LabelledDialogue> dialogues, CancellationToken cancellationToken)
    {
        var detector = EmotionReaders.Open();
        List<BriefedDialogue> briefed = [];
        foreach (var dialogue in dialogues)
        {
            var brief = await WrittenBrief.OfAsync(dialogue.Turns, dialogue.Reason, detector, cancellationToken);
            briefed.Add(new(dialogue, brief, FactScores.Of(dialogue, brief)));
        }

        return new(name, briefed);
    }

    /// <summary>The share of what headline and summary tell that stands in the cited turns.</summary>
    public double Precision => Share(item => item.Grounded, item => item.Told);

    /// <summary>The share of "must" facts found in headline and summary.</summary>
    public double SummaryRecall => Share(item => item.InSummary, item => item.Must);

    /// <summary>The share of "must" facts found there, in the details, in what was tried or in what was promised.</summary>
    public double Recall => Share(item => item.InBrief, item => item.Must);

    /// <summary>How many secrets stand in a brief.</summary>
    public int Leaks => Dialogues.Sum(item => item.Facts.Leaked.Count);

    private double Share(Func<DialogueFacts, int> part, Func<DialogueFacts, int> whole)
    {
        var all = Dialogues.Sum(item => whole(item.Facts));
        return all == 0 ? 0 : Dialogues.Sum(item => part(item.Facts)) / (double)all;
    }
}
