using EmpathyBot.Bot.Conversations;
using EmpathyBot.Domain.Conversations;
using EmpathyBot.Domain.Handoffs;
using EmpathyBot.Domain.Solving;

namespace EmpathyBot.Bot.Handoffs;

/// <summary>What the customer is told when time moved their handoff: no turn of theirs set it off.</summary>
internal static class HandoffNotice
{
    /// <summary>All that is to be written: the ticket, what happened, what is said.</summary>
    public static TurnCommit Of(
        ClockAct act, HandoffTicket before, HandoffTicket ticket, StoredConversation stored, DeskMoment moment, IContent content)
    {
        var now = moment.Now;
        var saidId = WireActivity.NewId(stored.Id);
        List<ConversationEvent> events = [];
        List<OutgoingActivity> activities = [];
        if (ticket.State != before.State)
        {
            var stateId = WireActivity.NewId(stored.Id);
            events.Add(new HandoffMoved(stateId, now, ticket.Id, ticket.State, ticket.Reason, null));
            if (stored.Channel == TurnUnitOfWork.WebsiteChannel)
                activities.Add(Out(stateId, WireActivity.HandoffState(stored.Id, stateId, ticket.Id, ticket.State.ToCode(), now)));
        }

        var language = content.LanguageOf(stored.State.Locale);
        var by = moment.By(language);
        var text = content.Message(KeyOf(act), stored.State.Locale, new Dictionary<string, object?>
        {
            ["ticket"] = ticket.Id,
            ["agent"] = before.AgentName,
            ["position"] = moment.PositionOf(ticket.Id),
            ["nobody"] = moment.IsNobodyThere,
            ["by"] = by,
            [ContentMessages.Formal] = stored.State.Formal,
            // Another wording each time, and the same when the same is said again after a lost race.
            [ContentMessages.Seed] = $"{ticket.Id}{ticket.Wait?.Told}",
        });
        events.Add(new BotSaid(saidId, now, text));
        if (act is ClockAct.OfferCallback or ClockAct.TimeOut && by is not null)
            events.Add(new CallbackTalked(saidId, now, CallbackTalk.Offered));
        activities.Add(Out(saidId, WireActivity.BotMessage(stored.Id, saidId, text, stored.State.Locale, now)));

        return new TurnCommit
        {
            ConversationId = stored.Id,
            Version = stored.Version,
            State = stored.State.Apply(events),
            Dialogs = ticket.IsOpen ? null : "",
            Events = events,
            Activities = activities,
            Ticket = ticket,
        };

        OutgoingActivity Out(string id, System.Text.Json.Nodes.JsonObject activity)
        {
            activity["channelId"] = stored.Channel;
            return new OutgoingActivity(id, activity.ToJsonString(), Deliver: stored.Channel != TurnUnitOfWork.WebsiteChannel);
        }
    }

    private static string KeyOf(ClockAct act) => act switch
    {
        ClockAct.AgentLost => ContentMessages.HandoffAgentLost,
        ClockAct.TransferUntaken => ContentMessages.HandoffTransferUntaken,
        ClockAct.CustomerGone => ContentMessages.HandoffCustomerGone,
        ClockAct.TimeOut => ContentMessages.HandoffTimedOut,
        ClockAct.OfferCallback => ContentMessages.HandoffOfferCallback,
        _ => ContentMessages.HandoffUpdate,
    };
}
