using EmpathyBot.Tests.Storage;

namespace EmpathyBot.EndToEnd;

/// <summary>Several hosts, each a process of its own, on one PostgreSQL of their own.</summary>
internal sealed class Fleet : IAsyncDisposable
{
    private Fleet(PostgresCluster cluster, IReadOnlyList<HostProcess> nodes) => (Cluster, Nodes) = (cluster, nodes);

    public PostgresCluster Cluster { get; }

    public IReadOnlyList<HostProcess> Nodes { get; }

    public static async Task<Fleet> StartAsync(int nodes)
    {
        var cluster = await PostgresCluster.StartAsync();
        await cluster.CreateDatabaseAsync("fleet");
        (string, string)[] settings = [("Storage:PostgreSql", cluster.ConnectTo("fleet")), ("Storage:LeaseSeconds", "4")];
        var fleet = new List<HostProcess>();
        // One after the other: on a small machine all at once would each take longer than is waited for.
        while (fleet.Count < nodes)
            fleet.Add(await HostProcess.StartAsync(settings));
        return new(cluster, fleet);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var node in Nodes)
            await node.DisposeAsync();
        await Cluster.DisposeAsync();
    }
}
