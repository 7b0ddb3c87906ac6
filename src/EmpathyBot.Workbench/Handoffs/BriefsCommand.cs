using System.CommandLine;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using EmpathyBot.Domain.Handoffs;
using EmpathyBot.Workbench.Emotions;

namespace EmpathyBot.Workbench.Handoffs;

/// <summary><c>briefs</c>: the brief an agent would get of each dialogue of a file, as JSON lines in the order of the dialogues.</summary>
internal static class BriefsCommand
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower) },
    };

    public static Command Create(TextWriter error)
    {
        var data = new Option<FileInfo>("--data") { Required = true, Description = "JSON lines of dialogues (id, turns of role and text, and reason if it is known), packed (.gz) or not" };
        var into = new Option<FileInfo>("--out") { Required = true, Description = "Writes the briefs here" };
        var command = new Command("briefs", "Writes the brief an agent would get for each dialogue of a file.") { data, into };
        command.SetAction((parsed, cancellationToken) => RunAsync(parsed.GetRequiredValue(data), parsed.GetRequiredValue(into), error, cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(FileInfo data, FileInfo into, TextWriter error, CancellationToken cancellationToken)
    {
        var dialogues = DialogueFile.Read(data);
        var detector = EmotionReaders.Open();
        var lines = new StringBuilder();
        foreach (var dialogue in dialogues)
        {
            var brief = await WrittenBrief.OfAsync(dialogue.Turns, dialogue.Reason, detector, cancellationToken);
            var summary = string.Join(' ', brief.Summary.Select(sentence => sentence.Text));
            lines.Append(JsonSerializer.Serialize(new BriefLine(dialogue.Id, brief.Headline.Text, summary, brief), Options)).Append('\n');
        }

        WholeFile.Write(into, lines.ToString());
        await error.WriteLineAsync($"{dialogues.Count} briefs are in {into}.");
        return 0;
    }

    /// <summary>One line of the file.</summary>
    private sealed record BriefLine(string Id, string Headline, string Summary, HandoffBrief Brief);
}
