using System.CommandLine;
using EmpathyBot.Workbench.Emotions.Corpus;
using EmpathyBot.Workbench.Emotions.Evaluation;

namespace EmpathyBot.Workbench.Emotions;

/// <summary><c>evaluate</c>: compares readings with what people read.</summary>
internal static class EvaluateCommand
{
    public static Command Create(TextWriter output, TextWriter error)
    {
        var data = new Option<FileInfo>("--data") { Required = true, Description = "JSON lines of labelled messages, packed (.gz) or not" };
        var split = new Option<CorpusSplit?>("--split") { Description = "Only this part of a compiled corpus" };
        var journey = new Option<bool>("--journey") { Description = "Scores the trend of whole dialogues instead of single messages" };
        var json = new Option<FileInfo>("--json") { Description = "Writes all figures here as JSON" };
        var page = new Option<FileInfo>("--out") { Description = "Writes the report here as Markdown" };
        var seed = new Option<int>("--seed") { DefaultValueFactory = _ => 1, Description = "Where the bootstrap starts" };
        var command = new Command("evaluate", "Scores the reading of emotion against labels.") { data, split, journey, json, page, seed };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var (report, figures) = await RunAsync(
                parsed.GetRequiredValue(data), parsed.GetValue(split), parsed.GetValue(journey), parsed.GetValue(seed), error, cancellationToken);
            if (parsed.GetValue(json) is { } jsonFile)
                WholeFile.Write(jsonFile, figures);
            if (parsed.GetValue(page) is { } pageFile)
                WholeFile.Write(pageFile, report);
            await output.WriteAsync(report);
            return 0;
        });
        return command;
    }

    private static async Task<(string Report, string Figures)> RunAsync(
        FileInfo data, CorpusSplit? split, bool journey, int seed, TextWriter error, CancellationToken cancellationToken)
    {
        var labelled = EvaluationFile.Read(data).Where(item => split is null || item.Split == split).ToList();
        if (labelled.Find(item => item.Gold is null) is { } bare)
            throw new InputException($"The message {bare.Id} of {data} has no labels.");
        var agreed = labelled.Where(item => item.Gold!.IsAgreed).ToList();
        if (agreed.Count == 0)
            throw new InputException($"No message of {data} can be scored{(split is null ? "" : $": none belongs to {split}")}.");

        await error.WriteLineAsync($"Reading {agreed.Count} messages.");
        var read = await ReadItem.ReadAllAsync(agreed, EmotionReaders.Open(), cancellationToken);
        var scored = new ScoredData(
            data.Name, FileHash.Of(data), split?.ToString().ToLowerInvariant(), agreed.Count, labelled.Count - agreed.Count, read[0].Emotion.ReadBy, seed);
        if (journey)
        {
            var journeys = JourneyEvaluation.Score(read);
            return (JourneyEvaluation.Markdown(journeys, scored), ReportJson.Of(journeys));
        }

        var scores = EmotionEvaluation.Score(read, labelled, scored);
        return (ReportMarkdown.Of(scores), ReportJson.Of(scores));
    }
}
