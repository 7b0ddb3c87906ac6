using EmpathyBot.Domain.Handoffs;

namespace EmpathyBot.AgentDesk.Agents;

/// <summary>Who holds how much.</summary>
internal sealed class AgentLoads(IAgentSeatStore seats, ITicketStore tickets)
{
    /// <summary>More open handoffs than any desk has.</summary>
    private const int AllOpen = 100_000;

    /// <summary>How many conversations each agent holds, by id; who holds none is not in it.</summary>
    public async Task<IReadOnlyDictionary<string, int>> CountAsync(CancellationToken cancellationToken)
    {
        var open = await tickets.ListOpenAsync(AllOpen, cancellationToken);
        return open.Select(ticket => ticket.AgentId).OfType<string>().CountBy(agentId => agentId).ToDictionary(StringComparer.Ordinal);
    }

    /// <summary>Why this agent may not take one more; null when they may.</summary>
    public async Task<MoveRefused?> WhyNotTakeAsync(Agent agent, CancellationToken cancellationToken)
    {
        // Most set no limit: then nothing is counted.
        if (await seats.FindAsync(agent.Id, cancellationToken) is not { Limit: not null } seat)
            return null;
        var holding = await CountAsync(cancellationToken);
        return seat.WhyNotTake(holding.GetValueOrDefault(agent.Id));
    }
}
