using EmpathyBot.Workbench.Emotions.Measures;

namespace EmpathyBot.Workbench.Emotions.Evaluation;

/// <summary>All figures of one evaluation, as they stand in the JSON report.</summary>
internal sealed record EmotionScores
{
    /// <summary>What was scored.</summary>
    public required ScoredData Data { get; init; }

    /// <summary>Cohen's kappa of reading and label over the ten emotions.</summary>
    public required double Kappa { get; init; }
    public required Interval KappaInterval { get; init; }

    /// <summary>Mean F1 of the labels with at least <see cref="EmotionEvaluation.LeastSupport"/> items.</summary>
    public required double MacroF1 { get; init; }
    public required Interval MacroF1Interval { get; init; }
    public required IReadOnlyList<string> MacroF1Labels { get; init; }

    /// <summary>Mean F1 of negative, neutral and positive.</summary>
    public required double PolarityMacroF1 { get; init; }
    public required Interval PolarityMacroF1Interval { get; init; }

    /// <summary>With one label a message: the share that is right.</summary>
    public required double MicroF1 { get; init; }
    public required Interval MicroF1Interval { get; init; }

    public required IReadOnlyDictionary<string, LabelScore> PerLabel { get; init; }

    /// <summary>How often each label was read, by the label that is right.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyDictionary<string, int>> Confusion { get; init; }

    /// <summary>Expected calibration error of the confidence.</summary>
    public required double Ece { get; init; }
    public required IReadOnlyList<ReliabilityBin> Reliability { get; init; }

    /// <summary>Recall of anger, frustration and anxiety together when at most 5 % of the neutral messages raise the alarm.</summary>
    public required double UpsetRecall { get; init; }
    public required Interval UpsetRecallInterval { get; init; }

    /// <summary>The same of each alone.</summary>
    public required IReadOnlyDictionary<string, double> UpsetRecallPerLabel { get; init; }

    /// <summary>The share of sarcastic messages read as positive; null without any.</summary>
    public required double? SarcasmReadAsPositive { get; init; }
    public required int SarcasticItems { get; init; }

    public required IReadOnlyDictionary<string, LabelScore> Signals { get; init; }

    /// <summary>Mean distance of the intensity, on the scale 0 to 3.</summary>
    public required double IntensityError { get; init; }

    /// <summary>Mean distance of the urgency, on the scale 0 to 2; null where it is not labelled.</summary>
    public required double? UrgencyError { get; init; }

    /// <summary>The share of targets that are right where one is labelled; null where none is.</summary>
    public required double? TargetAccuracy { get; init; }

    /// <summary>How well second emotions are found.</summary>
    public required LabelScore Second { get; init; }

    /// <summary>How far two annotators agree on the same file, agreed or not; null with one annotator.</summary>
    public required double? AnnotatorsKappa { get; init; }

    /// <summary>The ids of the messages that were misread.</summary>
    public required IReadOnlyList<Misread> Misread { get; init; }
}

/// <summary>What was scored.</summary>
/// <param name="File">The file's name, without its folder.</param>
/// <param name="Sha256">The hash of its bytes.</param>
/// <param name="Split">The part of it, or null.</param>
/// <param name="Items">How many messages were scored.</param>
/// <param name="LeftOut">How many were not, because the annotators do not agree.</param>
/// <param name="ReadBy">Who read them.</param>
/// <param name="Seed">Where the bootstrap starts.</param>
internal sealed record ScoredData(string File, string Sha256, string? Split, int Items, int LeftOut, string ReadBy, int Seed);

/// <summary>A message that was misread: its id, never its words.</summary>
internal sealed record Misread(string Id, string Gold, string Read, double Confidence);
