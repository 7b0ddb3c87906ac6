using System.Text.Json;
using EmpathyBot.Domain.Handoffs;

namespace EmpathyBot.Workbench.Handoffs;

/// <summary>A dialogue whose brief is to be written.</summary>
internal sealed record PlainDialogue(string Id, IReadOnlyList<DialogueTurn> Turns, HandoffReason Reason);

/// <summary>A dialogue with a summary that a person wrote.</summary>
internal sealed record SummarisedDialogue(string Id, IReadOnlyList<DialogueTurn> Turns, string Summary);

/// <summary>Reads dialogues, one JSON object a line: <c>id</c> and <c>turns</c> of <c>role</c> and <c>text</c>.</summary>
internal static class DialogueFile
{
    /// <summary>Dialogues as they are handed over; <c>reason</c> may name a reason code, else a person was asked for.</summary>
    /// <exception cref="InputException">The file is missing, damaged, or a line is not of that shape.</exception>
    public static IReadOnlyList<PlainDialogue> Read(FileInfo file) =>
        Read(file, "this is not a dialogue with id and turns", (line, turns) => new PlainDialogue(Text(line, "id"), turns, Reason(line)));

    /// <summary>Dialogues with a <c>summary</c> each.</summary>
    /// <exception cref="InputException">The file is missing, damaged, or a line is not of that shape.</exception>
    public static IReadOnlyList<SummarisedDialogue> ReadSummarised(FileInfo file) =>
        Read(file, "this is not a dialogue with id, turns and summary", (line, turns) => new SummarisedDialogue(Text(line, "id"), turns, Text(line, "summary")));

    private static List<T> Read<T>(FileInfo file, string otherwise, Func<JsonElement, IReadOnlyList<DialogueTurn>, T> make)
    {
        List<T> dialogues = [];
        foreach (var (number, line) in TextLines.Read(file))
        {
            try
            {
                using var json = JsonDocument.Parse(line);
                var turns = json.RootElement.GetProperty("turns").EnumerateArray()
                    .Select((turn, place) => new DialogueTurn(place + 1, Text(turn, "role"), Text(turn, "text"))).ToList();
                if (turns.Count == 0 || turns.Exists(turn => turn.Role is not ("customer" or "bot" or "agent")))
                    throw new InputException($"{file.Name}, line {number}: turns are said by customer, bot or agent, and there is at least one.");
                dialogues.Add(make(json.RootElement, turns));
            }
            catch (Exception broken) when (broken is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
            {
                throw new InputException($"{file.Name}, line {number}: {(broken is FormatException ? broken.Message : otherwise)}.", broken);
            }
        }

        return dialogues;
    }

    private static HandoffReason Reason(JsonElement dialogue)
    {
        if (!dialogue.TryGetProperty("reason", out _))
            return HandoffReason.AskedForPerson;
        var code = Text(dialogue, "reason");
        return Enum.GetValues<HandoffReason>().Where(reason => reason.ToCode() == code).Select(reason => (HandoffReason?)reason).FirstOrDefault()
            ?? throw new FormatException($"there is no reason \"{code}\"");
    }

    private static string Text(JsonElement element, string name) =>
        element.GetProperty(name).GetString() ?? throw new InvalidOperationException($"{name} is null.");
}
