using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using EmpathyBot.Domain.Conversations;
using EmpathyBot.Domain.Handoffs;

namespace EmpathyBot.Bot.Handoffs;

/// <summary>The transcript as the handoff protocol attaches it: what was said, oldest first, masked. No mood, no notes.</summary>
internal static class HubTranscript
{
    /// <summary>The customer, without an id by which they could be found elsewhere.</summary>
    public static JsonObject Customer() => new() { ["id"] = "customer", ["role"] = "user" };

    public static JsonObject Bot() => new() { ["id"] = "empathybot", ["name"] = "Assistant", ["role"] = "bot" };

    /// <summary>Attaches as much as fits, the newest first kept, and says how many messages were left out.</summary>
    public static void Attach(JsonObject activity, IReadOnlyList<ConversationEvent> events, ContactMask mask, int maxBytes)
    {
        var said = events.Select(happened => Said(happened, mask)).OfType<JsonObject>().ToList();
        var content = new JsonObject();
        var attachment = new JsonObject { ["name"] = "Transcript", ["contentType"] = "application/json", ["content"] = content };
        activity["attachments"] = new JsonArray(attachment);
        var room = maxBytes - Bytes(activity) - 64;
        var first = said.Count;
        while (first > 0 && (room -= Bytes(said[first - 1]) + 1) >= 0)
            first--;
        content["activities"] = new JsonArray([.. said.Skip(first)]);
        if (first > 0)
            activity["value"]!["transcriptLeftOut"] = first;
    }

    private static JsonObject? Said(ConversationEvent happened, ContactMask mask) => happened switch
    {
        CustomerSaid said => Message(said.TurnId, said.At, Customer(), mask.Mask(said.Text)),
        BotSaid said => Message($"{said.TurnId}#bot", said.At, Bot(), mask.Mask(said.Text)),
        AgentSaid said => Message(said.TurnId, said.At, new() { ["id"] = "agent", ["name"] = said.AgentName, ["role"] = "bot" }, mask.Mask(said.Text)),
        _ => null,
    };

    private static JsonObject Message(string id, DateTimeOffset at, JsonObject from, string text) => new()
    {
        ["type"] = "message",
        ["id"] = id,
        ["timestamp"] = at.UtcDateTime.ToString("O", CultureInfo.InvariantCulture),
        ["from"] = from,
        ["text"] = text,
    };

    private static int Bytes(JsonNode json) => Encoding.UTF8.GetByteCount(json.ToJsonString());
}
