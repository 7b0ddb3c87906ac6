using EmpathyBot.Domain.Handoffs;
using Microsoft.Extensions.Options;

namespace EmpathyBot.AgentDesk.Agents;

/// <summary>Who is there to work with: colleagues with their load, and teams.</summary>
internal sealed class AgentDirectory(IAgentSeatStore seats, AgentLoads loads, IOptionsMonitor<DeskOptions> options, TimeProvider time)
{
    /// <summary>Who was not at the desk for so long is not listed.</summary>
    private static readonly TimeSpan ListedFor = TimeSpan.FromDays(1);

    public async Task<DeskAgents> ListAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var held = await loads.CountAsync(cancellationToken);
        var agents = (await seats.ListAsync(cancellationToken))
            .Where(seat => now - seat.SeenAt <= ListedFor || held.ContainsKey(seat.Id))
            .Select(seat => DeskAgent.Of(seat, held.GetValueOrDefault(seat.Id), now))
            .ToList();
        var teams = options.CurrentValue.Teams.Select(name => new DeskTeam(
            DeskTeam.IdOf(name), name, agents.Count(agent => agent.Free && agent.Teams.Contains(name, StringComparer.OrdinalIgnoreCase))));
        return new(agents, [.. teams]);
    }

    /// <summary>The colleague or team these words or this id mean; null when they mean none that is known.</summary>
    public async Task<(string Id, string Name)?> FindAsync(string to, CancellationToken cancellationToken)
    {
        var all = await ListAsync(cancellationToken);
        return all.Agents.Where(agent => Means(agent.Id, agent.Name, to)).Select(agent => ((string, string)?)(agent.Id, agent.Name))
            .Concat(all.Teams.Where(team => Means(team.Id, team.Name, to)).Select(team => ((string, string)?)(team.Id, team.Name)))
            .FirstOrDefault();
    }

    private static bool Means(string id, string name, string to) =>
        id == to || string.Equals(name, to, StringComparison.OrdinalIgnoreCase);
}
