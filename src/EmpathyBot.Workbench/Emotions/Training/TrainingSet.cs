using EmpathyBot.Detection.LocalModel;
using EmpathyBot.Domain.Emotions;
using EmpathyBot.Text;
using EmpathyBot.Text.Messages;
using EmpathyBot.Workbench.Emotions.Corpus;

namespace EmpathyBot.Workbench.Emotions.Training;

/// <summary>One message as rows of a table.</summary>
/// <param name="Rows">Its features' rows.</param>
/// <param name="Values">Their values.</param>
/// <param name="Goals">What each output should be: shares within a head, 0 or 1 for signals.</param>
/// <param name="Weights">How much an error counts, one an output.</param>
internal sealed record Example(int[] Rows, float[] Values, float[] Goals, float[] Weights);

/// <summary>Messages turned to features, and the features that are kept.</summary>
internal static class TrainingSet
{
    private const float FurtherHeads = 0.3f;

    /// <summary>The features of messages, each feature once with its values added up.</summary>
    public static List<FeatureVector> Features(IReadOnlyList<LabelledMessage> messages, LanguageLexicon lexicon)
    {
        var reader = new EmotionFeatures();
        var vectors = new List<FeatureVector>(messages.Count);
        foreach (var message in messages)
        {
            reader.Read(message.Message, lexicon);
            var vector = new FeatureVector(reader.Features.Count + 1);
            for (var at = 0; at < reader.Features.Count; at++)
                vector.Add(reader.Features.Keys[at], reader.Features.Values[at]);
            vector.Merge();
            vectors.Add(vector.Copy());
        }

        return vectors;
    }

    /// <summary>The features that come in at least so many messages, in order, with the factor of each: the rarer, the heavier.</summary>
    public static (uint[] Keys, float[] Factors) Vocabulary(IReadOnlyList<FeatureVector> messages, int fewest)
    {
        var counts = new Dictionary<uint, int>();
        foreach (var message in messages)
        {
            foreach (var key in message.Features)
                counts[key] = counts.GetValueOrDefault(key) + 1;
        }

        var keys = counts.Where(pair => pair.Value >= fewest).Select(pair => pair.Key).Order().ToArray();
        return (keys, [.. keys.Select(key => (float)(Half)(MathF.Log((1f + messages.Count) / (1f + counts[key])) + 1))]);
    }

    /// <summary>Examples to learn from or to score on.</summary>
    public static List<Example> Examples(
        IReadOnlyList<LabelledMessage> messages, IReadOnlyList<FeatureVector> features, uint[] keys, float[] factors, TrainingOptions options)
    {
        var rows = keys.Select((key, row) => (key, row)).ToDictionary(pair => pair.key, pair => pair.row);
        var counts = new int[EmotionHeads.EmotionCount];
        foreach (var message in messages)
            counts[(int)message.Labels.Primary]++;
        var harm = messages.Count(message => message.Labels.Signals.AtRisk) >= options.HarmFrom ? options.HarmWeight : 1;
        return [.. messages.Select((message, at) => ExampleOf(
            message, features[at], rows, factors, options, harm,
            MathF.Pow((float)messages.Count / (EmotionHeads.EmotionCount * counts[(int)message.Labels.Primary]), options.Balance)))];
    }

    private static Example ExampleOf(LabelledMessage message, FeatureVector features, Dictionary<uint, int> rows, float[] factors, TrainingOptions options, float harm, float weight)
    {
        var labels = message.Labels;
        var (own, values) = Weigh(features, rows, factors);
        var goals = new float[EmotionHeads.Count];
        var weights = new float[EmotionHeads.Count];
        // Where readers differ the model learns that both are possible, and how much.
        IReadOnlyList<EmotionVote> votes = message.Votes.Count > 0 ? message.Votes : [new(labels.Primary, labels.Secondary)];
        foreach (var (primary, secondary) in votes)
        {
            goals[EmotionHeads.Emotions + (int)primary] += (secondary is null ? 1 : 1 - options.SecondShare) / votes.Count;
            if (secondary is { } second)
                goals[EmotionHeads.Emotions + (int)second] += options.SecondShare / votes.Count;
        }

        goals[EmotionHeads.Intensities + labels.Intensity] = 1;
        goals[EmotionHeads.Urgencies + labels.Urgency] = 1;
        goals[EmotionHeads.Targets + (int)labels.Target] = 1;
        bool[] signals = [labels.Signals.Sarcasm, labels.Signals.Repeat, labels.Signals.WantsHuman, labels.Signals.Abusive, labels.Signals.Churn, labels.Signals.AtRisk];
        for (var at = 0; at < signals.Length; at++)
            goals[EmotionHeads.Signals + at] = signals[at] ? 1 : 0;
        weights.AsSpan(EmotionHeads.Emotions, EmotionHeads.EmotionCount).Fill(weight);
        weights.AsSpan(EmotionHeads.Intensities, EmotionHeads.Count - EmotionHeads.Intensities - 1).Fill(FurtherHeads);
        if (labels.Signals.AtRisk)
            weights[EmotionHeads.AtRisk] *= harm;
        // What neutral words are about is never said.
        if (labels.Primary == Emotion.Neutral)
            weights.AsSpan(EmotionHeads.Targets, EmotionHeads.TargetCount).Clear();
        return new(own, values, goals, weights);
    }

    /// <summary>Rows and values of a text, as <see cref="QuantizedRows.Weigh"/> makes them, factors included.</summary>
    public static (int[] Rows, float[] Values) Weigh(FeatureVector features, Dictionary<uint, int> rows, float[] factors)
    {
        var (own, values) = (new List<int>(features.Count), new List<float>(features.Count));
        Span<float> squares = stackalloc float[MessageFeatures.MostGroups];
        squares.Clear();
        for (var at = 0; at < features.Count; at++)
        {
            if (rows.TryGetValue(features.Features[at], out var row))
                squares[MessageFeatures.GroupOf(features.Features[at])] += features.Values[at] * factors[row] * factors[row];
        }

        for (var at = 0; at < features.Count; at++)
        {
            if (!rows.TryGetValue(features.Features[at], out var row))
                continue;
            var group = MessageFeatures.GroupOf(features.Features[at]);
            own.Add(row);
            values.Add(features.Values[at] * factors[row] * EmotionFeatures.Weights[group] / MathF.Sqrt(squares[group]));
        }

        return ([.. own], [.. values]);
    }
}
