using EmpathyBot.Domain.Emotions;

namespace EmpathyBot.Workbench.Emotions.Evaluation;

/// <summary>All signals by name.</summary>
internal static class Signals
{
    /// <summary>Their names, in the order of <see cref="SignalNames"/>.</summary>
    public static IReadOnlyList<string> Names { get; } = new MessageSignals
    {
        Sarcasm = true, Repeat = true, Urgent = true, WantsHuman = true, Abusive = true, Churn = true, AtRisk = true,
    }.Names();
}
