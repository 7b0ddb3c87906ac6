using System.Globalization;
using System.Text;
using System.Text.Json;
using EmpathyBot.Domain.Emotions;
using EmpathyBot.Workbench.Emotions.Measures;

namespace EmpathyBot.Workbench.Emotions.Evaluation;

/// <summary>How surely one signal is found.</summary>
/// <param name="Signal">Its name.</param>
/// <param name="Recall">Of the messages that have it, those found.</param>
/// <param name="FalseAlarms">Of all others, those taken for it.</param>
/// <param name="NearFalseAlarms">Of the others in files that hold the signal, written to resemble it, those taken for it.</param>
/// <param name="Missed">Ids of the messages in which it was not found.</param>
/// <param name="Mistaken">Ids of the messages wrongly taken for it.</param>
internal sealed record SignalScores(
    string Signal, Share Recall, Share FalseAlarms, Share NearFalseAlarms, IReadOnlyList<string> Missed, IReadOnlyList<string> Mistaken);

/// <summary>Compares one signal with its labels: where a miss costs more than an alarm, counts say more than F1.</summary>
internal static class SignalEvaluation
{
    public static SignalScores Score(string signal, IReadOnlyList<ReadItem> read)
    {
        var told = read.Select(item => (item.Item, Has: item.Item.Gold!.Signals.Contains(signal), Found: item.Signals.Names().Contains(signal))).ToList();
        var files = told.Where(one => one.Has).Select(one => FileOf(one.Item)).Where(file => file is not null).ToHashSet();
        var (with, without) = (told.Where(one => one.Has).ToList(), told.Where(one => !one.Has).ToList());
        var near = without.Where(one => FileOf(one.Item) is { } file && files.Contains(file)).ToList();
        return new(
            signal,
            new(with.Count(one => one.Found), with.Count),
            new(without.Count(one => one.Found), without.Count),
            new(near.Count(one => one.Found), near.Count),
            [.. with.Where(one => !one.Found).Select(one => one.Item.Id)],
            [.. without.Where(one => one.Found).Select(one => one.Item.Id)]);
    }

    /// <summary>The report: ids, never the words of a message.</summary>
    public static string Markdown(SignalScores scores, ScoredData data) => new StringBuilder()
        .Append(Culture, $"# {scores.Signal} in {data.File}{(data.Split is null ? "" : $" {data.Split}")}, read by {data.ReadBy}\n\n")
        .Append("| figure | count: share (95 %) |\n|---|---|\n")
        .Append(Culture, $"| found | {scores.Recall} |\n| false alarms | {scores.FalseAlarms} |\n| … where the signal is near | {scores.NearFalseAlarms} |\n\n")
        .Append(Culture, $"Missed: {Ids(scores.Missed)}\n\nMistaken: {Ids(scores.Mistaken)}\n")
        .ToString();

    public static string Json(SignalScores scores) => JsonSerializer.Serialize(scores, Readable) + "\n";

    private static readonly CultureInfo Culture = CultureInfo.InvariantCulture;

    private static readonly JsonSerializerOptions Readable = new(JsonSerializerDefaults.Web) { WriteIndented = true, NewLine = "\n" };

    /// <summary>Dialogues are named trade, author and file, then a number.</summary>
    private static string? FileOf(EvaluationItem item) => item.Dialogue is { } dialogue && dialogue.LastIndexOf('-') is > 0 and var end ? dialogue[..end] : null;

    private static string Ids(IReadOnlyList<string> ids) => ids.Count == 0 ? "none" : string.Join(", ", ids);
}
