namespace EmpathyBot.Workbench.Emotions.Measures;

/// <summary>A share of counted things, with the interval that holds the true share in 95 of 100 cases (Wilson): honest also for few.</summary>
/// <param name="Count">How many are so.</param>
/// <param name="Of">Of how many.</param>
internal readonly record struct Share(int Count, int Of)
{
    private const double Deviations = 1.96;

    /// <summary>0 to 1; 0 when there are none.</summary>
    public double Value => Of == 0 ? 0 : Count / (double)Of;

    /// <summary>The lower end; 0 when there are none.</summary>
    public double From => Of == 0 ? 0 : Math.Max(0, Middle - Spread);

    /// <summary>The upper end; 1 when there are none.</summary>
    public double To => Of == 0 ? 1 : Math.Min(1, Middle + Spread);

    private double Scale => 1 + Deviations * Deviations / Of;

    private double Middle => (Value + Deviations * Deviations / (2 * Of)) / Scale;

    private double Spread => Deviations / Scale * Math.Sqrt((Value * (1 - Value) + Deviations * Deviations / (4 * Of)) / Of);

    /// <summary>As reports write it.</summary>
    public override string ToString() => FormattableString.Invariant($"{Count} of {Of}: {Value:0.000} ({From:0.000}–{To:0.000})");
}
