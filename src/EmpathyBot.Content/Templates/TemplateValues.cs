using System.Globalization;

namespace EmpathyBot.Content.Templates;

/// <summary>Makes variables ready for a template: plain dictionaries and text that is the same on every machine.</summary>
internal static class TemplateValues
{
    public static Dictionary<string, object?> From(IEnumerable<KeyValuePair<string, object?>> variables)
    {
        var values = new Dictionary<string, object?>(variables.TryGetNonEnumeratedCount(out var count) ? count : 0, StringComparer.Ordinal);
        foreach (var (name, value) in variables)
            values[name] = From(value);
        return values;
    }

    private static object? From(object? value) => value switch
    {
        null or string or bool => value,
        IEnumerable<KeyValuePair<string, object?>> nested => From(nested),
        IEnumerable<KeyValuePair<string, string>> texts => From(texts.Select(pair => KeyValuePair.Create(pair.Key, (object?)pair.Value))),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString(),
    };
}
