using System.CommandLine;
using System.Security.Cryptography;
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
        var json = new Option<FileInfo>("--json") { Description = "Writes all figures here as JSON" };
        var page = new Option<FileInfo>("--out") { Description = "Writes the report here as Markdown" };
        var seed = new Option<int>("--seed") { DefaultValueFactory = _ => 1, Description = "Where the bootstrap starts" };
        var command = new Command("evaluate", "Scores the reading of emotion against labels.") { data, split, json, page, seed };
        command.SetAction((parsed, cancellationToken) => RunAsync(
            parsed.GetRequiredValue(data), parsed.GetValue(split), parsed.GetValue(seed), parsed.GetValue(json), parsed.GetValue(page), output, error, cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(
        FileInfo data, CorpusSplit? split, int seed, FileInfo? json, FileInfo? page, TextWriter output, TextWriter error, CancellationToken cancellationToken)
    {
        var labelled = EvaluationFile.Read(data).Where(item => split is null || item.Split == split).ToList();
        if (labelled.Find(item => item.Gold is null) is { } bare)
            throw new InputException($"The message {bare.Id} of {data} has no labels.");
        var agreed = labelled.Where(item => item.Gold!.IsAgreed).ToList();
        if (agreed.Count == 0)
            throw new InputException($"No message of {data} can be scored{(split is null ? "" : $": none belongs to {split}")}.");

        await error.WriteLineAsync($"Reading {agreed.Count} messages.");
        var read = await ReadItem.ReadAllAsync(agreed, EmotionReaders.Open(), cancellationToken);
        var scores = EmotionEvaluation.Score(read, labelled, new ScoredData(
            data.Name, Hash(data), split?.ToString().ToLowerInvariant(), agreed.Count, labelled.Count - agreed.Count, read[0].Emotion.ReadBy, seed));

        var report = ReportMarkdown.Of(scores);
        if (json is not null)
            WholeFile.Write(json, ReportJson.Of(scores));
        if (page is not null)
            WholeFile.Write(page, report);
        await output.WriteAsync(report);
        return 0;
    }

    private static string Hash(FileInfo file)
    {
        using var bytes = file.OpenRead();
        return Convert.ToHexStringLower(SHA256.HashData(bytes));
    }
}
