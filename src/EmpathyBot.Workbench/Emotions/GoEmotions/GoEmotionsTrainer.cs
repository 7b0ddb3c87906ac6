using EmpathyBot.Detection.LocalModel;
using EmpathyBot.Workbench.Emotions.Training;

namespace EmpathyBot.Workbench.Emotions.GoEmotions;

/// <summary>
/// Trains all labels of GoEmotions, each against the rest: the sum of a support vector machine and a logistic regression
/// over features weighted as naive Bayes would, each brought to a common measure and folded into one layer. The threshold
/// of each label is chosen by cross-validation inside what is learnt from: nothing is chosen on other data.
/// </summary>
internal sealed class GoEmotionsTrainer(IReadOnlyList<Comment> comments, IReadOnlyList<string> labels, LanguageLexicon lexicon, Action<string> tell)
{
    private const int Folds = 5;
    private const int Fewest = 3;
    private const int MostRows = 56_000;
    private const double SupportCost = 0.05, LogisticCost = 0.5;

    private readonly bool[][] _isPositive = [.. labels.Select((_, label) => comments.Select(comment => comment.Labels.Contains(label)).ToArray())];

    public MultiLabelModel Train()
    {
        var texts = SparseRows.Features(comments, lexicon);
        var (keys, factors) = TrainingSet.Vocabulary(texts, Fewest);
        tell($"{comments.Count} comments, {keys.Length} features.");
        (keys, factors) = Strongest(SparseRows.Of(texts, keys, factors), keys, factors);
        var rows = SparseRows.Of(texts, keys, factors);
        tell($"The {keys.Length} features that say most are kept.");

        // Every comment is scored by a model that has not seen it.
        var scores = labels.Select(_ => new float[comments.Count]).ToArray();
        for (var fold = 0; fold < Folds; fold++)
        {
            var own = fold;
            var (rest, held) = (Some(row => row % Folds != own), Some(row => row % Folds == own));
            Parallel.For(0, labels.Count, label =>
            {
                var weights = TrainOne(rows, rest, label, keys.Length);
                foreach (var row in held)
                    scores[label][row] = Score(weights, rows, row);
            });
            tell($"Part {fold + 1} of {Folds} scored.");
        }

        var thresholds = labels.Select((_, label) => BestThreshold(scores[label], _isPositive[label])).ToArray();
        var all = Some(_ => true);
        var final = new float[labels.Count][];
        Parallel.For(0, labels.Count, label => final[label] = TrainOne(rows, all, label, keys.Length));
        return MultiLabelModel.Quantize([.. labels], keys, factors, final, thresholds, lexicon.Fingerprint);
    }

    private float[] TrainOne(SparseRows rows, int[] some, int label, int columns)
    {
        var support = DualTrainer.SupportVectors(rows, some, _isPositive[label], columns, SupportCost, 30);
        var logistic = DualTrainer.Logistic(rows, some, _isPositive[label], Bayes(rows, some, label, columns), LogisticCost, 15);
        var (joint, measures) = (new float[columns + 1], new[] { Measure(support, rows, some), Measure(logistic, rows, some) });
        for (var column = 0; column < joint.Length; column++)
            joint[column] = support[column] / measures[0].Spread + logistic[column] / measures[1].Spread;
        joint[columns] -= measures[0].Mean / measures[0].Spread + measures[1].Mean / measures[1].Spread;
        return joint;
    }

    /// <summary>How much more often each feature comes with the label than without, as a logarithm.</summary>
    private float[] Bayes(SparseRows rows, int[] some, int label, int columns)
    {
        var (with, without) = (new double[columns], new double[columns]);
        var (allWith, allWithout) = ((double)columns, (double)columns);
        foreach (var row in some)
        {
            var isPositive = _isPositive[label][row];
            var values = rows.Values(row);
            var own = rows.Columns(row);
            for (var at = 0; at < own.Length; at++)
            {
                if (isPositive)
                    (with[own[at]], allWith) = (with[own[at]] + values[at], allWith + values[at]);
                else
                    (without[own[at]], allWithout) = (without[own[at]] + values[at], allWithout + values[at]);
            }
        }

        return [.. with.Select((sum, column) => (float)Math.Log((1 + sum) / allWith / ((1 + without[column]) / allWithout)))];
    }

    private static (float Mean, float Spread) Measure(float[] weights, SparseRows rows, int[] some)
    {
        var (sum, squares) = (0.0, 0.0);
        foreach (var row in some)
        {
            var score = Score(weights, rows, row);
            (sum, squares) = (sum + score, squares + (double)score * score);
        }

        var mean = sum / some.Length;
        return ((float)mean, (float)Math.Sqrt(Math.Max(squares / some.Length - mean * mean, 1e-9)));
    }

    private static float Score(float[] weights, SparseRows rows, int row)
    {
        var sum = weights[^1];
        var values = rows.Values(row);
        var own = rows.Columns(row);
        for (var at = 0; at < own.Length; at++)
            sum += weights[own[at]] * values[at];
        return sum;
    }

    private static float BestThreshold(float[] scores, bool[] isPositive)
    {
        var order = Enumerable.Range(0, scores.Length).OrderByDescending(row => scores[row]).ToArray();
        var there = isPositive.Count(positive => positive);
        var (right, best, threshold) = (0, -1.0, 0f);
        for (var named = 1; named < order.Length; named++)
        {
            right += isPositive[order[named - 1]] ? 1 : 0;
            var f1 = 2.0 * right / (named + there);
            if (f1 > best)
                (best, threshold) = (f1, (scores[order[named - 1]] + scores[order[named]]) / 2);
        }

        return threshold;
    }

    private (uint[] Keys, float[] Factors) Strongest(SparseRows rows, uint[] keys, float[] factors)
    {
        if (keys.Length <= MostRows)
            return (keys, factors);
        var (strength, all) = (new float[labels.Count][], Some(_ => true));
        Parallel.For(0, labels.Count, label => strength[label] = DualTrainer.SupportVectors(rows, all, _isPositive[label], keys.Length, SupportCost, 6));
        var kept = Enumerable.Range(0, keys.Length).OrderByDescending(column => strength.Sum(weights => weights[column] * weights[column]))
            .ThenBy(column => column).Take(MostRows).Order().ToArray();
        return ([.. kept.Select(column => keys[column])], [.. kept.Select(column => factors[column])]);
    }

    private int[] Some(Func<int, bool> which) => [.. Enumerable.Range(0, comments.Count).Where(which)];
}
