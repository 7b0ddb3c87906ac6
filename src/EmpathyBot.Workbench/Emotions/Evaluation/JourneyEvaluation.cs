using System.Globalization;
using System.Text;
using EmpathyBot.Domain.Emotions;
using EmpathyBot.Workbench.Emotions.Measures;

namespace EmpathyBot.Workbench.Emotions.Evaluation;

/// <summary>How well the trend of the emotional journey agrees with what people say of whole dialogues.</summary>
/// <param name="Dialogues">How many dialogues were scored.</param>
/// <param name="WithLabels">The trend that follows from the labels of the turns: what the journey itself can reach.</param>
/// <param name="WithReadings">The trend that follows from the readings: what the bot sees.</param>
internal sealed record JourneyScores(int Dialogues, TrendScores WithLabels, TrendScores WithReadings);

/// <summary>One way of following the journey.</summary>
/// <param name="Accuracy">The share of dialogues whose last trend is the labelled one.</param>
/// <param name="Kappa">Cohen's kappa over worse, better, same.</param>
/// <param name="PerTrend">Precision, recall and F1 of each.</param>
internal sealed record TrendScores(double Accuracy, double Kappa, IReadOnlyDictionary<string, LabelScore> PerTrend);

/// <summary>Follows the journey of each dialogue in which the customer writes more than once.</summary>
internal static class JourneyEvaluation
{
    private static readonly Dictionary<string, EmotionTrend> Trends = new()
    {
        ["worse"] = EmotionTrend.Rising, ["better"] = EmotionTrend.Falling, ["same"] = EmotionTrend.Steady,
    };

    /// <summary>Scores all dialogues of two messages or more that have a journey.</summary>
    /// <param name="read">Messages in the order they were written.</param>
    /// <exception cref="InputException">There is no such dialogue.</exception>
    public static JourneyScores Score(IReadOnlyList<ReadItem> read)
    {
        var dialogues = read.Where(item => item.Item is { Dialogue: not null, Journey: not null }).GroupBy(item => item.Item.Dialogue).Where(dialogue => dialogue.Count() > 1).ToList();
        if (dialogues.Count == 0)
            throw new InputException("No dialogue of two messages or more has a journey.");
        var (labels, readings) = (new ConfusionMatrix(Trends.Count), new ConfusionMatrix(Trends.Count));
        foreach (var dialogue in dialogues)
        {
            var gold = (int)dialogue.First().Item.Journey!.Value;
            labels.Add(gold, (int)Trend(dialogue.Select(item => AsReading(item.Item.Gold!))));
            readings.Add(gold, (int)Trend(dialogue.Select(item => item.Emotion)));
        }

        return new(dialogues.Count, Scores(labels), Scores(readings));
    }

    /// <summary>The scores as a page.</summary>
    public static string Markdown(JourneyScores scores, ScoredData data)
    {
        var page = new StringBuilder();
        page.Append(CultureInfo.InvariantCulture, $"# Journeys of {data.File}{(data.Split is null ? "" : $", {data.Split}")}, read by {data.ReadBy}\n\n{scores.Dialogues} dialogues in which the customer writes more than once.\n\n");
        page.Append("| from | accuracy | kappa | F1 worse | F1 better | F1 same |\n|---|---|---|---|---|---|\n");
        foreach (var (from, way) in new[] { ("labels", scores.WithLabels), ("readings", scores.WithReadings) })
            page.Append(CultureInfo.InvariantCulture, $"| {from} | {way.Accuracy:0.000} | {way.Kappa:0.000} | {string.Join(" | ", way.PerTrend.Values.Select(trend => trend.F1.ToString("0.000", CultureInfo.InvariantCulture)))} |\n");
        return page.ToString();
    }

    private static EmotionTrend Trend(IEnumerable<EmotionReading> readings) =>
        readings.Aggregate(EmotionalJourney.Empty, (journey, reading) => journey.With($"t{journey.Points.Count}", reading)).Trend;

    private static EmotionReading AsReading(GoldLabels gold) =>
        new(gold.Emotion, null, gold.Intensity / 3, 0, 1, EmotionTarget.Unknown, [], "label");

    private static TrendScores Scores(ConfusionMatrix matrix) =>
        new(matrix.Accuracy, matrix.Kappa, Trends.ToDictionary(trend => trend.Key, trend => matrix.Score((int)trend.Value)));
}
