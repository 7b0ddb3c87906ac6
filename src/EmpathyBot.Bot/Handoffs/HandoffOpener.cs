using System.Security.Cryptography;
using EmpathyBot.Bot.Conversations;
using EmpathyBot.Bot.Dialogs;
using EmpathyBot.Domain.Conversations;
using EmpathyBot.Domain.Handoffs;
using EmpathyBot.Domain.Solving;

namespace EmpathyBot.Bot.Handoffs;

/// <summary>Makes and withdraws tickets. What is said goes out with the ticket, in the same commit.</summary>
internal sealed class HandoffOpener(IConversationEvents conversations, ITicketStore tickets, DeskOutlook outlook)
{
    // Letters and digits that cannot be mistaken for one another when read aloud.
    private const string TicketAlphabet = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";

    /// <summary>Makes the ticket, says so and tells the customer's stream its state: never more of it than that.</summary>
    public async Task OpenAsync(HandoffReason reason, ReplyDraft reply, TurnUnitOfWork work, CancellationToken cancellationToken)
    {
        ProcedureRunner.Leave(work);
        var need = HandoffNeed.Of(work.Conversation, reason);
        var open = await tickets.FindOpenAsync(work.Conversation.Id, cancellationToken);
        var brief = await BriefAsync(reason, work, cancellationToken);
        var wait = open?.Wait ?? new HandoffWait(work.At, work.At);

        // Who waits already and now needs someone more keeps the place in line and the ticket.
        var ticket = open is null
            ? new HandoffTicket(NewId(), work.Conversation.Id, HandoffState.Queued, reason, need, work.At, work.At, null, null, brief, Wait: wait) { AtHub = outlook.Times.AtHub }
            : open with { Reason = reason, Need = need, Brief = brief, Wait = wait.AfterAnswer(work.At), Version = open.Version + 1 };
        work.Happened(new HandoffMoved(work.TurnId, work.At, ticket.Id, ticket.State, reason, null) { AtHub = ticket.AtHub });
        TellHub(HubNoticeKind.Initiate, ticket, work);

        var moment = (await outlook.ReadAsync(cancellationToken)).At(ticket.AtHub);
        var isOffered = HandoffWords.SayRequested(ticket, moment, reply, work);
        if (isOffered)
            work.Happened(new CallbackTalked(work.TurnId, work.At, CallbackTalk.Offered));
        work.Ticket = ticket with { Wait = ticket.Wait! with { CallbackOffered = wait.CallbackOffered || isOffered } };
        TellState(reply, work, work.Ticket);
    }

    /// <summary>Says how the waiting stands, honestly: a place in line, none, or the time that was promised.</summary>
    public async Task SayWaitingAsync(ReplyDraft reply, TurnUnitOfWork work, CancellationToken cancellationToken)
    {
        var moment = await outlook.ReadAsync(cancellationToken);
        var ticket = await tickets.FindOpenAsync(work.Conversation.Id, cancellationToken);
        reply.Say(HandoffWords.Waiting(ticket, moment.At(ticket?.AtHub == true), work));
        if (ticket?.Wait is { } wait)
            work.Ticket = ticket with { Wait = wait.AfterAnswer(work.At), Version = ticket.Version + 1 };
    }

    /// <summary>Asks where the customer can be reached. The ticket is made at once: who never answers that is not forgotten.</summary>
    public async Task AskContactAsync(bool again, ReplyDraft reply, TurnUnitOfWork work, CancellationToken cancellationToken)
    {
        reply.Say(work.Message(again ? ContentMessages.CallbackAskAgain : ContentMessages.CallbackAsk));
        if (work.Conversation.Handoff.TicketId is null)
        {
            ProcedureRunner.Leave(work);
            work.Ticket = await NewAsync(HandoffReason.AskedForPerson, work, cancellationToken);
            TellState(reply, work, work.Ticket);
        }

        work.Happened(new CallbackTalked(work.TurnId, work.At, again ? CallbackTalk.ContactAskedAgain : CallbackTalk.ContactAsked));
    }

    /// <summary>Notes where the customer can be reached, and promises by when: on the open ticket, or on a new one.</summary>
    public async Task TakeCallbackAsync(CustomerContact contact, ReplyDraft reply, TurnUnitOfWork work, CancellationToken cancellationToken)
    {
        ProcedureRunner.Leave(work);
        var moment = await outlook.ReadAsync(cancellationToken);
        var open = await tickets.FindOpenAsync(work.Conversation.Id, cancellationToken);
        var reason = open?.Reason ?? HandoffReason.AskedForPerson;
        var (ticketId, promisedBy) = (open?.Id ?? NewId(), moment.Times.PromiseAt(work.At));
        if (open is null)
            work.Happened(new HandoffMoved(work.TurnId, work.At, ticketId, HandoffState.Queued, reason, null) { AtHub = outlook.Times.AtHub });
        work.Happened(new CallbackTalked(work.TurnId, work.At, CallbackTalk.Promised, promisedBy));
        work.Happened(new FactCollected(work.TurnId, work.At, "contact", contact.Value));
        if (promisedBy is not null)
            work.Happened(new PromiseMade(work.TurnId, work.At, HandoffWords.Promise(contact, moment, work)));

        var brief = await BriefAsync(reason, work, cancellationToken);
        var ticket = open ?? new HandoffTicket(
            ticketId, work.Conversation.Id, HandoffState.Queued, reason, HandoffNeed.Of(work.Conversation, reason), work.At, work.At, null, null, brief)
        {
            AtHub = outlook.Times.AtHub,
        };
        var wait = (ticket.Wait ?? new HandoffWait(work.At, work.At)).AfterAnswer(work.At) with { CallbackOffered = true };
        work.Ticket = ticket with
        {
            Brief = brief,
            Wait = wait,
            Callback = new Callback(contact, work.At, promisedBy),
            Version = open is null ? 0 : open.Version + 1,
        };
        TellHub(HubNoticeKind.Initiate, work.Ticket, work);
        reply.Say(HandoffWords.Promised(work.Ticket, moment, work));
        TellState(reply, work, work.Ticket);
    }

    /// <summary>The customer would rather wait, or be left alone with it.</summary>
    public async Task DeclineCallbackAsync(ReplyDraft reply, TurnUnitOfWork work, CancellationToken cancellationToken)
    {
        var moment = (await outlook.ReadAsync(cancellationToken)).At(work.Conversation.Handoff.AtHub);
        work.Happened(new CallbackTalked(work.TurnId, work.At, CallbackTalk.Declined));
        var position = work.Conversation.Handoff.TicketId is { } ticketId ? moment.PositionOf(ticketId) : null;
        reply.Say(work.Conversation.Handoff.IsWaiting
            ? work.Message(ContentMessages.CallbackDeclined, new Dictionary<string, object?> { ["position"] = position })
            : work.Message(ContentMessages.OfferDeclined));
    }

    /// <summary>The customer leaves the queue; the ticket ends as abandoned.</summary>
    public async Task LeaveQueueAsync(ReplyDraft reply, TurnUnitOfWork work, CancellationToken cancellationToken)
    {
        var ticket = await tickets.FindOpenAsync(work.Conversation.Id, cancellationToken);
        if (ticket is null || HandoffStateMachine.Apply(ticket, new HandoffMove.Abandon(), work.At) is not TicketMoved left)
        {
            reply.Say(work.Message(ContentMessages.StopNothing));
            return;
        }

        work.Ticket = left.Ticket;
        TellHub(HubNoticeKind.End, left.Ticket, work);
        work.Happened(new HandoffMoved(work.TurnId, work.At, ticket.Id, left.Ticket.State, ticket.Reason, null));
        reply.Say(work.Message(ContentMessages.HandoffLeftQueue));
        TellState(reply, work, left.Ticket);
    }

    /// <summary>Writes the brief of an open ticket anew, after reading was switched off: no mood stays in it.</summary>
    public async Task ForgetMoodAsync(TurnUnitOfWork work, CancellationToken cancellationToken)
    {
        if (await tickets.FindOpenAsync(work.Conversation.Id, cancellationToken) is not { } ticket)
            return;
        var brief = await BriefAsync(ticket.Reason, work, cancellationToken);
        work.Ticket = ticket with { Brief = brief, Need = HandoffNeed.Of(work.Conversation, ticket.Reason), Version = ticket.Version + 1 };
        TellHub(HubNoticeKind.Initiate, ticket, work);
    }

    /// <summary>A ticket of someone who asked to be called back, and so need not be offered that.</summary>
    private async Task<HandoffTicket> NewAsync(HandoffReason reason, TurnUnitOfWork work, CancellationToken cancellationToken)
    {
        var id = NewId();
        work.Happened(new HandoffMoved(work.TurnId, work.At, id, HandoffState.Queued, reason, null) { AtHub = outlook.Times.AtHub });
        var ticket = new HandoffTicket(
            id, work.Conversation.Id, HandoffState.Queued, reason, HandoffNeed.Of(work.Conversation, reason), work.At, work.At, null, null,
            await BriefAsync(reason, work, cancellationToken), Wait: new HandoffWait(work.At, work.At, CallbackOffered: true))
        {
            AtHub = outlook.Times.AtHub,
        };
        TellHub(HubNoticeKind.Initiate, ticket, work);
        return ticket;
    }

    private static void TellHub(HubNoticeKind kind, HandoffTicket ticket, TurnUnitOfWork work)
    {
        if (ticket.AtHub)
            work.ToHub.Add(HubNotice.New(ticket.Id, kind));
    }

    private async Task<HandoffBrief> BriefAsync(HandoffReason reason, TurnUnitOfWork work, CancellationToken cancellationToken)
    {
        var earlier = await conversations.ReadEventsAsync(work.Conversation.Id, cancellationToken);
        return HandoffBriefWriter.Write(work.Conversation, [.. earlier, .. work.Events], reason, work.At, work.Memory);
    }

    private static string NewId() => "H-" + RandomNumberGenerator.GetString(TicketAlphabet, 6);

    // Other channels know no such event, and some refuse events at all.
    private static void TellState(ReplyDraft reply, TurnUnitOfWork work, HandoffTicket ticket)
    {
        if (work.Stored.Channel == TurnUnitOfWork.WebsiteChannel)
            reply.AddEvent(StateEvent(work, ticket.Id, ticket.State));
    }

    private static Activity StateEvent(TurnUnitOfWork work, string ticketId, HandoffState state) => new()
    {
        Type = ActivityTypes.Event,
        Name = "handoff",
        Id = WireActivity.NewId(work.Conversation.Id),
        Timestamp = work.At,
        Value = new Dictionary<string, object?> { ["ticket"] = ticketId, ["state"] = state.ToCode() },
    };
}
