namespace EmpathyBot.Workbench.Emotions.Measures;

/// <summary>The readings of about the same confidence.</summary>
/// <param name="From">The least confidence of this bin.</param>
/// <param name="Count">How many readings fall in it.</param>
/// <param name="Confidence">Their mean confidence; 0 when empty.</param>
/// <param name="Accuracy">The share that is right; 0 when empty.</param>
internal sealed record ReliabilityBin(double From, int Count, double Confidence, double Accuracy);

/// <summary>Whether confidence means what it says.</summary>
internal static class Calibration
{
    private const int Bins = 10;

    /// <summary>Ten bins of equal width.</summary>
    public static IReadOnlyList<ReliabilityBin> Reliability(IEnumerable<(double Confidence, bool IsRight)> readings)
    {
        var bins = readings.ToLookup(reading => Math.Clamp((int)(reading.Confidence * Bins), 0, Bins - 1));
        return [.. Enumerable.Range(0, Bins).Select(bin => new ReliabilityBin(
            bin / (double)Bins,
            bins[bin].Count(),
            bins[bin].Select(reading => reading.Confidence).DefaultIfEmpty().Average(),
            bins[bin].Select(reading => reading.IsRight ? 1.0 : 0).DefaultIfEmpty().Average()))];
    }

    /// <summary>Expected calibration error: how far confidence and accuracy stand apart, weighted by how many readings do.</summary>
    public static double Error(IReadOnlyList<ReliabilityBin> bins)
    {
        var all = bins.Sum(bin => bin.Count);
        return all == 0 ? 0 : bins.Sum(bin => bin.Count * Math.Abs(bin.Confidence - bin.Accuracy)) / all;
    }
}
