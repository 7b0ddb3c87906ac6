using EmpathyBot.AgentDesk.SignIn;
using EmpathyBot.Domain.Handoffs;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Options;

namespace EmpathyBot.AgentDesk.Agents;

/// <summary>What is left out stays as it is.</summary>
/// <param name="Available">True when conversations may be passed to me.</param>
/// <param name="Limit">How many I hold at once at most, 1 to 20; 0 for no limit.</param>
/// <param name="Teams">The teams I work in, of those in the setting <c>Desk:Teams</c>.</param>
internal sealed record SeatRequest(bool? Available, int? Limit, IReadOnlyList<string>? Teams);

/// <summary>Colleagues, teams, and one's own seat.</summary>
internal static class AgentEndpoints
{
    public static void Map(IEndpointRouteBuilder desk)
    {
        desk.MapGet("/agents", async (AgentDirectory directory, CancellationToken cancellationToken) =>
                TypedResults.Ok(await directory.ListAsync(cancellationToken)))
            .WithName("DeskAgents").WithSummary("Colleagues with their load, and teams.");
        desk.MapGet("/me/seat", FindMineAsync)
            .Produces<DeskAgent>()
            .WithName("DeskSeat").WithSummary("My availability, my limit and my teams.");
        desk.MapPost("/me/seat", SetMineAsync)
            .Accepts<SeatRequest>("application/json").Produces<DeskAgent>().Produces<DeskErrorBody>(StatusCodes.Status400BadRequest)
            .WithName("DeskSetSeat").WithSummary("Sets my availability, my limit and my teams.");
    }

    private static async Task<IResult> FindMineAsync(HttpContext http, IAgentSeatStore seats, AgentLoads loads, TimeProvider time)
    {
        var agent = DeskDoor.AgentOf(http);
        var seat = await seats.FindAsync(agent.Id, http.RequestAborted) ?? AgentSeat.Of(agent, time.GetUtcNow());
        return TypedResults.Ok(await SeenAsync(seat, loads, time, http.RequestAborted));
    }

    private static async Task<IResult> SetMineAsync(
        HttpContext http, IAgentSeatStore seats, AgentLoads loads, IOptionsMonitor<DeskOptions> options, TimeProvider time)
    {
        var (body, refusal) = await DeskBody.ReadAsync<SeatRequest>(http.Request);
        if (body is null)
            return refusal!;
        if (body.Limit is < 0 or > AgentSeat.HighestLimit)
            return DeskRefusal.BadInput("bad-limit", $"limit must be from 1 to {AgentSeat.HighestLimit}, or 0 for none.");
        var teams = options.CurrentValue.Teams;
        if (body.Teams?.FirstOrDefault(wanted => !teams.Contains(wanted, StringComparer.OrdinalIgnoreCase)) is { } unknown)
        {
            return DeskRefusal.BadInput(
                "no-such-team", $"There is no team \"{unknown}\". {(teams.Count == 0 ? "There are none here." : $"There are: {string.Join(", ", teams)}.")}");
        }

        var agent = DeskDoor.AgentOf(http);
        var before = await seats.FindAsync(agent.Id, http.RequestAborted) ?? AgentSeat.Of(agent, time.GetUtcNow());
        var seat = before with
        {
            Name = agent.Name,
            Available = body.Available ?? before.Available,
            Limit = body.Limit is { } limit ? (limit == 0 ? null : limit) : before.Limit,
            // As the setting spells them.
            Teams = body.Teams is { } mine ? [.. teams.Where(team => mine.Contains(team, StringComparer.OrdinalIgnoreCase))] : before.Teams,
        };
        await seats.SaveAsync(seat, CancellationToken.None);
        return TypedResults.Ok(await SeenAsync(seat, loads, time, http.RequestAborted));
    }

    private static async Task<DeskAgent> SeenAsync(AgentSeat seat, AgentLoads loads, TimeProvider time, CancellationToken cancellationToken)
    {
        var held = await loads.CountAsync(cancellationToken);
        return DeskAgent.Of(seat, held.GetValueOrDefault(seat.Id), time.GetUtcNow());
    }
}
