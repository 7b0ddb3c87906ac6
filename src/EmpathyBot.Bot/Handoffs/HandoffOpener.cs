using System.Security.Cryptography;
using EmpathyBot.Bot.Conversations;
using EmpathyBot.Bot.Dialogs;
using EmpathyBot.Domain.Conversations;
using EmpathyBot.Domain.Handoffs;
using EmpathyBot.Domain.Solving;

namespace EmpathyBot.Bot.Handoffs;

/// <summary>Makes and withdraws tickets. What is said goes out with the ticket, in the same commit.</summary>
internal sealed class HandoffOpener(IConversationStore conversations, ITicketStore tickets)
{
    // Letters and digits that cannot be mistaken for one another when read aloud.
    private const string TicketAlphabet = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";

    /// <summary>Makes the ticket, says so and tells the customer's stream its state: never more of it than that.</summary>
    public async Task OpenAsync(HandoffReason reason, ReplyDraft reply, TurnUnitOfWork work, CancellationToken cancellationToken)
    {
        if (work.Conversation.Episode.Procedure is not null)
            ProcedureRunner.Leave(work);

        var ticketId = "H-" + RandomNumberGenerator.GetString(TicketAlphabet, 6);
        var earlier = await conversations.ReadEventsAsync(work.Conversation.Id, cancellationToken);
        var brief = HandoffBriefWriter.Write(work.Conversation, [.. earlier, .. work.Events], reason, work.At);
        work.Ticket = new HandoffTicket(
            ticketId, work.Conversation.Id, HandoffState.Queued, reason, HandoffNeed.Of(work.Conversation, reason),
            work.At, work.At, null, null, brief);
        work.Happened(new HandoffMoved(work.TurnId, work.At, ticketId, HandoffState.Queued, reason, null));

        reply.Say(work.Message(ContentMessages.HandoffRequested(reason), new Dictionary<string, object?>
        {
            ["ticket"] = ticketId,
            ["helpLine"] = work.HelpLine,
        }));
        reply.AddEvent(StateEvent(work, ticketId, HandoffState.Queued));
    }

    /// <summary>The customer leaves the queue; the ticket ends as abandoned.</summary>
    public async Task LeaveQueueAsync(ReplyDraft reply, TurnUnitOfWork work, CancellationToken cancellationToken)
    {
        var ticket = await tickets.FindOpenAsync(work.Conversation.Id, cancellationToken);
        if (ticket is null)
        {
            reply.Say(work.Message(ContentMessages.StopNothing));
            return;
        }

        work.Ticket = ticket with { State = HandoffState.Abandoned, MovedAt = work.At, Version = ticket.Version + 1 };
        work.Happened(new HandoffMoved(work.TurnId, work.At, ticket.Id, HandoffState.Abandoned, ticket.Reason, null));
        reply.Say(work.Message(ContentMessages.HandoffLeftQueue));
        reply.AddEvent(StateEvent(work, ticket.Id, HandoffState.Abandoned));
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
