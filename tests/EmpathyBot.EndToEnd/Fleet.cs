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
        return new(cluster, await Task.WhenAll(Enumerable.Range(0, nodes).Select(_ => HostProcess.StartAsync(settings))));
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var node in Nodes)
            await node.DisposeAsync();
        await Cluster.DisposeAsync();
    }
}
