using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace EmpathyBot.Simulator.Load;

/// <summary>Reads activities out of JSON, as far as this program needs them.</summary>
internal static class LoadActivity
{
    private static readonly string[] Told = ["type", "name", "text", "attachments", "suggestedActions", "value"];

    /// <summary>What a customer posts.</summary>
    public static byte[] Message(string text, string mark) => Encoding.UTF8.GetBytes(
        $$"""
        {"type":"message","from":{"id":"customer"},"text":"{{JavaScriptEncoder.Default.Encode(text)}}",
        "channelData":{"clientActivityID":"{{mark}}"} }
        """);

    public static string? Text(JsonElement json, string name) =>
        json.ValueKind == JsonValueKind.Object && json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    /// <summary>The client's own mark of a message, or null.</summary>
    public static string? Mark(JsonElement activity) =>
        activity.TryGetProperty("channelData", out var data) ? Text(data, "clientActivityID") : null;

    /// <summary>True when it says that a person was called.</summary>
    public static bool IsHandoff(JsonElement activity) => Text(activity, "type") == "event" && Text(activity, "name") == "handoff";

    /// <summary>What an activity says, without its id and time.</summary>
    public static string Content(JsonElement activity)
    {
        var content = new StringBuilder();
        foreach (var name in Told)
        {
            if (activity.TryGetProperty(name, out var value))
                content.Append(value.GetRawText());
        }

        return content.ToString();
    }
}
