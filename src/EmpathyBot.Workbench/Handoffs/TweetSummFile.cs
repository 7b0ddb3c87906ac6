using System.Text.Json;

namespace EmpathyBot.Workbench.Handoffs;

/// <summary>A dialogue with a summary that a person wrote.</summary>
internal sealed record SummarisedDialogue(string Id, IReadOnlyList<DialogueTurn> Turns, string Summary);

/// <summary>Reads dialogues with summaries, one JSON object a line: <c>id</c>, <c>turns</c> of <c>role</c> and <c>text</c>, <c>summary</c>.</summary>
internal static class TweetSummFile
{
    /// <exception cref="InputException">The file is missing, damaged, or a line is not of that shape.</exception>
    public static IReadOnlyList<SummarisedDialogue> Read(FileInfo file) => [.. TextLines.Read(file).Select(line => Read(file, line.Number, line.Line))];

    private static SummarisedDialogue Read(FileInfo file, int number, string line)
    {
        try
        {
            using var json = JsonDocument.Parse(line);
            var root = json.RootElement;
            var turns = root.GetProperty("turns").EnumerateArray()
                .Select((turn, place) => new DialogueTurn(place + 1, Text(turn, "role"), Text(turn, "text"))).ToList();
            if (turns.Count == 0 || turns.Exists(turn => turn.Role is not ("customer" or "bot" or "agent")))
                throw new InputException($"{file.Name}, line {number}: turns are said by customer, bot or agent, and there is at least one.");
            return new(Text(root, "id"), turns, Text(root, "summary"));
        }
        catch (Exception broken) when (broken is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            throw new InputException($"{file.Name}, line {number}: this is not a dialogue with id, turns and summary.", broken);
        }
    }

    private static string Text(JsonElement element, string name) =>
        element.GetProperty(name).GetString() ?? throw new InvalidOperationException($"{name} is null.");
}
