using EmpathyBot.Bot.Conversations;
using EmpathyBot.Domain.Conversations;
using EmpathyBot.Domain.Handoffs;
using EmpathyBot.Domain.Solving;

namespace EmpathyBot.Bot.Handoffs;

/// <summary>What the customer is told when time or another hub moved their handoff: no turn of theirs set it off.</summary>
internal static class HandoffNotice
{
    /// <summary>All that is to be written when time moved it: the ticket, what happened, what is said.</summary>
    public static TurnCommit Of(
        ClockAct act, HandoffTicket before, HandoffTicket ticket, StoredConversation stored, DeskMoment moment, IContent content)
    {
        var commit = Of(KeyOf(act), act is ClockAct.OfferCallback or ClockAct.TimeOut, before, ticket, stored, moment, content);
        return before.AtHub && !ticket.IsOpen ? commit with { ToHub = [HubNotice.New(ticket.Id, HubNoticeKind.End)] } : commit;
    }

    /// <summary>All that is to be written: the ticket, what happened, what is said.</summary>
    /// <param name="key">The message that is said; null for none.</param>
    /// <param name="offersCallback">True when it offers a callback, if one can be promised.</param>
    /// <param name="before">The ticket as it stood.</param>
    /// <param name="ticket">The ticket after it.</param>
    /// <param name="stored">The conversation.</param>
    /// <param name="desk">The desk as it is now.</param>
    /// <param name="content">The words.</param>
    public static TurnCommit Of(
        string? key, bool offersCallback, HandoffTicket before, HandoffTicket ticket, StoredConversation stored, DeskMoment desk, IContent content)
    {
        var moment = desk.At(ticket.AtHub);
        var now = moment.Now;
        var saidId = WireActivity.NewId(stored.Id);
        List<ConversationEvent> events = [];
        List<OutgoingActivity> activities = [];
        if (ticket.State != before.State || ticket.AtHub != before.AtHub)
        {
            var stateId = WireActivity.NewId(stored.Id);
            var agent = ticket.State == HandoffState.Accepted ? ticket.AgentName : null;
            if (stored.Channel == TurnUnitOfWork.WebsiteChannel)
                activities.Add(Out(stateId, WireActivity.HandoffState(stored.Id, stateId, ticket.Id, ticket.State.ToCode(), now, agent)));
            events.Add(new HandoffMoved(stateId, now, ticket.Id, ticket.State, ticket.Reason, ticket.AgentName) { AtHub = ticket.AtHub });
        }

        if (key is not null)
            Say(key);
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

        void Say(string key)
        {
            var by = moment.By(content.LanguageOf(stored.State.Locale));
            var text = content.Message(key, stored.State.Locale, new Dictionary<string, object?>
            {
                ["ticket"] = ticket.Id,
                ["agent"] = ticket.AgentName ?? before.AgentName,
                ["position"] = moment.PositionOf(ticket.Id),
                ["nobody"] = moment.IsNobodyThere,
                ["by"] = by,
                [ContentMessages.Formal] = stored.State.Formal,
                // Another wording each time, and the same when the same is said again after a lost race.
                [ContentMessages.Seed] = $"{ticket.Id}{ticket.Wait?.Told}",
            });
            events.Add(new BotSaid(saidId, now, text));
            if (offersCallback && by is not null)
                events.Add(new CallbackTalked(saidId, now, CallbackTalk.Offered));
            activities.Add(Out(saidId, WireActivity.BotMessage(stored.Id, saidId, text, stored.State.Locale, now)));
        }

        OutgoingActivity Out(string id, System.Text.Json.Nodes.JsonObject activity)
        {
            activity["channelId"] = stored.Channel;
            return new OutgoingActivity(id, activity.ToJsonString(), stored.IsCalled);
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
