using System.Text.Json.Nodes;
using EmpathyBot.Domain.Conversations;
using EmpathyBot.Domain.Handoffs;

namespace EmpathyBot.AgentDesk.Handoffs;

/// <summary>Activities that an agent's act puts on the customer's stream.</summary>
internal static class AgentActivities
{
    /// <summary>On the website the stored row is the delivery; any other channel must be called.</summary>
    private const string Website = "directline";

    public static OutgoingActivity Out(StoredConversation stored, string id, JsonObject activity)
    {
        activity["channelId"] = stored.Channel;
        return new OutgoingActivity(id, activity.ToJsonString(), Deliver: stored.Channel != Website);
    }

    /// <summary>The ticket and its state, and nothing more. Channels that refuse events (Teams) are sent none.</summary>
    public static IEnumerable<OutgoingActivity> State(StoredConversation stored, string id, HandoffTicket ticket, DateTimeOffset at) =>
        stored.Channel == Website
            ? [Out(stored, id, WireActivity.HandoffState(stored.Id, id, ticket.Id, ticket.State.ToCode(), at, ticket.State == HandoffState.Accepted ? ticket.AgentName : null))]
            : [];

    /// <summary>True when typing can be shown: it is passing, so there must be a stream to show it on.</summary>
    public static bool ShowsTyping(string channel) => channel == Website;
}
