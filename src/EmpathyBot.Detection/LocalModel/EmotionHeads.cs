using EmpathyBot.Domain.Emotions;

namespace EmpathyBot.Detection.LocalModel;

/// <summary>What the columns of an emotion model stand for.</summary>
internal static class EmotionHeads
{
    public const int Emotions = 0, EmotionCount = 10;
    public const int Intensities = 10, IntensityCount = 4;
    public const int Urgencies = 14, UrgencyCount = 3;
    public const int Targets = 17, TargetCount = 8;
    public const int Signals = 25, SignalCount = 6;

    /// <summary>The signal that someone speaks of harm.</summary>
    public const int AtRisk = 30;

    /// <summary>All outputs, one column left over.</summary>
    public const int Count = 32;

    /// <summary>The signals that have a column; <c>urgent</c> is read from the urgency.</summary>
    public static IReadOnlyList<string> SignalNames { get; } = ["sarcasm", "repeat", "wants_human", "abusive", "churn", "at_risk"];

    /// <summary>What the columns are called in model files.</summary>
    public static IReadOnlyList<string> Names { get; } =
    [
        .. Enum.GetNames<Emotion>().Select(name => $"emotion:{name}"),
        .. Enumerable.Range(0, IntensityCount).Select(level => $"intensity:{level}"),
        .. Enumerable.Range(0, UrgencyCount).Select(level => $"urgency:{level}"),
        .. Enum.GetNames<EmotionTarget>().Select(name => $"target:{name}"),
        .. SignalNames.Select(name => $"signal:{name}"),
        "none",
    ];
}
