using System.Text.Json.Nodes;
using EmpathyBot.Domain.Handoffs;

namespace EmpathyBot.Domain.Privacy;

/// <summary>
/// Masks secrets in an activity at the door, before it is stored: what was never written down cannot leak from a disk, a
/// back-up or the page of someone who sits at the same computer later.
/// </summary>
public static class WireSecrets
{
    private const int Deepest = 16;

    private static readonly string[] Texts = ["text", "speak", "summary"];

    /// <summary>Masks in what the customer wrote, and in what they sent by a card.</summary>
    /// <returns>True when something was masked.</returns>
    public static bool Mask(JsonObject activity)
    {
        ArgumentNullException.ThrowIfNull(activity);
        var masked = false;
        foreach (var field in Texts)
            masked |= Mask(activity, field);
        return masked | MaskWithin(activity["value"], activity, "value", Deepest);
    }

    private static bool MaskWithin(JsonNode? node, JsonObject parent, string name, int depth)
    {
        switch (node)
        {
            case JsonObject values when depth > 0:
                var masked = false;
                foreach (var (key, value) in values.ToList())
                    masked |= MaskWithin(value, values, key, depth - 1);
                return masked;
            case JsonValue:
                return Mask(parent, name);
            default:
                return false;
        }
    }

    private static bool Mask(JsonObject parent, string name)
    {
        if (parent[name] is not JsonValue value || !value.TryGetValue<string>(out var text) || SecretMask.Mask(text) is not { Kinds.Count: > 0 } masked)
            return false;
        parent[name] = masked.Text;
        return true;
    }
}
