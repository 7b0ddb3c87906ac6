using EmpathyBot.Detection.LocalModel;
using EmpathyBot.Workbench.Emotions.Corpus;

namespace EmpathyBot.Workbench.Emotions.Training;

/// <summary>Sets, on the dev part, from where on signals count and how sure a reading is.</summary>
internal static class Thresholds
{
    private const int Steps = 20;
    private const int CalibrationPoints = 11;
    private const int AtRisk = EmotionHeads.AtRisk - EmotionHeads.Signals;

    /// <summary>Of messages that say nothing of harm, so many may be taken for it by the model: a person too often is better than too seldom.</summary>
    private const double FalseAlarms = 0.012;

    /// <summary>Fewer messages of harm than this say little of where to begin: then the model must be sure, and phrases find the plain cases.</summary>
    private const int FewAtRisk = 50;

    public static EmotionModel Set(EmotionModel model, IReadOnlyList<LabelledMessage> dev, LanguageLexicon lexicon)
    {
        var scored = Score(model, dev, lexicon);
        var secondFrom = Best(scored, one => one.Second, one => one.Message.Labels.Secondary is { } second && second == one.SecondName, one => one.Message.Labels.Secondary is not null);
        var urgentFrom = Best(scored, one => one.Urgent, one => one.Message.Labels.Urgency > 0, one => one.Message.Labels.Urgency > 0);
        var signals = Enumerable.Range(0, EmotionHeads.SignalCount).Select(signal =>
            Best(scored, one => one.Signals[signal], one => IsSet(one.Message.Labels, signal), one => IsSet(one.Message.Labels, signal))).ToArray();
        signals[AtRisk] = scored.Count(one => one.Message.Labels.Signals.AtRisk) < FewAtRisk ? Math.Max(signals[AtRisk], Sparing(scored)) : Sparing(scored);
        return model with { SecondFrom = secondFrom, UrgentFrom = urgentFrom, SignalsFrom = signals, Calibration = Calibrate(scored) };
    }

    private static bool IsSet(TurnLabels labels, int signal) => signal switch
    {
        0 => labels.Signals.Sarcasm,
        1 => labels.Signals.Repeat,
        2 => labels.Signals.WantsHuman,
        3 => labels.Signals.Abusive,
        4 => labels.Signals.Churn,
        _ => labels.Signals.AtRisk,
    };

    /// <summary>The threshold with the best F1; one half when nothing is there to find.</summary>
    private static float Best(List<Scored> scored, Func<Scored, float> value, Func<Scored, bool> isRight, Func<Scored, bool> isThere)
    {
        var there = scored.Count(isThere);
        if (there < 5)
            return 0.5f;
        return Enumerable.Range(1, Steps - 1).Select(step => (float)step / Steps).MaxBy(threshold =>
        {
            var named = scored.Where(one => value(one) >= threshold).ToList();
            return 2.0 * named.Count(isRight) / (named.Count + there);
        });
    }

    /// <summary>The lowest threshold of words of harm with few false alarms.</summary>
    private static float Sparing(List<Scored> scored)
    {
        var others = scored.Where(one => !one.Message.Labels.Signals.AtRisk).Select(one => one.Signals[AtRisk]).OrderDescending().ToList();
        var allowed = (int)(others.Count * FalseAlarms);
        return others.Count == 0 ? 0.5f : Math.Min(0.95f, MathF.BitIncrement(others[allowed]));
    }

    /// <summary>The share of right readings by the share of the first emotion, never falling, at evenly spaced points.</summary>
    private static float[] Calibrate(List<Scored> scored)
    {
        var blocks = new List<(double Right, double Count, double Share)>();
        foreach (var one in scored.OrderBy(one => one.First))
        {
            blocks.Add((one.IsRight ? 1 : 0, 1, one.First));
            while (blocks.Count > 1 && blocks[^2].Right / blocks[^2].Count >= blocks[^1].Right / blocks[^1].Count)
            {
                var last = blocks[^1];
                blocks.RemoveAt(blocks.Count - 1);
                blocks[^1] = (blocks[^1].Right + last.Right, blocks[^1].Count + last.Count, blocks[^1].Share + last.Share);
            }
        }

        return [.. Enumerable.Range(0, CalibrationPoints).Select(point => At(blocks, (double)point / (CalibrationPoints - 1)))];
    }

    /// <summary>Between the middles of blocks in a straight line; a little short of certainty, which no count of examples shows.</summary>
    private static float At(List<(double Right, double Count, double Share)> blocks, double share)
    {
        var points = blocks.Select(block => (At: block.Share / block.Count, Rate: (block.Right + 0.5) / (block.Count + 1))).ToList();
        if (points.Count == 0)
            return (float)share;
        var next = points.FindIndex(point => point.At >= share);
        if (next < 0)
            return (float)points[^1].Rate;
        if (next == 0)
            return (float)points[0].Rate;
        var (from, to) = (points[next - 1], points[next]);
        return (float)(from.Rate + (to.Rate - from.Rate) * (share - from.At) / Math.Max(to.At - from.At, 1e-9));
    }

    private static List<Scored> Score(EmotionModel model, IReadOnlyList<LabelledMessage> messages, LanguageLexicon lexicon)
    {
        var features = new EmotionFeatures();
        var scores = new EmotionScores();
        var sums = new float[model.Rows.Width];
        var scored = new List<Scored>();
        foreach (var message in messages)
        {
            features.Read(message.Message, lexicon);
            model.Score(features.Features, new int[features.Features.Count], new float[features.Features.Count], sums);
            scores.Set(sums);
            var (first, second) = scores.Leading();
            scored.Add(new(
                message, scores.Emotions[(int)first], first == message.Labels.Primary, scores.Emotions[(int)second], second,
                scores.Urgencies[1] + scores.Urgencies[2], scores.Signals.ToArray()));
        }

        return scored;
    }

    private sealed record Scored(
        LabelledMessage Message, float First, bool IsRight, float Second, Domain.Emotions.Emotion SecondName, float Urgent, float[] Signals);
}
