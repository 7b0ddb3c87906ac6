using System.Globalization;

namespace EmpathyBot.Simulator.Streams;

/// <summary>How many files, and so sockets, a process may have open.</summary>
internal static class OpenFiles
{
    /// <summary>For what is open besides streams.</summary>
    private const int Others = 300;

    /// <summary>The limit of this process; null where the system does not say.</summary>
    public static long? Limit()
    {
        const string limits = "/proc/self/limits";
        return File.Exists(limits) ? LimitIn(File.ReadAllText(limits)) : null;
    }

    /// <summary>The soft limit in what <c>/proc/PID/limits</c> holds; null for none, or for "unlimited".</summary>
    public static long? LimitIn(string limits) =>
        limits.Split('\n').FirstOrDefault(line => line.StartsWith("Max open files", StringComparison.Ordinal)) is { } line
        && line["Max open files".Length..].Split(' ', StringSplitOptions.RemoveEmptyEntries) is [var soft, ..]
        && long.TryParse(soft, NumberStyles.None, CultureInfo.InvariantCulture, out var most)
            ? most
            : null;

    /// <summary>Why so many streams cannot be opened here, or null.</summary>
    public static string? WhyNot(int streams, long? limit) => limit < streams + (long)Others
        ? string.Create(
            CultureInfo.InvariantCulture,
            $"{streams} streams need {streams + (long)Others} open files, and this process may open {limit}. Raise the limit (ulimit -n {streams + (long)Others}), for the bot too.")
        : null;
}
