using System.Text.Json;
using EmpathyBot.Domain.Emotions;
using EmpathyBot.Workbench.Emotions.Corpus;

namespace EmpathyBot.Workbench.Emotions.Evaluation;

/// <summary>Reads JSON lines of messages, labelled or not: one schema for the compiled corpus and for other evaluation sets.</summary>
internal static class EvaluationFile
{
    private const int EarlierKept = 6;

    /// <summary>Reads all messages in their order.</summary>
    /// <exception cref="InputException">With file and line of the first line that cannot be read.</exception>
    public static IReadOnlyList<EvaluationItem> Read(FileInfo file)
    {
        List<EvaluationItem> items = [];
        foreach (var (number, line) in TextLines.Read(file))
        {
            try
            {
                using var document = JsonDocument.Parse(line);
                items.Add(Item(document.RootElement));
            }
            catch (JsonException broken)
            {
                throw new InputException($"{file}:{number}: The line is not JSON.", broken);
            }
            catch (FormatException wrong)
            {
                throw new InputException($"{file}:{number}: {wrong.Message}", wrong);
            }
            catch (InvalidOperationException halved)
            {
                // The JSON reader says so of half a surrogate pair.
                throw new InputException($"{file}:{number}: A text holds half a character.", halved);
            }
        }

        return items;
    }

    private static EvaluationItem Item(JsonElement line)
    {
        if (line.ValueKind != JsonValueKind.Object)
            throw new FormatException("The line is not a JSON object.");
        var id = Field(line, "id") is { ValueKind: JsonValueKind.String or JsonValueKind.Number } named
            ? named.ToString() : throw new FormatException("The message has no id.");
        var text = Text(line, "text") ?? throw new FormatException("The message has no text.");
        var earlier = Earlier(Field(line, "context"));
        return new(
            id,
            new MessageToRead(text, earlier),
            Gold(line),
            Text(line, "split") is { } split ? Named<CorpusSplit>(split, "split") : null,
            Text(line, "dialogue"),
            Text(line, "journey") switch
            {
                "worse" => EmotionTrend.Rising, "better" => EmotionTrend.Falling, "same" => EmotionTrend.Steady, null => null,
                var other => throw new FormatException($"The journey '{other}' is not known."),
            });
    }

    private static List<EarlierTurn> Earlier(JsonElement? context)
    {
        if (context is not { } turns)
            return [];
        if (turns.ValueKind != JsonValueKind.Array)
            throw new FormatException("The context is not a list.");
        var count = turns.GetArrayLength();
        return [.. turns.EnumerateArray().Select((turn, at) => Turn(turn, fromEnd: count - at)).TakeLast(EarlierKept)];
    }

    private static EarlierTurn Turn(JsonElement turn, int fromEnd)
    {
        // A bare text does not say whose it is: then the two sides are taken to alternate.
        var (role, text) = turn.ValueKind switch
        {
            JsonValueKind.String => (fromEnd % 2 == 1 ? "agent" : "customer", turn.GetString()),
            JsonValueKind.Array when turn.GetArrayLength() == 2 && turn[0].ValueKind == JsonValueKind.String && turn[1].ValueKind == JsonValueKind.String
                => (turn[0].GetString(), turn[1].GetString()),
            JsonValueKind.Object => (Text(turn, "role"), Text(turn, "text")),
            _ => (null, null),
        };
        return role is "customer" or "agent" or "bot" && text is not null
            ? new(role, text) : throw new FormatException("A turn of the context has a role (customer, agent, bot) and a text.");
    }

    private static GoldLabels? Gold(JsonElement line)
    {
        if (Field(line, "emotions") is not { } named)
            return null;
        if (named.ValueKind != JsonValueKind.Array || named.GetArrayLength() == 0)
            throw new FormatException("The emotions are a list of at least one.");
        List<Emotion> emotions = [.. named.EnumerateArray().Select(emotion => Label(emotion) ?? throw new FormatException("An emotion is missing."))];
        IReadOnlyList<Emotion?> second = Field(line, "second") switch
        {
            { ValueKind: JsonValueKind.Array } list => [.. list.EnumerateArray().Select(Label)],
            { ValueKind: JsonValueKind.String } one => [Label(one)],
            _ => [],
        };
        return new(
            emotions,
            second,
            Number(line, "intensity", 3) ?? throw new FormatException("The intensity is missing."),
            Number(line, "urgency", 2),
            Text(line, "target") is { } target ? Named<EmotionTarget>(target, "target") : null,
            Flags(line),
            Field(line, "agreed") is { ValueKind: JsonValueKind.True or JsonValueKind.False } agreed
                ? agreed.GetBoolean() : emotions.Distinct().Count() == 1);
    }

    private static List<string> Flags(JsonElement line)
    {
        if (Field(line, "flags") is not { } flags)
            return [];
        if (flags.ValueKind != JsonValueKind.Array)
            throw new FormatException("The flags are not a list.");
        List<string> names = [.. flags.EnumerateArray().Select(flag => flag.ToString())];
        return names.Find(name => !Signals.Names.Contains(name)) is { } unknown
            ? throw new FormatException($"The flag '{unknown}' is not known.") : names;
    }

    private static Emotion? Label(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null => null,
        JsonValueKind.String => Named<Emotion>(value.GetString()!, "emotion"),
        _ => throw new FormatException("An emotion is not a word."),
    };

    private static T Named<T>(string name, string kind)
        where T : struct, Enum => !char.IsAsciiDigit(name.FirstOrDefault()) && Enum.TryParse<T>(name.Replace("_", "", StringComparison.Ordinal), ignoreCase: true, out var value)
            ? value : throw new FormatException($"The {kind} '{name}' is not known.");

    private static double? Number(JsonElement line, string name, double most)
    {
        if (Field(line, name) is not { } field)
            return null;
        return field.ValueKind == JsonValueKind.Number && field.TryGetDouble(out var value) && value >= 0 && value <= most
            ? value : throw new FormatException($"The {name} is a number from 0 to {most}.");
    }

    private static string? Text(JsonElement line, string name) => Field(line, name) switch
    {
        null => null,
        { ValueKind: JsonValueKind.String } text => text.GetString(),
        _ => throw new FormatException($"The {name} is not a text."),
    };

    /// <summary>A field that is there and not null.</summary>
    private static JsonElement? Field(JsonElement line, string name) =>
        line.TryGetProperty(name, out var field) && field.ValueKind != JsonValueKind.Null ? field : null;
}
