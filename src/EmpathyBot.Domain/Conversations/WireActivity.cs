using System.Globalization;
using System.Text.Json.Nodes;

namespace EmpathyBot.Domain.Conversations;

/// <summary>
/// Activities as they stand on the wire (Bot Framework activity schema), for rings that write one without the Bot
/// Builder: an agent's words, the state of a handoff, typing.
/// </summary>
public static class WireActivity
{
    /// <summary>A new activity id: opaque, unique, unguessable.</summary>
    public static string NewId(string conversationId) => $"{conversationId}|{Guid.CreateVersion7():N}";

    /// <summary>A message from an agent. <paramref name="text"/> is shown as plain text.</summary>
    public static JsonObject AgentMessage(string conversationId, string activityId, string agentName, string text, DateTimeOffset at)
    {
        var activity = From("message", conversationId, activityId, agentName, at);
        activity["text"] = text;
        activity["textFormat"] = "plain";
        return activity;
    }

    /// <summary>A message of the bot's that comes without a turn of its own. <paramref name="markdown"/> as in all that the bot says.</summary>
    /// <param name="conversationId">Where.</param>
    /// <param name="activityId">Its id.</param>
    /// <param name="markdown">The words.</param>
    /// <param name="locale">What they are written in.</param>
    /// <param name="at">When.</param>
    /// <param name="suggestions">Answers to take with one press.</param>
    public static JsonObject BotMessage(
        string conversationId, string activityId, string markdown, string locale, DateTimeOffset at, params IReadOnlyList<string> suggestions)
    {
        var activity = From("message", conversationId, activityId, null, at);
        activity["text"] = markdown;
        activity["textFormat"] = "markdown";
        activity["locale"] = locale;
        if (suggestions.Count > 0)
        {
            activity["suggestedActions"] = new JsonObject
            {
                ["actions"] = new JsonArray([.. suggestions.Select(answer => new JsonObject { ["type"] = "imBack", ["title"] = answer, ["value"] = answer })]),
            };
        }

        return activity;
    }

    /// <summary>An agent is typing. Passing, never stored.</summary>
    public static JsonObject AgentTyping(string conversationId, string agentName, DateTimeOffset at) =>
        From("typing", conversationId, NewId(conversationId), agentName, at);

    /// <summary>All that the customer's own stream ever learns of a handoff: its ticket and its state.</summary>
    public static JsonObject HandoffState(
        string conversationId, string activityId, string ticketId, string state, DateTimeOffset at, string? agentName = null)
    {
        var activity = From("event", conversationId, activityId, agentName, at);
        activity["name"] = "handoff";
        activity["value"] = new JsonObject { ["ticket"] = ticketId, ["state"] = state };
        return activity;
    }

    private static JsonObject From(string type, string conversationId, string activityId, string? agentName, DateTimeOffset at) => new()
    {
        ["type"] = type,
        ["id"] = activityId,
        ["timestamp"] = at.UtcDateTime.ToString("O", CultureInfo.InvariantCulture),
        ["channelId"] = "directline",
        ["conversation"] = new JsonObject { ["id"] = conversationId },
        ["from"] = agentName is null
            ? new JsonObject { ["id"] = "empathybot", ["name"] = "Assistant", ["role"] = "bot" }
            : new JsonObject { ["id"] = "agent", ["name"] = agentName, ["role"] = "bot" },
    };
}
