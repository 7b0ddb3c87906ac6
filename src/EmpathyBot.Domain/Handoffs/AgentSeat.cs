namespace EmpathyBot.Domain.Handoffs;

/// <summary>An agent's place at the desk: whether they are there, what they take, and how much at once.</summary>
/// <param name="Id">The agent's id.</param>
/// <param name="Name">The name the customer sees.</param>
/// <param name="Available">True when they want to be passed conversations; they may take one themselves in any case.</param>
/// <param name="Limit">How many conversations they hold at once at most, 1 to <see cref="HighestLimit"/>; null when they set none.</param>
/// <param name="Teams">Names of the teams they work in.</param>
/// <param name="SeenAt">When their desk was last open.</param>
public sealed record AgentSeat(string Id, string Name, bool Available, int? Limit, IReadOnlyList<string> Teams, DateTimeOffset SeenAt)
{
    /// <summary>Nobody holds more at once and still answers.</summary>
    public const int HighestLimit = 20;

    /// <summary>An open desk says so at least once a minute; a longer silence means that it is closed.</summary>
    public static readonly TimeSpan HereFor = TimeSpan.FromSeconds(75);

    /// <summary>The seat of somebody who has set nothing yet.</summary>
    public static AgentSeat Of(Agent agent, DateTimeOffset seenAt)
    {
        ArgumentNullException.ThrowIfNull(agent);
        return new(agent.Id, agent.Name, Available: true, Limit: null, Teams: [], seenAt);
    }

    /// <summary>True while their desk is open.</summary>
    public bool IsHere(DateTimeOffset now) => now - SeenAt <= HereFor;

    /// <summary>True when a conversation may be passed to them now.</summary>
    /// <param name="holding">How many conversations they hold.</param>
    /// <param name="now">Now.</param>
    public bool IsFree(int holding, DateTimeOffset now) => IsHere(now) && Available && !(holding >= Limit);

    /// <summary>Why they may not take one more; null when they may.</summary>
    /// <param name="holding">How many conversations they hold.</param>
    public MoveRefused? WhyNotTake(int holding) => holding >= Limit
        ? new("own-limit", $"You hold {Counted(holding)}, and your own limit is {Limit}. Close or pass on one first, or raise your limit.")
        : null;

    private static string Counted(int holding) => holding == 1 ? "1 conversation" : $"{holding} conversations";
}

/// <summary>Keeps the seats of all who ever worked at the desk.</summary>
public interface IAgentSeatStore
{
    /// <summary>All seats, by name.</summary>
    Task<IReadOnlyList<AgentSeat>> ListAsync(CancellationToken cancellationToken);

    /// <summary>The seat, or null.</summary>
    Task<AgentSeat?> FindAsync(string agentId, CancellationToken cancellationToken);

    /// <summary>Keeps what the agent set; when they were last seen is left alone unless there is no seat yet.</summary>
    Task SaveAsync(AgentSeat seat, CancellationToken cancellationToken);

    /// <summary>The agent's desk is open now. Makes the seat when there is none, and takes over a changed name.</summary>
    Task SeeAsync(Agent agent, DateTimeOffset at, CancellationToken cancellationToken);
}
