using System.Globalization;
using EmpathyBot.Simulator.Handoffs;

namespace EmpathyBot.Simulator.Load;

/// <summary>The nodes that this program starts, kills in turn, and ends.</summary>
internal sealed class LoadNodes : IAsyncDisposable
{
    /// <summary>As long as it takes until somebody has noticed.</summary>
    private static readonly TimeSpan AwayFor = TimeSpan.FromSeconds(3);

    private readonly IReadOnlyList<StartedHost> nodes;
    private readonly TimeProvider time;

    private LoadNodes(IReadOnlyList<StartedHost> nodes, TimeProvider time) => (this.nodes, this.time) = (nodes, time);

    /// <summary>How many were killed.</summary>
    public int Killed { get; private set; }

    /// <summary>Starts one node for each address, one after the other, and returns once all serve.</summary>
    /// <param name="commands">One for all, or one for each address. <c>{url}</c> and <c>{port}</c> stand for the address.</param>
    /// <param name="urls">Where they serve.</param>
    /// <param name="time">Counts the pauses.</param>
    /// <param name="cancellationToken">Breaks the start off.</param>
    /// <exception cref="InvalidOperationException">One ended, or was not ready in time; none is left running.</exception>
    public static async Task<LoadNodes> StartAsync(IReadOnlyList<string> commands, IReadOnlyList<Uri> urls, TimeProvider time, CancellationToken cancellationToken)
    {
        var started = new LoadNodes([.. urls.Select((url, index) => new StartedHost(For(commands[index % commands.Count], url), url))], time);
        try
        {
            foreach (var node in started.nodes)
                await node.StartAsync(cancellationToken);
            return started;
        }
        catch
        {
            await started.DisposeAsync();
            throw;
        }
    }

    /// <summary>
    /// Kills one after the other, each started again a few seconds later, until it is cancelled. Two must serve for one to be killed:
    /// on a machine where starting takes longer than that, a turn is left out.
    /// </summary>
    public async Task KillInTurnAsync(TimeSpan every, CancellationToken over)
    {
        var starting = Enumerable.Repeat(Task.CompletedTask, nodes.Count).ToArray();
        using var timer = new PeriodicTimer(every, time);
        try
        {
            for (var next = 0; await timer.WaitForNextTickAsync(over);)
            {
                int[] serving = [.. Enumerable.Range(0, nodes.Count).Where(index => starting[index].IsCompletedSuccessfully)];
                if (serving.Length < 2)
                    continue;
                var victim = serving.Cast<int?>().FirstOrDefault(index => index >= next) ?? serving[0];
                await nodes[victim].KillAsync();
                Killed++;
                starting[victim] = StartAgainAsync(nodes[victim], over);
                next = (victim + 1) % nodes.Count;
            }
        }
        catch (OperationCanceledException) when (over.IsCancellationRequested)
        {
            // The run is over.
        }

        await Task.WhenAll(starting);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var node in nodes)
            await node.DisposeAsync();
    }

    private async Task StartAgainAsync(StartedHost node, CancellationToken over)
    {
        try
        {
            await Task.Delay(AwayFor, time, over);
            await node.StartAsync(over);
        }
        catch (OperationCanceledException) when (over.IsCancellationRequested)
        {
            // The run is over; a node that is away stays away.
        }
    }

    private static string For(string command, Uri url) => command
        .Replace("{url}", url.GetLeftPart(UriPartial.Authority), StringComparison.Ordinal)
        .Replace("{port}", url.Port.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);
}
