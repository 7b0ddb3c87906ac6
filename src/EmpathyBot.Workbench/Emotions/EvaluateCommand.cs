using System.CommandLine;
using EmpathyBot.Workbench.Emotions.Corpus;
using EmpathyBot.Workbench.Emotions.Evaluation;
using EmpathyBot.Workbench.Emotions.GoEmotions;

namespace EmpathyBot.Workbench.Emotions;

/// <summary><c>evaluate</c>: compares readings with what people read.</summary>
internal static class EvaluateCommand
{
    public static Command Create(TextWriter output, TextWriter error)
    {
        var data = new Option<FileInfo>("--data") { Required = true, Description = "JSON lines of labelled messages, packed (.gz) or not" };
        var split = new Option<CorpusSplit?>("--split") { Description = "Only this part of a compiled corpus" };
        var journey = new Option<bool>("--journey") { Description = "Scores the trend of whole dialogues instead of single messages" };
        var signal = new Option<string?>("--signal") { Description = "Scores how surely this signal is found, with counts" };
        signal.AcceptOnlyFromAmong([.. Signals.Names]);
        var model = new Option<FileInfo>("--model") { Description = "The model file to read with; by default the ones built into the bot" };
        var labels = new Option<string>("--labels") { DefaultValueFactory = _ => "service", Description = "service, or goemotions for a model of its 28 labels and its own files" };
        labels.AcceptOnlyFromAmong("service", "goemotions");
        var json = new Option<FileInfo>("--json") { Description = "Writes all figures here as JSON" };
        var page = new Option<FileInfo>("--out") { Description = "Writes the report here as Markdown" };
        var seed = new Option<int>("--seed") { DefaultValueFactory = _ => 1, Description = "Where the bootstrap starts" };
        var command = new Command("evaluate", "Scores the reading of emotion against labels.") { data, split, journey, signal, model, labels, json, page, seed };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var (report, figures) = parsed.GetValue(labels) == "goemotions"
                ? RunGoEmotions(parsed.GetRequiredValue(data), parsed.GetValue(model), parsed.GetValue(seed))
                : await RunAsync(
                    parsed.GetRequiredValue(data), parsed.GetValue(split), parsed.GetValue(journey), parsed.GetValue(signal), parsed.GetValue(model), parsed.GetValue(seed), error, cancellationToken);
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
        FileInfo data, CorpusSplit? split, bool journey, string? signal, FileInfo? model, int seed, TextWriter error, CancellationToken cancellationToken)
    {
        var labelled = EvaluationFile.Read(data).Where(item => split is null || item.Split == split).ToList();
        if (labelled.Find(item => item.Gold is null) is { } bare)
            throw new InputException($"The message {bare.Id} of {data} has no labels.");
        var agreed = labelled.Where(item => item.Gold!.IsAgreed).ToList();
        if (agreed.Count == 0)
            throw new InputException($"No message of {data} can be scored{(split is null ? "" : $": none belongs to {split}")}.");

        await error.WriteLineAsync($"Reading {agreed.Count} messages.");
        var read = await ReadItem.ReadAllAsync(agreed, EmotionReaders.Open(model), cancellationToken);
        var scored = new ScoredData(
            data.Name, FileHash.Of(data), split?.ToString().ToLowerInvariant(), agreed.Count, labelled.Count - agreed.Count, read[0].Emotion.ReadBy, seed);
        if (journey)
        {
            var journeys = JourneyEvaluation.Score(read);
            return (JourneyEvaluation.Markdown(journeys, scored), ReportJson.Of(journeys));
        }

        if (signal is not null)
        {
            var found = SignalEvaluation.Score(signal, read);
            return (SignalEvaluation.Markdown(found, scored), SignalEvaluation.Json(found));
        }

        var scores = EmotionEvaluation.Score(read, labelled, scored);
        return (ReportMarkdown.Of(scores), ReportJson.Of(scores));
    }

    private static (string Report, string Figures) RunGoEmotions(FileInfo data, FileInfo? file, int seed)
    {
        var model = MultiLabelModel.Open(file ?? throw new InputException("Say with --model which model of GoEmotions is to be scored; train --labels goemotions makes one."));
        var comments = GoEmotionsFiles.Read(data, model.Labels.Count);
        if (comments.Count == 0)
            throw new InputException($"There is no comment in {data}.");
        var read = comments.Select(comment => ((IReadOnlyCollection<int>)comment.Labels, Chosen(comment.Text))).ToList();
        var scores = GoEmotionsEvaluation.Score(model.Labels, read, new(data.Name, FileHash.Of(data), null, comments.Count, 0, file.Name, seed));
        return (GoEmotionsEvaluation.Markdown(scores), ReportJson.Of(scores));

        IReadOnlyCollection<int> Chosen(string text)
        {
            List<int> chosen = [];
            model.Read(text, chosen);
            return chosen;
        }
    }
}
