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
    /// <summary>Where and by when the customer is called or written to instead of waiting in the chat; null when they wait.</summary>
    public DeskCallback? Callback { get; init; }

    /// <summary>True while another engagement hub has it: it is taken there.</summary>
    public bool AtHub { get; init; }

    /// <param name="ticket">The ticket.</param>
    /// <param name="reason">The reason as it may be shown: without mood when reading is off.</param>
    public static DeskTicket Of(HandoffTicket ticket, HandoffReason reason) => new(
        ticket.Id, ticket.ConversationId, ticket.State.ToCode(), reason.ToCode(), ticket.RequestedAt, ticket.MovedAt,
        ticket.AgentId, ticket.AgentName, ticket.TransferredTo, ticket.TransferredToId, ticket.Outcome?.ToCode(), ticket.Note)
    {
        AtHub = ticket.AtHub,
        Callback = ticket.Callback is { } callback
            ? new(callback.Contact.Kind == ContactKind.Phone ? "phone" : "email", callback.Contact.Value, callback.AskedAt, callback.PromisedBy)
            : null,
    };
}

/// <summary>A customer who is to be called or written to.</summary>
/// <param name="Kind">phone or email.</param>
/// <param name="Contact">The number or address.</param>
/// <param name="AskedAt">When they left it.</param>
/// <param name="PromisedBy">By when they were told to hear from a person; null when no time was promised.</param>
internal sealed record DeskCallback(string Kind, string Contact, DateTimeOffset AskedAt, DateTimeOffset? PromisedBy);
