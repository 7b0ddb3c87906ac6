using EmpathyBot.AgentDesk.SignIn;
using EmpathyBot.Domain.Audit;
using EmpathyBot.Domain.Handoffs;
using Microsoft.AspNetCore.Http;

namespace EmpathyBot.AgentDesk.Audit;

/// <summary>Writes down what is done at the desk, with the address the request in hand came from.</summary>
internal sealed class DeskAudit(IAuditLog log, IHttpContextAccessor http, TimeProvider time)
{
    /// <summary>A desk reads a conversation anew at every change. Within this time that is one view.</summary>
    public static TimeSpan OneView { get; } = TimeSpan.FromMinutes(15);

    /// <summary>The entry of a move of an agent's, to be written in the move's own commit.</summary>
    public AuditEntry Of(HandoffMove move, HandoffTicket moved, Agent by)
    {
        ArgumentNullException.ThrowIfNull(moved);
        return Entry(ActOf(move) ?? moved.State.ToCode(), by) with
        {
            TicketId = moved.Id, ConversationId = moved.ConversationId, Detail = move switch
            {
                HandoffMove.Close => moved.Outcome?.ToCode(),
                // What somebody typed has no place in the log.
                HandoffMove.Transfer => moved.TransferredToId ?? AuditActs.ToWords,
                _ => null,
            },
        };
    }

    /// <summary>Somebody opens a conversation. To be awaited before anything of it is shown.</summary>
    public Task ViewedAsync(Agent by, string conversationId, string? ticketId, CancellationToken cancellationToken)
    {
        var entry = Entry(AuditActs.Viewed, by) with { ConversationId = conversationId, TicketId = ticketId };
        return log.AppendOnceAsync(entry, entry.At - OneView, cancellationToken);
    }

    /// <summary>Data is about to leave the desk as a file. To be awaited before it does.</summary>
    /// <param name="by">Who takes it.</param>
    /// <param name="what">A code for what it is.</param>
    /// <param name="conversationId">The conversation it is of, or null.</param>
    /// <param name="cancellationToken">Takes it back while it waits.</param>
    public Task ExportedAsync(Agent by, string what, string? conversationId, CancellationToken cancellationToken) =>
        log.AppendAsync(Entry(AuditActs.Exported, by) with { Detail = what, ConversationId = conversationId }, cancellationToken);

    /// <summary>All of a customer is about to be deleted; the entry goes with it.</summary>
    public AuditEntry Erased(Agent by, string? conversationId) => Entry(AuditActs.CustomerErased, by) with { ConversationId = conversationId };

    private AuditEntry Entry(string act, Agent by) =>
        new(time.GetUtcNow(), act, by.Id, by.Name, http.HttpContext is { } context ? ClientAddress.Of(context) : null);

    /// <summary>Null for a move that has no word of its own here: then the state it led to says what was done.</summary>
    private static string? ActOf(HandoffMove move) => move switch
    {
        HandoffMove.Accept => AuditActs.Took,
        HandoffMove.TakeOver => AuditActs.TookOver,
        HandoffMove.Transfer => AuditActs.Transferred,
        HandoffMove.Close => AuditActs.Closed,
        HandoffMove.Return => AuditActs.Returned,
        _ => null,
    };
}
