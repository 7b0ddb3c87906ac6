using EmpathyBot.AgentDesk.Audit;
using EmpathyBot.AgentDesk.Handoffs;
using EmpathyBot.AgentDesk.SignIn;
using EmpathyBot.Domain.Conversations;
using EmpathyBot.Domain.Handoffs;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace EmpathyBot.AgentDesk.Conversations;

/// <summary>A conversation as an agent reads it.</summary>
/// <param name="Id">Its id on the channel.</param>
/// <param name="Channel">The channel.</param>
/// <param name="Locale">BCP 47 tag.</param>
/// <param name="CreatedAt">When it began.</param>
/// <param name="ReadingOff">True when the customer switched the reading of mood off.</param>
/// <param name="Ticket">The open ticket, else the last one; null when there never was any.</param>
/// <param name="Brief">Its brief.</param>
/// <param name="Turns">What was said, oldest first.</param>
/// <param name="Notes">What colleagues wrote down for one another, oldest first.</param>
/// <param name="Resolutions">What became of each answer, oldest first.</param>
/// <param name="Feedback">How the customer says it went; null while they did not.</param>
internal sealed record DeskConversation(
    string Id, string Channel, string Locale, DateTimeOffset CreatedAt, bool ReadingOff,
    DeskTicket? Ticket, DeskBrief? Brief, IReadOnlyList<DeskTurn> Turns, IReadOnlyList<DeskNote> Notes,
    IReadOnlyList<DeskResolution> Resolutions, DeskFeedback? Feedback)
{
    /// <summary>Since when the customer's page is closed; null while it is open, or when the channel does not tell.</summary>
    public DateTimeOffset? CustomerAwaySince { get; init; }
}

/// <summary>Reading conversations.</summary>
internal static class ConversationEndpoints
{
    public static void Map(IEndpointRouteBuilder desk) =>
        desk.MapGet("/conversations/{id}", FindAsync)
            .Produces<DeskConversation>().Produces<DeskErrorBody>(StatusCodes.Status404NotFound)
            .WithName("DeskConversation")
            .WithSummary("The transcript with reading and decision for each message, the brief and the ticket.");

    private static async Task<IResult> FindAsync(
        HttpContext http, string id, IConversationStore conversations, ITicketStore tickets, MoodFreeBrief briefs, DeskAudit audit,
        ICustomerPresence customers, CancellationToken cancellationToken)
    {
        if (await conversations.FindAsync(id, cancellationToken) is not { } stored)
            return DeskRefusal.NoConversation;

        var events = await conversations.ReadEventsAsync(id, cancellationToken);
        var ticket = await tickets.FindOpenAsync(id, cancellationToken);
        if (ticket is null && events.OfType<HandoffMoved>().LastOrDefault() is { } moved)
            ticket = await tickets.FindAsync(moved.TicketId, cancellationToken);
        var brief = ticket is null ? null : await briefs.OfAsync(ticket, stored.State, cancellationToken);

        await audit.ViewedAsync(DeskDoor.AgentOf(http), id, ticket?.Id, cancellationToken);
        return TypedResults.Ok(new DeskConversation(
            stored.Id, stored.Channel, stored.State.Locale, stored.CreatedAt, stored.State.ReadingOff,
            ticket is null ? null : DeskTicket.Of(ticket, brief!.Reason),
            brief is null ? null : DeskBrief.Of(brief),
            await DeskFile.IntoAsync(Transcript.Of(events, stored.State.ReadingOff), id, conversations, cancellationToken),
            DeskNote.Of(events),
            DeskResolution.Of(events), DeskFeedback.Of(events))
        {
            CustomerAwaySince = await customers.LeftAtAsync(id, cancellationToken),
        });
    }
}
