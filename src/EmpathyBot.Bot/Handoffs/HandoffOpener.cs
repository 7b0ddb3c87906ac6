using System.Security.Cryptography;
using EmpathyBot.Bot.Conversations;
using EmpathyBot.Bot.Dialogs;
using EmpathyBot.Domain.Conversations;
using EmpathyBot.Domain.Handoffs;
using EmpathyBot.Domain.Solving;

namespace EmpathyBot.Bot.Handoffs;

/// <summary>Makes and withdraws tickets. What is said goes out with the ticket, in the same commit.</summary>
internal sealed class HandoffOpener(IConversationEvents conversations, ITicketStore tickets)
{
    // Letters and digits that cannot be mistaken for one another when read aloud.
    private const string TicketAlphabet = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";

    /// <summary>Makes the ticket, says so and tells the customer's stream its state: never more of it than that.</summary>
    public async Task OpenAsync(HandoffReason reason, ReplyDraft reply, TurnUnitOfWork work, CancellationToken cancellationToken)
    {
        ProcedureRunner.Leave(work);
        var earlier = await conversations.ReadEventsAsync(work.Conversation.Id, cancellationToken);
        var brief = HandoffBriefWriter.Write(work.Conversation, [.. earlier, .. work.Events], reason, work.At, work.Memory);
        var need = HandoffNeed.Of(work.Conversation, reason);
        var open = await tickets.FindOpenAsync(work.Conversation.Id, cancellationToken);

        // Who waits already and now needs someone more keeps the place in line and the ticket.
        work.Ticket = open is null
            ? new HandoffTicket(NewId(), work.Conversation.Id, HandoffState.Queued, reason, need, work.At, work.At, null, null, brief)
            : open with { Reason = reason, Need = need, Brief = brief, Version = open.Version + 1 };
        var ticketId = work.Ticket.Id;
        work.Happened(new HandoffMoved(work.TurnId, work.At, ticketId, work.Ticket.State, reason, null));

        reply.Say(work.Message(ContentMessages.HandoffRequested(reason), new Dictionary<string, object?>
        {
            ["ticket"] = ticketId,
            ["helpLine"] = work.HelpLine,
        }));
        TellState(reply, work, work.Ticket);
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
        work.Happened(new HandoffMoved(work.TurnId, work.At, ticket.Id, left.Ticket.State, ticket.Reason, null));
        reply.Say(work.Message(ContentMessages.HandoffLeftQueue));
        TellState(reply, work, left.Ticket);
    }

    /// <summary>Writes the brief of an open ticket anew, after reading was switched off: no mood stays in it.</summary>
    public async Task ForgetMoodAsync(TurnUnitOfWork work, CancellationToken cancellationToken)
    {
        if (await tickets.FindOpenAsync(work.Conversation.Id, cancellationToken) is not { } ticket)
            return;
        var earlier = await conversations.ReadEventsAsync(work.Conversation.Id, cancellationToken);
        var brief = HandoffBriefWriter.Write(work.Conversation, [.. earlier, .. work.Events], ticket.Reason, work.At, work.Memory);
        work.Ticket = ticket with { Brief = brief, Need = HandoffNeed.Of(work.Conversation, ticket.Reason), Version = ticket.Version + 1 };
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
