using System.Globalization;
using System.Text.Json.Nodes;
using EmpathyBot.Domain.Conversations;
using EmpathyBot.Domain.Handoffs;
using Microsoft.Extensions.Options;

namespace EmpathyBot.Bot.Handoffs;

/// <summary>
/// Puts together what another hub is told, from what is stored at this moment: <c>handoff.initiate</c> with the brief as an
/// object and the transcript, what the customer wrote since, and that it is over.
/// </summary>
internal sealed class HubPackets(IConversationStore conversations, ITicketStore tickets, IOptions<HandoffOptions> options, TimeProvider time)
{
    /// <summary>The activity, or null when there is nothing to tell any more.</summary>
    public async Task<JsonObject?> ComposeAsync(string conversationId, HubNotice notice, CancellationToken cancellationToken)
    {
        if (await tickets.FindAsync(notice.TicketId, cancellationToken) is not { } ticket
            || await conversations.FindAsync(conversationId, cancellationToken) is not { } stored)
            return null;
        if (notice.Kind == HubNoticeKind.End)
            return Activity("endOfConversation", stored, notice, fromCustomer: false);
        if (!ticket.AtHub || !ticket.IsOpen)
            return null;
        var events = await conversations.ReadEventsAsync(conversationId, cancellationToken);
        return notice.Kind == HubNoticeKind.Initiate ? Initiate(ticket, stored, notice, events) : Message(stored, notice, events);
    }

    private JsonObject Initiate(HandoffTicket ticket, StoredConversation stored, HubNotice notice, IReadOnlyList<ConversationEvent> events)
    {
        var hub = options.Value.Hub;
        var mask = new ContactMask(ticket.Brief.DoNotAskAgain);
        var activity = Activity("event", stored, notice, fromCustomer: true);
        activity["name"] = HandoffEventNames.InitiateHandoff;
        activity["locale"] = stored.State.Locale;
        var value = HubBrief.Write(ticket, mask);
        if (hub.PublicUrl.Length > 0)
            value["desk"] = $"{hub.PublicUrl.TrimEnd('/')}/desk#/conversations/{Uri.EscapeDataString(stored.Id)}";
        activity["value"] = value;
        HubTranscript.Attach(activity, events, mask, hub.MaxBytes);
        return activity;
    }

    private JsonObject? Message(StoredConversation stored, HubNotice notice, IReadOnlyList<ConversationEvent> events)
    {
        if (events.OfType<CustomerSaid>().FirstOrDefault(said => said.TurnId == notice.TurnId) is not { } said)
            return null;
        var activity = Activity("message", stored, notice, fromCustomer: true);
        // Said to the person who has the conversation: only secrets are masked.
        activity["text"] = SecretMask.Mask(said.Text).Text;
        activity["textFormat"] = "plain";
        return activity;
    }

    private JsonObject Activity(string type, StoredConversation stored, HubNotice notice, bool fromCustomer)
    {
        var serviceUrl = options.Value.Hub.PublicUrl is { Length: > 0 } url ? url.TrimEnd('/') + HubEndpoint.Pattern : null;
        var activity = new JsonObject
        {
            ["type"] = type,
            ["id"] = notice.ActivityId,
            ["timestamp"] = time.GetUtcNow().UtcDateTime.ToString("O", CultureInfo.InvariantCulture),
            ["channelId"] = stored.Channel,
            ["conversation"] = new JsonObject { ["id"] = stored.Id },
            ["from"] = fromCustomer ? HubTranscript.Customer() : HubTranscript.Bot(),
            ["relatesTo"] = new JsonObject
            {
                ["conversation"] = new JsonObject { ["id"] = stored.Id },
                ["channelId"] = stored.Channel,
                ["user"] = HubTranscript.Customer(),
                ["bot"] = HubTranscript.Bot(),
            },
        };
        if (serviceUrl is not null)
        {
            activity["serviceUrl"] = serviceUrl;
            activity["relatesTo"]!["serviceUrl"] = serviceUrl;
        }

        return activity;
    }
}
