using System.Text.Json;
using System.Text.Json.Nodes;

namespace EmpathyBot.Bot.Conversations;

/// <summary>
/// Reads the loosely typed parts of an activity. Their runtime type differs between the two sides of the package
/// switch; their text form is JSON on both.
/// </summary>
internal static class ActivityValue
{
    /// <summary>The text in a value: the value itself when it is text, or its <c>text</c>, <c>choice</c> or <c>answer</c> property.</summary>
    public static string? ReadText(object? value)
    {
        if (value is null)
            return null;
        var text = value.ToString() ?? "";
        if (value is string || !TryParse(text, out var json))
            return text;
        if (json.ValueKind == JsonValueKind.String)
            return json.GetString();
        if (json.ValueKind != JsonValueKind.Object)
            return null;
        foreach (var name in new[] { "text", "choice", "answer" })
        {
            if (json.TryGetProperty(name, out var property) && property.ValueKind == JsonValueKind.String)
                return property.GetString();
        }

        return null;
    }

    /// <summary>The value as JSON: text and numbers as such, anything else by its text form.</summary>
    public static JsonElement ToJson(object value) => value switch
    {
        JsonElement element => element,
        string text => JsonSerializer.SerializeToElement(text),
        bool flag => JsonSerializer.SerializeToElement(flag),
        int number => JsonSerializer.SerializeToElement(number),
        long number => JsonSerializer.SerializeToElement(number),
        double number => JsonSerializer.SerializeToElement(number),
        IDictionary<string, object?> map => JsonSerializer.SerializeToElement(map),
        _ => TryParse(value.ToString() ?? "", out var json) ? json : JsonSerializer.SerializeToElement(value.ToString()),
    };

    /// <summary>JSON as dictionaries, lists and plain values, which the serialisers of both sides write as they stand.</summary>
    public static object? Plain(JsonNode? node) => node switch
    {
        JsonObject map => map.ToDictionary(entry => entry.Key, entry => Plain(entry.Value)),
        JsonArray list => list.Select(Plain).ToList(),
        JsonValue value when value.TryGetValue<string>(out var text) => text,
        JsonValue value when value.TryGetValue<bool>(out var flag) => flag,
        JsonValue value when value.TryGetValue<int>(out var number) => number,
        JsonValue value => value.GetValue<double>(),
        _ => null,
    };

    private static bool TryParse(string text, out JsonElement json)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            json = document.RootElement.Clone();
            return true;
        }
        catch (JsonException)
        {
            json = default;
            return false;
        }
    }
}
