using EmpathyBot.Domain.Conversations;
using EmpathyBot.Domain.Handoffs;

namespace EmpathyBot.AgentDesk.Conversations;

/// <summary>
/// The brief as it may be shown. A customer who switches reading off after the handoff was made has a brief with mood in it;
/// it is then written anew from what happened, without.
/// </summary>
internal sealed class MoodFreeBrief(IConversationStore conversations)
{
    public async Task<HandoffBrief> OfAsync(HandoffTicket ticket, Conversation conversation, CancellationToken cancellationToken)
    {
        if (!conversation.ReadingOff)
            return ticket.Brief;
        var events = await conversations.ReadEventsAsync(ticket.ConversationId, cancellationToken);
        var brief = HandoffBriefWriter.Write(conversation, events, ticket.Reason, ticket.Brief.WrittenAt);
        return brief with { Customer = ticket.Brief.Customer, Earlier = ticket.Brief.Earlier };
    }
}
