using System.Globalization;

namespace EmpathyBot.Benchmarks.Storage;

/// <summary><c>growth [--most N] [--out FILE]</c>.</summary>
internal static class GrowthCommand
{
    private const int UsualMost = 100_000;

    /// <summary>Measures, and writes the page; exit code 2 for arguments that cannot be read.</summary>
    public static async Task<int> RunAsync(IReadOnlyList<string> given, DirectoryInfo results)
    {
        var most = UsualMost;
        var output = Path.Combine(results.FullName, "growth.md");
        for (var at = 0; at < given.Count; at += 2)
        {
            if (at + 1 < given.Count && given[at] == "--most"
                && int.TryParse(given[at + 1], NumberStyles.None, CultureInfo.InvariantCulture, out most) && most >= 1000)
            {
                continue;
            }

            if (at + 1 < given.Count && given[at] == "--out")
            {
                output = Path.GetFullPath(given[at + 1]);
                continue;
            }

            await Console.Error.WriteLineAsync("growth takes --most N (conversations, from 1000; 100000 unless told) and --out FILE.");
            return 2;
        }

        var page = await Growth.MeasureAsync(most, Console.Error);
        await File.WriteAllTextAsync(
            output,
            string.Create(
                CultureInfo.InvariantCulture,
                $"""
                Whole turns in process, one at a time: `growth --most {most}`. {Environment.ProcessorCount} cores, {System.Runtime.InteropServices.RuntimeInformation.OSDescription}, load average at the end {LoadAverage()}.

                {page}
                """));
        return 0;
    }

    /// <summary>Over 1, 5 and 15 minutes; other work on the machine shows here.</summary>
    private static string LoadAverage() =>
        File.Exists("/proc/loadavg") ? string.Join(", ", File.ReadAllText("/proc/loadavg").Split(' ').Take(3)) : "unknown";
}
