namespace EmpathyBot.Simulator.Load;

/// <summary>How long something took, in milliseconds: the nearest-rank percentiles of all of it, nothing left out.</summary>
internal sealed record Latencies(double P50, double P95, double P99, double P999, double Max)
{
    public static Latencies Of(IEnumerable<TimeSpan> times)
    {
        var sorted = times.Select(time => time.TotalMilliseconds).Order().ToArray();
        return new(At(sorted, 0.5), At(sorted, 0.95), At(sorted, 0.99), At(sorted, 0.999), At(sorted, 1));
    }

    /// <summary>The smallest value that at least this share of all does not exceed; 0 when there is none.</summary>
    public static double At(double[] sorted, double share)
    {
        ArgumentNullException.ThrowIfNull(sorted);
        return sorted.Length == 0 ? 0 : sorted[Math.Clamp((int)Math.Ceiling(share * sorted.Length) - 1, 0, sorted.Length - 1)];
    }
}
