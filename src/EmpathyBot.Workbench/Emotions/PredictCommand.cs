using System.CommandLine;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using EmpathyBot.Domain.Emotions;
using EmpathyBot.Workbench.Emotions.Corpus;
using EmpathyBot.Workbench.Emotions.Evaluation;

namespace EmpathyBot.Workbench.Emotions;

/// <summary><c>predict</c>: one reading a message, as JSON lines in the order of the messages.</summary>
internal static class PredictCommand
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static Command Create(TextWriter error)
    {
        var data = new Option<FileInfo>("--data") { Required = true, Description = "JSON lines of messages, labelled or not, packed (.gz) or not" };
        var model = new Option<FileInfo>("--model") { Description = "The model file to read with; by default the ones built into the bot" };
        var into = new Option<FileInfo>("--out") { Required = true, Description = "Writes the readings here" };
        var command = new Command("predict", "Reads each message of a file.") { data, model, into };
        command.SetAction((parsed, cancellationToken) => RunAsync(parsed.GetRequiredValue(data), parsed.GetValue(model), parsed.GetRequiredValue(into), error, cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(FileInfo data, FileInfo? model, FileInfo into, TextWriter error, CancellationToken cancellationToken)
    {
        var read = await ReadItem.ReadAllAsync(EvaluationFile.Read(data), EmotionReaders.Open(model), cancellationToken);
        var lines = new StringBuilder();
        foreach (var item in read)
            lines.Append(JsonSerializer.Serialize(Line(item), Options)).Append('\n');
        WholeFile.Write(into, lines.ToString());
        await error.WriteLineAsync($"{read.Count} readings are in {into}.");
        return 0;
    }

    private static Prediction Line(ReadItem item) => new(
        item.Item.Id,
        item.Emotion.Primary.Code(),
        item.Emotion.Secondary?.Code(),
        Math.Round(item.Emotion.Intensity, 4),
        Math.Round(item.Emotion.Urgency, 4),
        Math.Round(item.Emotion.Confidence, 4),
        EmotionEvaluation.Labels.ToDictionary(label => label.Code(), label => Math.Round(item.Probabilities[(int)label], 4)),
        item.Emotion.Target.Code(),
        item.Signals.Names(),
        item.Emotion.Cues);

    /// <summary>One line of the file.</summary>
    private sealed record Prediction(
        string Id,
        string Primary,
        string? Secondary,
        double Intensity,
        double Urgency,
        double Confidence,
        IReadOnlyDictionary<string, double> Scores,
        string Target,
        IReadOnlyList<string> Signals,
        IReadOnlyList<Cue> Cues);
}
