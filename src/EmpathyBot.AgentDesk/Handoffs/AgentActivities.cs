using System.Text.Json.Nodes;
using EmpathyBot.Domain.Conversations;
using EmpathyBot.Domain.Handoffs;

namespace EmpathyBot.AgentDesk.Handoffs;

/// <summary>Activities that an agent's act puts on the customer's stream.</summary>
internal static class AgentActivities
{
    /// <summary>The website's chat, whose page knows events and typing.</summary>
    private const string Website = "directline";

    public static OutgoingActivity Out(StoredConversation stored, string id, JsonObject activity)
    {
        activity["channelId"] = stored.Channel;
        // A channel that is called shows every word as the bot's own: who speaks must stand in it.
        if (stored.Channel != Website && (string?)activity["from"]?["id"] == "agent" && (string?)activity["text"] is { } text)
            activity["text"] = $"{activity["from"]!["name"]}: {text}";
        return new OutgoingActivity(id, activity.ToJsonString(), stored.IsCalled);
    }

    /// <summary>The ticket and its state, and nothing more. Channels that refuse events (Teams) are sent none.</summary>
    public static IEnumerable<OutgoingActivity> State(StoredConversation stored, string id, HandoffTicket ticket, DateTimeOffset at) =>
        stored.Channel == Website
            ? [Out(stored, id, WireActivity.HandoffState(stored.Id, id, ticket.Id, ticket.State.ToCode(), at, ticket.State == HandoffState.Accepted ? ticket.AgentName : null))]
            : [];

    /// <summary>True when typing can be shown: it is passing, so there must be a stream to show it on.</summary>
    public static bool ShowsTyping(StoredConversation stored) => stored is { Channel: Website, IsCalled: false };
}
