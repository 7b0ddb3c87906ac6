namespace EmpathyBot.Workbench.Emotions.Measures;

/// <summary>A figure with the range in which it would fall, were other items of the same kind drawn.</summary>
internal sealed record Interval(double Low, double High);

/// <summary>Says how sure a figure is, by drawing the same items again with replacement.</summary>
internal static class Bootstrap
{
    /// <summary>How often the items are drawn anew.</summary>
    public const int Draws = 1000;

    /// <summary>The 95 % intervals of some figures of the same items; the same seed gives the same intervals.</summary>
    /// <param name="items">How many items there are.</param>
    /// <param name="seed">Where the drawing starts.</param>
    /// <param name="figures">Computes all figures from the drawn items, given as indexes.</param>
    public static IReadOnlyList<Interval> Intervals(int items, int seed, Func<int[], double[]> figures)
    {
        // The seeded generator keeps its sequence across versions of .NET.
        var random = new Random(seed);
        var drawn = new int[items];
        var all = new double[Draws][];
        for (var draw = 0; draw < Draws; draw++)
        {
            for (var at = 0; at < items; at++)
                drawn[at] = random.Next(items);
            all[draw] = figures(drawn);
        }

        return [.. Enumerable.Range(0, all[0].Length).Select(figure => Middle([.. all.Select(values => values[figure]).Order()]))];
    }

    private static Interval Middle(double[] sorted) => new(sorted[Draws / 40], sorted[Draws - 1 - Draws / 40]);
}
