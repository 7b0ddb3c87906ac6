using System.Globalization;
using System.Net;
using System.Text.Json;

namespace EmpathyBot.Simulator.Load;

/// <summary>What the first node has used since it began. Null is what could not be learnt.</summary>
internal sealed record ServerSample(long? AllocatedBytes, long? ResidentBytes, TimeSpan? Processor);

/// <summary>
/// Looks at the first node's process: what it allocated, from the address it serves in Development; memory and processor
/// time from <c>/proc</c> where it runs on this machine.
/// </summary>
internal sealed class ServerWatch(HttpClient http, Uri node, int? pid)
{
    private const int TicksPerSecond = 100;

    public async Task<ServerSample> SampleAsync(CancellationToken cancellationToken)
    {
        var told = await AskAsync(cancellationToken);
        var process = pid ?? (node.IsLoopback && told.TryGetValue("processId", out var id) ? (int)id : (int?)null);
        return new(
            told.TryGetValue("allocatedBytes", out var allocated) ? (long)allocated : null,
            process is { } one ? Resident($"/proc/{one}/status") : null,
            process is { } other ? Processor($"/proc/{other}/stat") : null);
    }

    private async Task<Dictionary<string, double>> AskAsync(CancellationToken cancellationToken)
    {
        try
        {
            using var answer = await http.GetAsync(new Uri(node, "api/development/process"), cancellationToken);
            if (answer.StatusCode == HttpStatusCode.OK)
                return JsonSerializer.Deserialize<Dictionary<string, double>>(await answer.Content.ReadAsStringAsync(cancellationToken)) ?? [];
        }
        catch (Exception unknown) when (unknown is HttpRequestException or JsonException || unknown is TaskCanceledException && !cancellationToken.IsCancellationRequested)
        {
            // A node that is away or serves no such address: the figures are left out.
        }

        return [];
    }

    private static long? Resident(string path) =>
        Read(path)?.Split('\n').FirstOrDefault(line => line.StartsWith("VmRSS:", StringComparison.Ordinal)) is { } line
            ? long.Parse(line["VmRSS:".Length..].Replace("kB", "", StringComparison.Ordinal), CultureInfo.InvariantCulture) * 1024
            : null;

    /// <summary>Fields 14 and 15 (own time, the kernel's for it), counted after the name, which may hold spaces.</summary>
    private static TimeSpan? Processor(string path)
    {
        if (Read(path) is not { } stat)
            return null;
        var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
        var ticks = long.Parse(fields[11], CultureInfo.InvariantCulture) + long.Parse(fields[12], CultureInfo.InvariantCulture);
        return TimeSpan.FromSeconds((double)ticks / TicksPerSecond);
    }

    private static string? Read(string path)
    {
        try
        {
            return File.ReadAllText(path);
        }
        catch (IOException)
        {
            // No such process, or no /proc on this system.
            return null;
        }
    }
}
