using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
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

    public static string Write(IDictionary<string, object> state) => WriteMap(state).ToJsonString();

    /// <exception cref="FormatException">The text is not what <see cref="Write"/> wrote.</exception>
    public static IDictionary<string, object> Read(string json)
    {
        try
        {
            return ReadMap(JsonNode.Parse(json)?.AsObject() ?? throw new FormatException("The stored dialog stack is empty."));
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or KeyNotFoundException)
        {
            throw new FormatException("The stored dialog stack cannot be read.", exception);
        }
    }

    private static JsonNode? WriteValue(object? value) => value switch
    {
        null => null,
        string text => JsonValue.Create(text),
        bool flag => JsonValue.Create(flag),
        int number => JsonValue.Create(number),
        long number => JsonValue.Create(number),
        double number => JsonValue.Create(number),
        decimal number => JsonValue.Create(number),
        Enum name => JsonValue.Create(Convert.ToInt32(name, CultureInfo.InvariantCulture)),
        DialogState dialogs => new JsonObject { [Kind] = "dialogs", ["stack"] = new JsonArray([.. dialogs.DialogStack.Select(WriteInstance)]) },
        PromptOptions options => WritePrompt(options),
        Choice choice => WriteChoice(choice),
        Activity activity => new JsonObject { [Kind] = "activity", ["activity"] = ActivityJson.Write(activity) },
        IDictionary<string, object?> map => new JsonObject { [Kind] = "map", ["entries"] = WriteMap(map!) },
        IEnumerable<object?> list => new JsonArray([.. list.Select(WriteValue)]),
        _ => throw new NotSupportedException($"A dialog keeps a {value.GetType().Name}, which {nameof(DialogJson)} does not know. Keep text, numbers, maps or lists."),
    };

    private static JsonObject WriteMap(IDictionary<string, object> map)
    {
        var json = new JsonObject();
        foreach (var (name, value) in map)
            json[name] = WriteValue(value);
        return json;
    }

    private static JsonObject WriteInstance(DialogInstance instance) => new()
    {
        ["id"] = instance.Id,
        ["state"] = WriteMap(instance.State),
    };

    private static JsonObject WritePrompt(PromptOptions options) => new()
    {
        [Kind] = "prompt",
        ["prompt"] = options.Prompt is null ? null : ActivityJson.Write(options.Prompt),
        ["retry"] = options.RetryPrompt is null ? null : ActivityJson.Write(options.RetryPrompt),
        ["choices"] = options.Choices is null ? null : new JsonArray([.. options.Choices.Select(WriteChoice)]),
        ["style"] = options.Style is { } style ? (int)style : null,
        ["validations"] = WriteValue(options.Validations),
    };

    private static JsonObject WriteChoice(Choice choice) => new()
    {
        [Kind] = "choice",
        ["value"] = choice.Value,
        ["synonyms"] = choice.Synonyms is null ? null : new JsonArray([.. choice.Synonyms.Select(synonym => JsonValue.Create(synonym))]),
    };

    private static object? ReadValue(JsonNode? node) => node switch
    {
        null => null,
        JsonArray array => array.Select(ReadValue).ToList(),
        JsonObject json => (string?)json[Kind] switch
        {
            "dialogs" => new DialogState([.. Part(json, "stack").AsArray().Select(item => ReadInstance(item!.AsObject()))]),
            "prompt" => ReadPrompt(json),
            "choice" => ReadChoice(json),
            "activity" => ActivityJson.Read(Part(json, "activity").ToJsonString()),
            "map" => ReadMap(Part(json, "entries").AsObject()),
            var other => throw new FormatException($"The stored dialog stack holds an unknown kind \"{other}\"."),
        },
        JsonValue value => ReadPlain(value),
        _ => throw new FormatException("The stored dialog stack cannot be read."),
    };

    private static JsonNode Part(JsonObject json, string name) =>
        json[name] ?? throw new FormatException($"The stored dialog stack lacks \"{name}\".");

    private static object ReadPlain(JsonValue value) => value.GetValueKind() switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        JsonValueKind.Number when value.TryGetValue<int>(out var small) => small,
        JsonValueKind.Number when value.TryGetValue<long>(out var large) => large,
        JsonValueKind.Number => value.GetValue<double>(),
        _ => value.GetValue<string>(),
    };

    private static Dictionary<string, object> ReadMap(JsonObject json)
    {
        var map = new Dictionary<string, object>(json.Count);
        foreach (var (name, value) in json)
            map[name] = ReadValue(value)!;
        return map;
    }

    private static DialogInstance ReadInstance(JsonObject json) => new()
    {
        Id = (string)Part(json, "id")!,
        State = ReadMap(Part(json, "state").AsObject()),
    };

    private static PromptOptions ReadPrompt(JsonObject json) => new()
    {
        Prompt = json["prompt"] is JsonObject prompt ? ActivityJson.Read(prompt.ToJsonString()) : null,
        RetryPrompt = json["retry"] is JsonObject retry ? ActivityJson.Read(retry.ToJsonString()) : null,
        Choices = json["choices"] is JsonArray choices ? [.. choices.Select(choice => ReadChoice(choice!.AsObject()))] : null,
        Style = json["style"] is { } style ? (ListStyle)(int)style : null,
        Validations = ReadValue(json["validations"]),
    };

    private static Choice ReadChoice(JsonObject json) => new()
    {
        Value = (string?)json["value"],
        Synonyms = json["synonyms"] is JsonArray synonyms ? [.. synonyms.Select(synonym => (string)synonym!)] : null,
    };
}
