using System.Diagnostics;
using System.Globalization;
using System.Net;

namespace EmpathyBot.EndToEnd;

/// <summary>
/// A network namespace of its own for one node, with two links out of it: one to its customers and one to the database server.
/// Linux only, and only for who may make one.
/// </summary>
internal sealed class NodeNetwork : IAsyncDisposable
{
    private readonly string name;
    private readonly int number;

    private NodeNetwork(int number) => (this.number, name) = (number, string.Create(CultureInfo.InvariantCulture, $"eb{Environment.ProcessId}n{number}"));

    /// <summary>Where customers reach the node.</summary>
    public IPAddress Node => Address(link: 0, end: 2);

    /// <summary>Where the node reaches this machine's database server.</summary>
    public IPAddress Server => Address(link: 1, end: 1);

    /// <summary>What runs a program inside.</summary>
    public IReadOnlyList<string> Command => ["ip", "netns", "exec", name];

    /// <summary>One for each node, or null where this machine does not allow it.</summary>
    public static async Task<IReadOnlyList<NodeNetwork>?> TryMakeAsync(int nodes)
    {
        if (!OperatingSystem.IsLinux())
            return null;
        NodeNetwork[] made = [.. Enumerable.Range(0, nodes).Select(number => new NodeNetwork(number))];
        foreach (var network in made)
        {
            if (await network.TryMakeAsync())
                continue;
            foreach (var each in made)
                await each.DisposeAsync();
            return null;
        }

        return made;
    }

    /// <summary>From now on nothing passes between the node and the database server.</summary>
    public Task CutAsync() => IpAsync("link", "set", Link(1), "down");

    /// <summary>It passes again.</summary>
    public Task MendAsync() => IpAsync("link", "set", Link(1), "up");

    /// <summary>The links end with it.</summary>
    public async ValueTask DisposeAsync() => await IpAsync("netns", "delete", name);

    private async Task<bool> TryMakeAsync()
    {
        if (!await IpAsync("netns", "add", name) || !await IpAsync("-n", name, "link", "set", "lo", "up"))
            return false;
        foreach (var link in Enumerable.Range(0, 2))
        {
            if (!await IpAsync("link", "add", Link(link), "type", "veth", "peer", "name", $"out{link}", "netns", name)
                || !await IpAsync("address", "add", $"{Address(link, 1)}/30", "dev", Link(link))
                || !await IpAsync("link", "set", Link(link), "up")
                || !await IpAsync("-n", name, "address", "add", $"{Address(link, 2)}/30", "dev", $"out{link}")
                || !await IpAsync("-n", name, "link", "set", $"out{link}", "up"))
                return false;
        }

        return true;
    }

    private string Link(int link) => $"{name}{(char)('a' + link)}";

    private IPAddress Address(int link, int end) => new([10, 213, (byte)((2 * number) + link), (byte)end]);

    private static async Task<bool> IpAsync(params string[] arguments)
    {
        try
        {
            using var ip = Process.Start(new ProcessStartInfo("ip", arguments) { RedirectStandardError = true })!;
            await ip.StandardError.ReadToEndAsync();
            await ip.WaitForExitAsync();
            return ip.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            // There is no such program.
            return false;
        }
    }
}
