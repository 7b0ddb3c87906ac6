using System.Text.Json;

namespace EmpathyBot.Simulator.Replay;

/// <summary>A recorded dialogue.</summary>
internal sealed record Dialogue(string Id, IReadOnlyList<DialogueTurn> Turns)
{
    /// <summary>Reads JSON lines.</summary>
    /// <exception cref="DialogueFileException">The file or a line of it cannot be read; the message says which and why.</exception>
    public static IEnumerable<Dialogue> ReadAll(FileInfo file)
    {
        if (!file.Exists)
            throw new DialogueFileException($"There is no file {file.FullName}.");
        var number = 0;
        foreach (var line in File.ReadLines(file.FullName))
        {
            number++;
            if (!string.IsNullOrWhiteSpace(line))
                yield return Read(file, number, line);
        }
    }

    private static Dialogue Read(FileInfo file, int number, string line)
    {
        try
        {
            var dialogue = JsonSerializer.Deserialize<Dialogue>(line, JsonSerializerOptions.Web);
            if (dialogue is { Id.Length: > 0, Turns.Count: > 0 } && dialogue.Turns.All(turn => turn is { Role: not null, Text: not null }))
                return dialogue;
        }
        catch (JsonException exception)
        {
            throw new DialogueFileException($"{file.Name}({number}): not JSON ({exception.Message})");
        }

        throw new DialogueFileException($"{file.Name}({number}): a dialogue has an \"id\" and \"turns\", each with \"role\" and \"text\".");
    }
}

/// <summary>One turn of a recorded dialogue; role is <c>customer</c>, <c>agent</c> or <c>bot</c>.</summary>
internal sealed record DialogueTurn(string Role, string Text);

/// <summary>The file of dialogues cannot be used.</summary>
internal sealed class DialogueFileException(string message) : Exception(message);
