using EmpathyBot.Detection.LocalModel;
using EmpathyBot.Workbench.Emotions.Measures;

namespace EmpathyBot.Workbench.Emotions.Training;

/// <summary>From labelled messages to a model ready to be written.</summary>
internal static class ModelTrainer
{
    /// <summary>Trains on one part of the corpus and sets what turns scores into readings on another.</summary>
    public static EmotionModel Train(
        IReadOnlyList<LabelledMessage> train, IReadOnlyList<LabelledMessage> dev, LanguageLexicon lexicon, string locale, TrainingOptions options, Action<string> tell)
    {
        var features = TrainingSet.Features(train, lexicon);
        var (keys, factors) = TrainingSet.Vocabulary(features, options.Fewest);
        tell($"{train.Count} messages to learn from, {keys.Length} features.");
        var devFeatures = TrainingSet.Features(dev, lexicon);
        var weights = Learn(keys, factors);
        if (keys.Length > options.MostRows)
        {
            (keys, factors) = Strongest(weights, keys, factors, options.MostRows);
            tell($"The {keys.Length} features that say most are kept and trained again.");
            weights = Learn(keys, factors);
        }

        var model = Quantizer.Quantize(weights, keys, factors, locale, lexicon.Fingerprint);
        return Thresholds.Set(model, dev, lexicon);

        OutputWeights Learn(uint[] keys, float[] factors)
        {
            var examples = TrainingSet.Examples(train, features, keys, factors, options);
            var devExamples = TrainingSet.Examples(dev, devFeatures, keys, factors, options);
            return OutputTrainer.Train(examples, keys.Length, options, (pass, loss, weights) =>
                tell($"pass {pass}: loss {loss:0.000}, dev {Agreement(weights, devExamples, dev):0.000}"));
        }
    }

    private static double Agreement(OutputWeights weights, List<Example> examples, IReadOnlyList<LabelledMessage> messages)
    {
        var sums = new float[OutputWeights.Width];
        var scores = new ConfusionMatrix(EmotionHeads.EmotionCount);
        for (var at = 0; at < examples.Count; at++)
        {
            weights.Score(examples[at].Rows, examples[at].Values, sums);
            scores.Add((int)messages[at].Labels.Primary, EmotionScores.Largest(sums.AsSpan(0, EmotionHeads.EmotionCount)));
        }

        return scores.Kappa;
    }

    /// <summary>The features whose weights move readings most, in order of their keys.</summary>
    private static (uint[] Keys, float[] Factors) Strongest(OutputWeights weights, uint[] keys, float[] factors, int most)
    {
        var strength = new float[keys.Length];
        for (var row = 0; row < keys.Length; row++)
        {
            var own = weights.Row(row);
            strength[row] = Columns.Dot(own, own);
        }

        var kept = Enumerable.Range(0, keys.Length).OrderByDescending(row => strength[row]).ThenBy(row => row).Take(most).Order().ToArray();
        return ([.. kept.Select(row => keys[row])], [.. kept.Select(row => factors[row])]);
    }
}
