using System.Text.Json;

namespace EmpathyBot.Bot.Handoffs;

/// <summary>What a hub reports.</summary>
internal enum HubReport
{
    /// <summary>Something we know nothing of; it is taken and changes nothing.</summary>
    Unknown = 0,
    /// <summary>Someone there took the conversation.</summary>
    Accepted,
    /// <summary>They are done with it.</summary>
    Completed,
    /// <summary>It could not be taken there.</summary>
    Failed,
    /// <summary>Someone there is typing.</summary>
    Typing,
    /// <summary>Someone there wrote to the customer.</summary>
    Message,
}

/// <summary>
/// An activity of a hub as far as it is understood: <c>handoff.status</c> with its state, a message, or typing. Letter case and
/// unknown states are tolerated; hubs differ.
/// </summary>
/// <param name="Report">What it reports.</param>
/// <param name="ConversationId">The conversation that was handed over.</param>
/// <param name="Id">Its id, by which a repeat is known; null when it has none.</param>
/// <param name="AgentName">Who it is from, when it says so.</param>
/// <param name="Text">The words in it, or null.</param>
internal sealed record HubActivity(HubReport Report, string ConversationId, string? Id, string? AgentName, string? Text)
{
    private const int LongestName = 60;

    /// <summary>The activity, or null when it has no type or no conversation.</summary>
    public static HubActivity? Read(JsonElement json)
    {
        if (json.ValueKind != JsonValueKind.Object || TextOf(json, "type") is not { } type
            || Find(json, "conversation") is not { ValueKind: JsonValueKind.Object } conversation || TextOf(conversation, "id") is not { } conversationId)
            return null;
        var name = Find(json, "from") is { ValueKind: JsonValueKind.Object } from ? TextOf(from, "name") : null;
        var activity = new HubActivity(HubReport.Unknown, conversationId, TextOf(json, "id"), name is { Length: > LongestName } ? name[..LongestName] : name, null);
        if (Is(type, "message"))
            return activity with { Report = TextOf(json, "text") is null ? HubReport.Unknown : HubReport.Message, Text = TextOf(json, "text") };
        if (Is(type, "typing"))
            return activity with { Report = HubReport.Typing };
        if (!Is(type, "event") || !Is(TextOf(json, "name"), HandoffEventNames.HandoffStatus) || Find(json, "value") is not { ValueKind: JsonValueKind.Object } value)
            return activity;
        return activity with { Report = State(TextOf(value, "state")), Text = Words(Find(value, "message")) };
    }

    private static HubReport State(string? state) => state?.ToUpperInvariant() switch
    {
        "ACCEPTED" => HubReport.Accepted,
        "COMPLETED" => HubReport.Completed,
        "FAILED" => HubReport.Failed,
        // One known hub sends this beside the three documented ones.
        "TYPING" => HubReport.Typing,
        _ => HubReport.Unknown,
    };

    /// <summary>The message of a status may be anything; words are looked for where hubs put them.</summary>
    private static string? Words(JsonElement? message) => message switch
    {
        { ValueKind: JsonValueKind.String } text => Plain(text),
        { ValueKind: JsonValueKind.Object } json => TextOf(json, "text"),
        _ => null,
    };

    private static string? TextOf(JsonElement json, string name) =>
        Find(json, name) is { ValueKind: JsonValueKind.String } value ? Plain(value) : null;

    private static string? Plain(JsonElement text) => text.GetString()?.Trim() is { Length: > 0 } words ? words : null;

    private static JsonElement? Find(JsonElement json, string name)
    {
        foreach (var property in json.EnumerateObject())
        {
            if (Is(property.Name, name))
                return property.Value;
        }

        return null;
    }

    private static bool Is(string? one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);
}
