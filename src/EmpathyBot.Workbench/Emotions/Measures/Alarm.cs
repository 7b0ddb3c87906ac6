namespace EmpathyBot.Workbench.Emotions.Measures;

/// <summary>How much an alarm finds when it may only seldom be false.</summary>
internal static class Alarm
{
    /// <summary>The share of positives that score above a threshold which at most a given share of negatives exceeds.</summary>
    /// <param name="positives">Scores of the items that should be found; without any the recall is 0.</param>
    /// <param name="negatives">Scores of the items that should not.</param>
    /// <param name="falseAlarms">The share of negatives allowed above the threshold.</param>
    public static double RecallAt(IReadOnlyCollection<double> positives, IReadOnlyCollection<double> negatives, double falseAlarms)
    {
        if (positives.Count == 0)
            return 0;
        var allowed = (int)Math.Floor(negatives.Count * falseAlarms);
        // Strictly above the first one that is not allowed: equal scores raise the alarm together or not at all.
        var threshold = negatives.OrderDescending().Skip(allowed).DefaultIfEmpty(double.NegativeInfinity).First();
        return positives.Count(score => score > threshold) / (double)positives.Count;
    }
}
