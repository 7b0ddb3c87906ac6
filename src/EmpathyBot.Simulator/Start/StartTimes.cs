using System.Globalization;
using EmpathyBot.Simulator.Load;

namespace EmpathyBot.Simulator.Start;

/// <summary>How long one start took, counted from when the process was begun.</summary>
/// <param name="Ready">Until <c>/readyz</c> said so.</param>
/// <param name="Answered">Until the customer had the first answer; null when none came in time.</param>
internal sealed record StartTimes(TimeSpan Ready, TimeSpan? Answered)
{
    public string Describe() => string.Create(
        CultureInfo.InvariantCulture, $"ready after {Ready.TotalMilliseconds:0} ms, first answer {(Answered is { } at ? $"after {at.TotalMilliseconds:0} ms" : "never")}");

    /// <summary>The median and the worst of several starts; one without an answer is worse than any with.</summary>
    public static string Describe(IReadOnlyList<StartTimes> starts)
    {
        var answered = starts.Select(start => start.Answered?.TotalMilliseconds ?? double.PositiveInfinity).Order().ToArray();
        return $"ready: {Of([.. starts.Select(start => start.Ready.TotalMilliseconds).Order()])}{Environment.NewLine}first answer: {Of(answered)}";

        string Of(double[] sorted) => $"median {Text(Latencies.At(sorted, 0.5))}, worst {Text(sorted[^1])}, of {starts.Count}";
    }

    private static string Text(double milliseconds) =>
        double.IsInfinity(milliseconds) ? "never" : milliseconds.ToString("0", CultureInfo.InvariantCulture) + " ms";
}
