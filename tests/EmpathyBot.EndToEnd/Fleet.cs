using EmpathyBot.Tests.Storage;

namespace EmpathyBot.EndToEnd;

/// <summary>Several hosts, each a process of its own, on one PostgreSQL of their own.</summary>
internal sealed class Fleet : IAsyncDisposable
{
    private Fleet(PostgresCluster cluster, IReadOnlyList<BreakableLine> lines, IReadOnlyList<HostProcess> nodes) => (Cluster, Lines, Nodes) = (cluster, lines, nodes);

    public PostgresCluster Cluster { get; }

    /// <summary>One for each node, to the database server; empty when nodes are connected straight.</summary>
    public IReadOnlyList<BreakableLine> Lines { get; }

    public IReadOnlyList<HostProcess> Nodes { get; }

    /// <summary>Nodes that are connected straight.</summary>
    public static Task<Fleet> StartAsync(int nodes) => StartAsync(nodes, new FleetPlan());

    /// <summary>Nodes as the plan wants them.</summary>
    public static async Task<Fleet> StartAsync(int nodes, FleetPlan plan)
    {
        var cluster = await PostgresCluster.StartAsync();
        await cluster.CreateDatabaseAsync("fleet");
        var (fleet, lines) = (new List<HostProcess>(), new List<BreakableLine>());
        // One after the other: on a small machine all at once would each take longer than is waited for.
        while (fleet.Count < nodes)
        {
            if (plan.OverLines)
                lines.Add(BreakableLine.To(cluster.Port, plan.Networks?[fleet.Count].Server));
            var connection = cluster.ConnectTo("fleet", plan.OverLines ? lines[^1].Address : null) + plan.Connection;
            fleet.Add(await HostProcess.StartAsync(plan.Networks?[fleet.Count], [("Storage:PostgreSql", connection), ("Storage:LeaseSeconds", "4"), .. plan.SettingsOf(fleet.Count)]));
        }

        return new(cluster, lines, fleet);
    }

    /// <exception cref="InvalidOperationException">A node ended by itself: whatever is done to them, they go on.</exception>
    public async ValueTask DisposeAsync()
    {
        var ended = Nodes.FirstOrDefault(node => node.HasEndedByItself);
        foreach (var node in Nodes)
            await node.DisposeAsync();
        foreach (var line in Lines)
            await line.DisposeAsync();
        await Cluster.DisposeAsync();
        if (ended is not null)
            throw new InvalidOperationException("A node ended by itself:\n" + string.Join('\n', ended.Log.TakeLast(60)));
    }
}

/// <summary>How the nodes of a fleet are to be.</summary>
internal sealed record FleetPlan
{
    /// <summary>True when each node has a line to the server that can be broken.</summary>
    public bool OverLines { get; init; }

    /// <summary>What is added to the connection string.</summary>
    public string Connection { get; init; } = "";

    /// <summary>The network that each node is in; null: this machine's.</summary>
    public IReadOnlyList<NodeNetwork>? Networks { get; init; }

    /// <summary>More settings of the node of this number.</summary>
    public Func<int, (string Name, string Value)[]> SettingsOf { get; init; } = _ => [];
}
