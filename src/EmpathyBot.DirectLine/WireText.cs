using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace EmpathyBot.DirectLine;

/// <summary>Texts out of JSON that anybody may have written.</summary>
internal static class WireText
{
    /// <summary>The text, or null when the node is none.</summary>
    public static string? Of(JsonNode? node) =>
        node is JsonValue value && value.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : null;

    /// <summary>A field of an object, or null when the node is no object.</summary>
    public static JsonNode? Field(JsonNode? node, string name) => (node as JsonObject)?[name];
}

/// <summary>Language tags out of JSON that anybody may have written.</summary>
internal static partial class WireLocale
{
    /// <summary>The BCP 47 tag, or null when it is none: a strange locale is no reason to refuse a customer.</summary>
    public static string? Of(JsonNode? node) => Of(WireText.Of(node));

    /// <inheritdoc cref="Of(JsonNode?)"/>
    public static string? Of(string? tag) => tag is { Length: <= 35 } && Shape().IsMatch(tag) ? tag : null;

    [GeneratedRegex("^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$", RegexOptions.CultureInvariant)]
    private static partial Regex Shape();
}
