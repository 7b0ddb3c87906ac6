using System.Globalization;
using EmpathyBot.AgentDesk.Agents;
using EmpathyBot.AgentDesk.Handoffs;
using EmpathyBot.AgentDesk.SignIn;
using EmpathyBot.Domain.Handoffs;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace EmpathyBot.AgentDesk.Supervision;

/// <summary>The figures of a day as the desk's API writes them. Waits are in seconds.</summary>
internal sealed record DeskFigures(
    DateTimeOffset Since, int Taken, IReadOnlyDictionary<string, int> Closed, int Returned, int TimedOut, int Abandoned, int Failed,
    int? MedianWait, int? LongestWait)
{
    public static DeskFigures Of(HandoffFigures figures, DateTimeOffset since) => new(
        since, figures.Taken, figures.Closed.ToDictionary(closed => closed.Key.ToCode(), closed => closed.Value),
        figures.Returned, figures.TimedOut, figures.Abandoned, figures.Failed,
        (int?)figures.MedianWait?.TotalSeconds, (int?)figures.LongestWait?.TotalSeconds);
}

/// <summary>All that goes on at the desk.</summary>
/// <param name="Handoffs">The open handoffs, most needed first.</param>
/// <param name="Agents">Who works here, with their load.</param>
/// <param name="Figures">What was done since the day began.</param>
internal sealed record Overview(IReadOnlyList<QueueItem> Handoffs, IReadOnlyList<DeskAgent> Agents, DeskFigures Figures);

/// <summary>What supervisors see and do.</summary>
internal static class SupervisionEndpoints
{
    /// <summary>More handoffs than any desk has in two days.</summary>
    private const int AllOfADay = 100_000;

    private static readonly TimeSpan LongestDay = TimeSpan.FromHours(48);

    public static void Map(IEndpointRouteBuilder desk)
    {
        desk.MapGet("/supervision", OverviewAsync)
            .AddEndpointFilter<SupervisorDoor>()
            .Produces<Overview>().Produces<DeskErrorBody>(StatusCodes.Status400BadRequest).Produces<DeskErrorBody>(StatusCodes.Status403Forbidden)
            .WithName("DeskSupervision")
            .WithSummary("Who waits, who holds what, and the figures since a moment (query since, ISO 8601; default the last 24 hours).");
        desk.MapPost("/handoffs/{id}/take-over", TakeOverAsync)
            .AddEndpointFilter<SupervisorDoor>()
            .Produces<DeskTicket>().Produces<DeskErrorBody>(StatusCodes.Status403Forbidden)
            .Produces<DeskErrorBody>(StatusCodes.Status404NotFound).Produces<DeskErrorBody>(StatusCodes.Status409Conflict)
            .WithName("DeskTakeOver").WithSummary("Takes a handoff, also out of an agent's hands. For supervisors.");
    }

    private static async Task<IResult> OverviewAsync(
        string? since, DeskQueue queue, AgentDirectory directory, ITicketStore tickets, TimeProvider time, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        if (Beginning(since, now) is not { } from)
            return DeskRefusal.BadInput("bad-since", "since must be a time such as 2026-11-22T00:00:00+01:00, at most two days ago.");

        var moved = await tickets.ListMovedAsync(from, AllOfADay, cancellationToken);
        return TypedResults.Ok(new Overview(
            await queue.ListAsync(cancellationToken), (await directory.ListAsync(cancellationToken)).Agents,
            DeskFigures.Of(HandoffFigures.Of(moved, from), from)));
    }

    private static async Task<IResult> TakeOverAsync(HttpContext http, string id, TicketActions actions)
    {
        var agent = DeskDoor.AgentOf(http);
        return TicketEndpoints.Answer(await actions.MoveAsync(id, new HandoffMove.TakeOver(agent), agent, http.RequestAborted));
    }

    private static DateTimeOffset? Beginning(string? since, DateTimeOffset now)
    {
        if (string.IsNullOrEmpty(since))
            return now.AddDays(-1);
        var isTime = DateTimeOffset.TryParse(since, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var from);
        return isTime && from <= now && now - from <= LongestDay ? from.ToUniversalTime() : null;
    }
}
