using EmpathyBot.Domain.Handoffs;

namespace EmpathyBot.AgentDesk.Agents;

/// <summary>An agent as colleagues see them.</summary>
/// <param name="Id">Their id.</param>
/// <param name="Name">Their name.</param>
/// <param name="Here">True while their desk is open.</param>
/// <param name="Available">True when they want to be passed conversations.</param>
/// <param name="Free">True when one may be passed to them now: here, available and below their limit.</param>
/// <param name="Load">How many conversations they hold.</param>
/// <param name="Limit">How many they hold at most; null when they set no limit.</param>
/// <param name="Teams">The teams they work in.</param>
internal sealed record DeskAgent(
    string Id, string Name, bool Here, bool Available, bool Free, int Load, int? Limit, IReadOnlyList<string> Teams)
{
    public static DeskAgent Of(AgentSeat seat, int load, DateTimeOffset now) => new(
        seat.Id, seat.Name, seat.IsHere(now), seat.Available, seat.IsFree(load, now), load, seat.Limit, seat.Teams);
}

/// <summary>A team that a conversation may be passed to.</summary>
/// <param name="Id">Its id, for a transfer.</param>
/// <param name="Name">Its name.</param>
/// <param name="Free">How many of its agents one may be passed to now.</param>
internal sealed record DeskTeam(string Id, string Name, int Free)
{
    /// <summary>The id that goes with a team's name; no agent's id begins like it.</summary>
    public static string IdOf(string name) => $"team:{name.Trim().ToLowerInvariant().Replace(' ', '-')}";
}

/// <param name="Agents">Who is at the desk or was within the last day, by name.</param>
/// <param name="Teams">The teams of the setting <c>Desk:Teams</c>.</param>
internal sealed record DeskAgents(IReadOnlyList<DeskAgent> Agents, IReadOnlyList<DeskTeam> Teams);
