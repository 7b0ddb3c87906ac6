using System.Diagnostics;
using System.Globalization;

namespace EmpathyBot.Benchmarks.Storage;

/// <summary>Times of two things that are done one after the other, again and again, each as often first.</summary>
internal sealed class PairedTimes
{
    private readonly List<double> grown = [], usual = [];

    public async Task TimeAsync(Func<Task> ofGrown, Func<Task> ofUsual)
    {
        if (grown.Count % 2 == 0)
        {
            grown.Add(await TimeAsync(ofGrown));
            usual.Add(await TimeAsync(ofUsual));
        }
        else
        {
            usual.Add(await TimeAsync(ofUsual));
            grown.Add(await TimeAsync(ofGrown));
        }
    }

    /// <summary>Medians and their share, then the slow ones, as cells of a table.</summary>
    public string Row() => string.Create(
        CultureInfo.InvariantCulture,
        $"{At(grown, 0.5):0.00} | {At(usual, 0.5):0.00} | {At(grown, 0.5) / At(usual, 0.5):0.00} | {At(grown, 0.95):0.00} | {At(usual, 0.95):0.00}");

    private static async Task<double> TimeAsync(Func<Task> act)
    {
        var begun = Stopwatch.GetTimestamp();
        await act();
        return Stopwatch.GetElapsedTime(begun).TotalMilliseconds;
    }

    private static double At(List<double> times, double share)
    {
        var sorted = times.Order().ToList();
        return sorted[Math.Clamp((int)Math.Ceiling(share * sorted.Count) - 1, 0, sorted.Count - 1)];
    }
}
