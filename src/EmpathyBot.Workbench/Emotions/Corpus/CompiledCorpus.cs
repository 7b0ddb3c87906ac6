using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using EmpathyBot.Domain.Emotions;

namespace EmpathyBot.Workbench.Emotions.Corpus;

/// <summary>The corpus as JSON lines, one a customer turn, in the schema that <c>evaluate</c> reads.</summary>
internal static class CompiledCorpus
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The files, by name, that should stand beside the authors': one a language, and the statistics of all.</summary>
    public static IReadOnlyDictionary<string, string> Files(IReadOnlyList<CorpusDialogue> dialogues)
    {
        var files = dialogues.GroupBy(dialogue => dialogue.Locale).ToDictionary(locale => $"{locale.Key}.jsonl", locale => Lines(locale));
        files.Add("STATISTICS.md", $"# What the corpus holds\n\nWritten by `corpus compile`.\n\n{CorpusStatistics.Markdown(dialogues)}");
        return files;
    }

    private static string Lines(IEnumerable<CorpusDialogue> dialogues)
    {
        var lines = new StringBuilder();
        foreach (var dialogue in dialogues)
        {
            foreach (var index in dialogue.CustomerTurns)
                lines.Append(JsonSerializer.Serialize(Message(dialogue, index), Options)).Append('\n');
        }

        return lines.ToString();
    }

    private static CompiledMessage Message(CorpusDialogue dialogue, int index)
    {
        var labels = dialogue.Turns[index].Labels!;
        return new(
            dialogue.TurnId(index),
            [.. dialogue.MessageToRead(index).Earlier.Select(turn => new ContextTurn(turn.Role, turn.Text))],
            dialogue.Turns[index].Text,
            [labels.Primary.Code()],
            [labels.Secondary?.Code()],
            labels.Intensity,
            labels.Urgency,
            labels.Target.Code(),
            labels.Signals.Names(),
            dialogue.Id,
            dialogue.Trade,
            dialogue.Channel,
            dialogue.Voice,
            dialogue.Split.ToString().ToLowerInvariant(),
            dialogue.Journey switch { EmotionTrend.Rising => "worse", EmotionTrend.Falling => "better", EmotionTrend.Steady => "same", _ => null });
    }

    private sealed record ContextTurn(string Role, string Text);

    /// <summary>One line; the order of the parameters is the order of the fields.</summary>
    private sealed record CompiledMessage(
        string Id,
        IReadOnlyList<ContextTurn> Context,
        string Text,
        IReadOnlyList<string> Emotions,
        IReadOnlyList<string?> Second,
        int Intensity,
        int Urgency,
        string Target,
        IReadOnlyList<string> Flags,
        string Dialogue,
        string Trade,
        string Channel,
        string Voice,
        string Split,
        string? Journey);
}
