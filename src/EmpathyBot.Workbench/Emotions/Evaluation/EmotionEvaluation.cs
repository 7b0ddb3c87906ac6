using EmpathyBot.Domain.Emotions;
using EmpathyBot.Workbench.Emotions.Corpus;
using EmpathyBot.Workbench.Emotions.Measures;

namespace EmpathyBot.Workbench.Emotions.Evaluation;

/// <summary>Compares readings with labels.</summary>
internal static class EmotionEvaluation
{
    /// <summary>A label with fewer items does not count for macro-F1: its F1 would be chance.</summary>
    public const int LeastSupport = 8;

    /// <summary>The share of neutral messages that may raise a false alarm.</summary>
    public const double FalseAlarms = 0.05;

    /// <summary>The labels in the order of reports: neutral last.</summary>
    public static IReadOnlyList<Emotion> Labels { get; } = [.. Enum.GetValues<Emotion>().Where(emotion => emotion != Emotion.Neutral), Emotion.Neutral];

    /// <summary>The emotions that an alarm is for.</summary>
    public static IReadOnlyList<Emotion> Upset { get; } = [Emotion.Anger, Emotion.Frustration, Emotion.Anxiety];

    /// <summary>Scores the agreed messages.</summary>
    /// <param name="read">At least one agreed message with its reading.</param>
    /// <param name="all">All labelled messages of the file, for the agreement of its annotators.</param>
    /// <param name="data">What is scored.</param>
    public static EmotionScores Score(IReadOnlyList<ReadItem> read, IReadOnlyList<EvaluationItem> all, ScoredData data)
    {
        var matrix = Confusion(read);
        var counted = matrix.LabelsWith(LeastSupport);
        var reliability = Calibration.Reliability(read.Select(item => (item.Emotion.Confidence, IsRight(item))));
        var intervals = Bootstrap.Intervals(read.Count, data.Seed, drawn =>
        {
            ReadItem[] again = [.. drawn.Select(index => read[index])];
            var confusion = Confusion(again);
            return [confusion.Kappa, confusion.MacroF1(counted), Polarity(confusion), confusion.Accuracy, UpsetRecall(again, Upset)];
        });
        var sarcastic = read.Where(item => Gold(item).Signals.Contains("sarcasm")).ToList();

        return new()
        {
            Data = data,
            Kappa = matrix.Kappa,
            KappaInterval = intervals[0],
            MacroF1 = matrix.MacroF1(counted),
            MacroF1Interval = intervals[1],
            MacroF1Labels = [.. Labels.Where(label => counted.Contains((int)label)).Select(label => label.Code())],
            PolarityMacroF1 = Polarity(matrix),
            PolarityMacroF1Interval = intervals[2],
            MicroF1 = matrix.Accuracy,
            MicroF1Interval = intervals[3],
            PerLabel = Labels.ToDictionary(label => label.Code(), label => matrix.Score((int)label)),
            Confusion = Labels.ToDictionary(
                gold => gold.Code(),
                IReadOnlyDictionary<string, int> (gold) => Labels.ToDictionary(label => label.Code(), label => matrix[(int)gold, (int)label])),
            Ece = Calibration.Error(reliability),
            Reliability = reliability,
            UpsetRecall = UpsetRecall(read, Upset),
            UpsetRecallInterval = intervals[4],
            UpsetRecallPerLabel = Upset.ToDictionary(label => label.Code(), label => UpsetRecall(read, [label])),
            SarcasticItems = sarcastic.Count,
            SarcasmReadAsPositive = sarcastic.Count == 0 ? null : sarcastic.Count(item => item.Emotion.Primary.IsPositive()) / (double)sarcastic.Count,
            Signals = SignalScores(read),
            IntensityError = read.Average(item => Math.Abs(item.Emotion.Intensity * 3 - Gold(item).Intensity)),
            UrgencyError = MeanOrNull(read.Where(item => Gold(item).Urgency is not null).Select(item => Math.Abs(item.Emotion.Urgency * 2 - Gold(item).Urgency!.Value))),
            TargetAccuracy = MeanOrNull(read.Where(item => Gold(item).Target is not (null or EmotionTarget.Unknown))
                .Select(item => item.Emotion.Target == Gold(item).Target ? 1.0 : 0)),
            Second = SecondScore(read),
            AnnotatorsKappa = AnnotatorsKappa(all),
            Misread = [.. read.Where(item => !IsRight(item)).Select(item => new Misread(
                item.Item.Id, Gold(item).Emotion.Code(), item.Emotion.Primary.Code(), item.Emotion.Confidence))],
        };
    }

    private static GoldLabels Gold(ReadItem item) => item.Item.Gold!;

    private static bool IsRight(ReadItem item) => item.Emotion.Primary == Gold(item).Emotion;

    private static ConfusionMatrix Confusion(IReadOnlyList<ReadItem> read)
    {
        var matrix = new ConfusionMatrix(Labels.Count);
        foreach (var item in read)
            matrix.Add((int)Gold(item).Emotion, (int)item.Emotion.Primary);
        return matrix;
    }

    private static double Polarity(ConfusionMatrix matrix)
    {
        var polarity = matrix.Grouped(3, label => ((Emotion)label).IsNegative() ? 0 : ((Emotion)label).IsPositive() ? 2 : 1);
        return polarity.MacroF1(polarity.LabelsWith(1));
    }

    private static double UpsetRecall(IReadOnlyList<ReadItem> read, IReadOnlyList<Emotion> upset)
    {
        return Alarm.RecallAt(
            [.. read.Where(item => upset.Contains(Gold(item).Emotion)).Select(Score)],
            [.. read.Where(item => Gold(item).Emotion == Emotion.Neutral).Select(Score)],
            FalseAlarms);

        double Score(ReadItem item) => upset.Sum(label => (double)item.Probabilities[(int)label]);
    }

    private static Dictionary<string, LabelScore> SignalScores(IReadOnlyList<ReadItem> read)
    {
        var named = read.Select(item => (Gold: Gold(item).Signals, Read: item.Signals.Names())).ToList();
        return Signals.Names.ToDictionary(name => name, name => LabelScore.Of(
            named.Count(item => item.Gold.Contains(name) && item.Read.Contains(name)),
            named.Count(item => item.Read.Contains(name)),
            named.Count(item => item.Gold.Contains(name))));
    }

    private static LabelScore SecondScore(IReadOnlyList<ReadItem> read)
    {
        var labelled = read.Where(item => Gold(item).Second.Any(second => second is not null)).ToList();
        return LabelScore.Of(
            labelled.Count(item => item.Emotion.Secondary is { } second && Gold(item).Second.Contains(second)),
            read.Count(item => item.Emotion.Secondary is not null),
            labelled.Count);
    }

    private static double? AnnotatorsKappa(IReadOnlyList<EvaluationItem> all)
    {
        var twice = all.Where(item => item.Gold!.Emotions.Count == 2).ToList();
        if (twice.Count == 0)
            return null;
        var matrix = new ConfusionMatrix(Labels.Count);
        foreach (var item in twice)
            matrix.Add((int)item.Gold!.Emotions[0], (int)item.Gold.Emotions[1]);
        return matrix.Kappa;
    }

    private static double? MeanOrNull(IEnumerable<double> values)
    {
        List<double> all = [.. values];
        return all.Count == 0 ? null : all.Average();
    }
}
