using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace EmpathyBot.DirectLine.Conversations;

/// <summary>
/// Checks an activity that came in, once, here: fields of the activity schema have the schema's types, so that whoever
/// reads it later need not ask again. Fields the schema does not know pass as they are.
/// </summary>
internal static class ActivityShape
{
    private const int MaxNameChars = 256;

    private static readonly string[] Texts =
    [
        "type", "name", "text", "textFormat", "locale", "speak", "inputHint", "summary", "label", "valueType", "replyToId", "topicName",
        "action", "code", "importance", "attachmentLayout", "localTimezone", "deliveryMode", "serviceUrl", "callerId",
    ];

    private static readonly string[] Lists =
    [
        "attachments", "entities", "membersAdded", "membersRemoved", "reactionsAdded", "reactionsRemoved", "listenFor", "textHighlights",
    ];

    private static readonly string[] Objects = ["from", "recipient", "conversation", "suggestedActions", "relatesTo", "semanticAction"];

    private static readonly string[] Times = ["localTimestamp", "expiration"];

    private static readonly string[] ListsOfObjects = ["attachments", "entities"];

    private static readonly string[] AttachmentTexts = ["contentType", "name", "contentUrl", "thumbnailUrl"];

    private static readonly string[] AttachmentAddresses = ["contentUrl", "thumbnailUrl"];

    /// <summary>The activity, or the sentence that says what is wrong with it.</summary>
    public static Checked<JsonObject> Check(string json) =>
        BoundedBody.ParseObject(json).Passed(out var activity, out var refusal) ? Check(activity) : refusal;

    private static Checked<JsonObject> Check(JsonObject activity)
    {
        var fault = WrongKind(activity, Texts, JsonValueKind.String, "a text")
            ?? WrongKind(activity, Lists, JsonValueKind.Array, "a list")
            ?? WrongKind(activity, Objects, JsonValueKind.Object, "an object")
            ?? WrongTime(activity)
            ?? WrongElement(activity)
            ?? WrongAttachment(activity);
        if (fault is not null)
        {
            return Refusal.BadArgument(fault);
        }

        return WireText.Of(activity["type"]) is { Length: > 0 and <= MaxNameChars }
            ? activity
            : new Refusal(400, "MissingProperty", "An activity needs a type, such as \"message\".");
    }

    private static string? WrongKind(JsonObject activity, string[] names, JsonValueKind kind, string called) =>
        names.FirstOrDefault(name => activity[name] is { } node && node.GetValueKind() != kind) is { } wrong
            ? $"The field {wrong} must be {called}."
            : null;

    private static string? WrongTime(JsonObject activity) =>
        Times.FirstOrDefault(name => activity[name] is { } node && !DateTimeOffset.TryParse(
            WireText.Of(node), CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out _)) is { } wrong
            ? $"The field {wrong} must be a time such as \"2026-01-31T12:00:00Z\"."
            : null;

    private static string? WrongElement(JsonObject activity) =>
        ListsOfObjects.FirstOrDefault(
            name => activity[name] is JsonArray list && list.Any(element => element is not JsonObject)) is { } wrong
            ? $"The field {wrong} must be a list of objects."
            : null;

    private static string? WrongAttachment(JsonObject activity) =>
        activity["attachments"] is JsonArray attachments && attachments.OfType<JsonObject>().Any(IsStrange)
            ? "An attachment has texts for contentType, name, contentUrl and thumbnailUrl, and its addresses begin with https:, http: or data:."
            : null;

    private static bool IsStrange(JsonObject attachment) =>
        AttachmentTexts.Any(
            field => attachment[field] is { } node && node.GetValueKind() != JsonValueKind.String)
        || AttachmentAddresses.Any(field => WireText.Of(attachment[field]) is { Length: > 0 } url && !IsHarmless(url));

    /// <summary>An agent will click it: no <c>javascript:</c>, no <c>file:</c>.</summary>
    private static bool IsHarmless(string url) =>
        url.StartsWith("https:", StringComparison.OrdinalIgnoreCase)
        || url.StartsWith("http:", StringComparison.OrdinalIgnoreCase)
        || url.StartsWith("data:", StringComparison.OrdinalIgnoreCase);
}
