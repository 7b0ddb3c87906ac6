using System.Globalization;
using System.Text.Json;
using EmpathyBot.Bot.Conversations;

namespace EmpathyBot.Bot.Dialogs;

/// <summary>
/// Writes the dialog stack as plain JSON and reads it back. Closed: only the kinds below, each under a short
/// discriminator, so that a stack survives a restart in mid-prompt and a change of <c>BotPackages</c>, and no type name
/// stands in the store.
/// </summary>
internal static class DialogJson
{
    private const string Kind = "$";

    public static string Write(IDictionary<string, object> state) => JsonText.Of(state, WriteMap);

    /// <exception cref="FormatException">The text is not what <see cref="Write"/> wrote.</exception>
    public static IDictionary<string, object> Read(string json) => Read(json, ReadMap);

    /// <summary>The same for what needs only a part of it.</summary>
    /// <exception cref="FormatException">The text is not what <see cref="Write"/> wrote.</exception>
    public static T Read<T>(string json, Func<JsonElement, T> read)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            return read(document.RootElement);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or KeyNotFoundException)
        {
            throw new FormatException("The stored dialog stack cannot be read.", exception);
        }
    }

    /// <summary>The step of a procedure whose prompt stands on top of the innermost stack, or null.</summary>
    public static string? ReadWaitingStep(JsonElement state) =>
        state.TryGetProperty(ProcedureRunner.StateProperty, out var stack) && IsKind(stack, "dialogs") ? StepOnTopOf(stack) : null;

    private static string? StepOnTopOf(JsonElement stack)
    {
        var instances = stack.GetProperty("stack");
        if (instances.GetArrayLength() == 0)
            return null;
        var top = instances[0].GetProperty("state");
        if (top.TryGetProperty("dialogs", out var inner) && IsKind(inner, "dialogs"))
            return StepOnTopOf(inner);
        return top.TryGetProperty("options", out var options) && IsKind(options, "prompt") && options.TryGetProperty("validations", out var step)
            && step.ValueKind == JsonValueKind.String
                ? step.GetString()
                : null;
    }

    private static bool IsKind(JsonElement json, string kind) =>
        json.ValueKind == JsonValueKind.Object && json.TryGetProperty(Kind, out var written) && written.ValueEquals(kind);

    private static void WriteValue(Utf8JsonWriter json, object? value)
    {
        switch (value)
        {
            case null: json.WriteNullValue(); break;
            case string text: json.WriteStringValue(text); break;
            case bool flag: json.WriteBooleanValue(flag); break;
            case int number: json.WriteNumberValue(number); break;
            case long number: json.WriteNumberValue(number); break;
            case double number: json.WriteNumberValue(number); break;
            case decimal number: json.WriteNumberValue(number); break;
            case Enum name: json.WriteNumberValue(Convert.ToInt32(name, CultureInfo.InvariantCulture)); break;
            case DialogState dialogs: WriteDialogs(json, dialogs); break;
            case PromptOptions options: WritePrompt(json, options); break;
            case Choice choice: WriteChoice(json, choice); break;
            case Activity activity:
                Begin(json, "activity");
                WriteActivity(json, "activity", activity);
                json.WriteEndObject();
                break;
            case IDictionary<string, object?> map:
                Begin(json, "map");
                json.WritePropertyName("entries");
                WriteMap(json, map!);
                json.WriteEndObject();
                break;
            case IEnumerable<object?> list: WriteList(json, list, WriteValue); break;
            default: throw new NotSupportedException($"A dialog keeps a {value.GetType().Name}, which {nameof(DialogJson)} does not know. Keep text, numbers, maps or lists.");
        }
    }

    private static void Begin(Utf8JsonWriter json, string kind)
    {
        json.WriteStartObject();
        json.WriteString(Kind, kind);
    }

    private static void WriteList<T>(Utf8JsonWriter json, IEnumerable<T> list, Action<Utf8JsonWriter, T> write)
    {
        json.WriteStartArray();
        foreach (var item in list)
            write(json, item);
        json.WriteEndArray();
    }

    private static void WriteMap(Utf8JsonWriter json, IDictionary<string, object> map)
    {
        json.WriteStartObject();
        foreach (var (name, value) in map)
        {
            json.WritePropertyName(name);
            WriteValue(json, value);
        }

        json.WriteEndObject();
    }

    private static void WriteDialogs(Utf8JsonWriter json, DialogState dialogs)
    {
        Begin(json, "dialogs");
        json.WritePropertyName("stack");
        WriteList(json, dialogs.DialogStack, WriteInstance);
        json.WriteEndObject();
    }

    private static void WriteInstance(Utf8JsonWriter json, DialogInstance instance)
    {
        json.WriteStartObject();
        json.WriteString("id", instance.Id);
        json.WritePropertyName("state");
        WriteMap(json, instance.State);
        json.WriteEndObject();
    }

    private static void WritePrompt(Utf8JsonWriter json, PromptOptions options)
    {
        Begin(json, "prompt");
        WriteActivity(json, "prompt", options.Prompt);
        WriteActivity(json, "retry", options.RetryPrompt);
        if (options.Choices is { } choices)
        {
            json.WritePropertyName("choices");
            WriteList(json, choices, WriteChoice);
        }

        if (options.Style is { } style)
            json.WriteNumber("style", (int)style);
        json.WritePropertyName("validations");
        WriteValue(json, options.Validations);
        json.WriteEndObject();
    }

    private static void WriteActivity(Utf8JsonWriter json, string name, Activity? activity)
    {
        if (activity is null)
            return;
        json.WritePropertyName(name);
        ActivityJson.Write(json, activity);
    }

    private static void WriteChoice(Utf8JsonWriter json, Choice choice)
    {
        Begin(json, "choice");
        json.WriteString("value", choice.Value);
        if (choice.Synonyms is { } synonyms)
        {
            json.WritePropertyName("synonyms");
            WriteList(json, synonyms, static (writer, synonym) => writer.WriteStringValue(synonym));
        }

        json.WriteEndObject();
    }

    private static object? ReadValue(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Null or JsonValueKind.Undefined => null,
        JsonValueKind.Array => json.EnumerateArray().Select(ReadValue).ToList(),
        JsonValueKind.Object => ReadKind(json),
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        JsonValueKind.Number when json.TryGetInt32(out var small) => small,
        JsonValueKind.Number when json.TryGetInt64(out var large) => large,
        JsonValueKind.Number => json.GetDouble(),
        _ => json.GetString(),
    };

    private static object ReadKind(JsonElement json) => json.GetProperty(Kind).GetString() switch
    {
        "dialogs" => new DialogState([.. json.GetProperty("stack").EnumerateArray().Select(ReadInstance)]),
        "prompt" => ReadPrompt(json),
        "choice" => ReadChoice(json),
        "activity" => ActivityJson.Read(json.GetProperty("activity")),
        "map" => ReadMap(json.GetProperty("entries")),
        var other => throw new FormatException($"The stored dialog stack holds an unknown kind \"{other}\"."),
    };

    private static Dictionary<string, object> ReadMap(JsonElement json)
    {
        var map = new Dictionary<string, object>(json.GetPropertyCount());
        foreach (var entry in json.EnumerateObject())
            map[entry.Name] = ReadValue(entry.Value)!;
        return map;
    }

    private static DialogInstance ReadInstance(JsonElement json) => new()
    {
        Id = json.GetProperty("id").GetString(),
        State = ReadMap(json.GetProperty("state")),
    };

    private static PromptOptions ReadPrompt(JsonElement json) => new()
    {
        Prompt = ReadActivity(json, "prompt"),
        RetryPrompt = ReadActivity(json, "retry"),
        Choices = Part(json, "choices") is { ValueKind: JsonValueKind.Array } choices ? [.. choices.EnumerateArray().Select(ReadChoice)] : null,
        Style = Part(json, "style") is { ValueKind: JsonValueKind.Number } style ? (ListStyle)style.GetInt32() : null,
        Validations = ReadValue(Part(json, "validations")),
    };

    private static Activity? ReadActivity(JsonElement json, string name) =>
        Part(json, name) is { ValueKind: JsonValueKind.Object } activity ? ActivityJson.Read(activity) : null;

    private static Choice ReadChoice(JsonElement json) => new()
    {
        Value = Part(json, "value") is { ValueKind: JsonValueKind.String } value ? value.GetString() : null,
        Synonyms = Part(json, "synonyms") is { ValueKind: JsonValueKind.Array } synonyms ? [.. synonyms.EnumerateArray().Select(synonym => synonym.GetString()!)] : null,
    };

    // Absent and null are the same: what is not set is left out since, and was written as null once.
    private static JsonElement Part(JsonElement json, string name) => json.TryGetProperty(name, out var part) ? part : default;
}
