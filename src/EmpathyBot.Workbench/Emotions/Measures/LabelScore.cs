namespace EmpathyBot.Workbench.Emotions.Measures;

/// <summary>How well one label is found.</summary>
/// <param name="Precision">The share of its readings that are right; 0 when it was never read.</param>
/// <param name="Recall">The share of its items that are found; 0 when there are none.</param>
/// <param name="F1">The harmonic mean of both.</param>
/// <param name="Support">How many items have it.</param>
internal sealed record LabelScore(double Precision, double Recall, double F1, int Support)
{
    /// <summary>The score that follows from counts.</summary>
    public static LabelScore Of(int right, int read, int support) => new(
        read == 0 ? 0 : right / (double)read,
        support == 0 ? 0 : right / (double)support,
        read + support == 0 ? 0 : 2.0 * right / (read + support),
        support);
}
