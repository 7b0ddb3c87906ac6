using EmpathyBot.Domain.Handoffs;

namespace EmpathyBot.AgentDesk.Handoffs;

/// <summary>A ticket as the desk shows it.</summary>
internal sealed record DeskTicket(
    string Id,
    string ConversationId,
    string State,
    string Reason,
    DateTimeOffset WaitingSince,
    DateTimeOffset MovedAt,
    string? AgentId,
    string? AgentName,
    string? TransferredTo,
    string? TransferredToId,
    string? Outcome,
    string? Note)
{
    /// <param name="ticket">The ticket.</param>
    /// <param name="reason">The reason as it may be shown: without mood when reading is off.</param>
    public static DeskTicket Of(HandoffTicket ticket, HandoffReason reason) => new(
        ticket.Id, ticket.ConversationId, ticket.State.ToCode(), reason.ToCode(), ticket.RequestedAt, ticket.MovedAt,
        ticket.AgentId, ticket.AgentName, ticket.TransferredTo, ticket.TransferredToId, ticket.Outcome?.ToCode(), ticket.Note);
}
