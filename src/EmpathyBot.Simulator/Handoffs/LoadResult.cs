using System.Globalization;

namespace EmpathyBot.Simulator.Handoffs;

/// <summary>What came of it all.</summary>
internal sealed record LoadResult(IReadOnlyList<LoadFindings> Conversations, IReadOnlyList<LoadAgent> Agents, int Repeats)
{
    public bool IsGood => Conversations.All(seen => seen is { Lost: 0, Doubled: 0, OutOfOrder: 0, SpokenOver: 0 });

    public string Describe(HandoffLoad load, TimeSpan? down) => string.Create(CultureInfo.InvariantCulture, $"""
        customers {load.Customers}, agents {load.Agents}, seconds {load.For.TotalSeconds:0}, seed {load.Seed}
        host killed and started again: {(down is { } away ? $"yes, away {away.TotalSeconds:0.0} s" : "no")}; sent again because nothing answered: {Repeats}
        messages of customers {Conversations.Sum(seen => seen.FromCustomer)}, of agents {Conversations.Sum(seen => seen.FromAgents)}
        handoffs taken {Agents.Sum(agent => agent.Taken)}, taken by someone faster {Agents.Sum(agent => agent.Missed)}, passed on {Agents.Sum(agent => agent.PassedOn)}, given back {Agents.Sum(agent => agent.GivenBack)}, closed {Agents.Sum(agent => agent.Closed)}
        lost {Conversations.Sum(seen => seen.Lost)}, doubled {Conversations.Sum(seen => seen.Doubled)}, out of order {Conversations.Sum(seen => seen.OutOfOrder)}, bot spoke while a person held {Conversations.Sum(seen => seen.SpokenOver)}
        {(IsGood ? "good" : "NOT GOOD")}
        """);
}
