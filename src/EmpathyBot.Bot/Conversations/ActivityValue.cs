using System.Text.Json;

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
    public static object? Plain(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Object => Map(json),
        JsonValueKind.Array => json.EnumerateArray().Select(Plain).ToList(),
        JsonValueKind.String => json.GetString(),
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        JsonValueKind.Number when json.TryGetInt32(out var number) => number,
        JsonValueKind.Number => json.GetDouble(),
        _ => null,
    };

    // A name that stands twice says what it says last: a strange shape must not fail a turn.
    private static Dictionary<string, object?> Map(JsonElement json)
    {
        var map = new Dictionary<string, object?>();
        foreach (var entry in json.EnumerateObject())
            map[entry.Name] = Plain(entry.Value);
        return map;
    }

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
