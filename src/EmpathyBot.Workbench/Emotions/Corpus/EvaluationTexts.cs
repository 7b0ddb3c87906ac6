using System.Text.Json;

namespace EmpathyBot.Workbench.Emotions.Corpus;

/// <summary>All texts that people wrote in a file of an evaluation set, whatever its columns or fields.</summary>
internal static class EvaluationTexts
{
    /// <summary>Reads JSON lines (fields <c>text</c> at any depth, and the context's pairs of role and text) or tab-separated lines (all columns).</summary>
    public static IReadOnlyList<string> Read(FileInfo file)
    {
        List<string> texts = [];
        foreach (var (number, line) in TextLines.Read(file))
        {
            if (!line.StartsWith('{'))
            {
                texts.AddRange(line.Split('\t'));
                continue;
            }

            try
            {
                using var document = JsonDocument.Parse(line);
                Gather(document.RootElement, texts);
            }
            catch (Exception broken) when (broken is JsonException or InvalidOperationException)
            {
                throw new InputException($"{file}:{number}: The line is not JSON.", broken);
            }
        }

        return texts;
    }

    private static void Gather(JsonElement element, List<string> texts)
    {
        foreach (var field in element.EnumerateObject())
        {
            if (field is { Name: "text", Value.ValueKind: JsonValueKind.String })
                texts.Add(field.Value.GetString()!);
            else if (field.Value.ValueKind == JsonValueKind.Array && field.Name is "context" or "turns")
                GatherTurns(field.Value, texts);
        }
    }

    private static void GatherTurns(JsonElement turns, List<string> texts)
    {
        foreach (var turn in turns.EnumerateArray())
        {
            if (turn.ValueKind == JsonValueKind.Object)
                Gather(turn, texts);
            else if (turn.ValueKind == JsonValueKind.String)
                texts.Add(turn.GetString()!);
            else if (turn.ValueKind == JsonValueKind.Array && turn.GetArrayLength() == 2)
                texts.Add(turn[1].ToString());
        }
    }
}
