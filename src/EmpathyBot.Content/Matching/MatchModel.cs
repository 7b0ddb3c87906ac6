using EmpathyBot.Text;

namespace EmpathyBot.Content.Matching;

/// <summary>A separator for each thing that can be asked for, and the examples themselves to compare with.</summary>
internal sealed class MatchModel
{
    private readonly MatchFeatures _features;
    private readonly Vocabulary _vocabulary;
    private readonly LinearModel _separator;
    private readonly ExampleIndex _examples;
    private readonly WordCoverage _coverage;
    private readonly int _labels;

    private MatchModel(
        MatchFeatures features, Vocabulary vocabulary, LinearModel separator, ExampleIndex examples, WordCoverage coverage, int labels)
    {
        _features = features;
        _vocabulary = vocabulary;
        _separator = separator;
        _examples = examples;
        _coverage = coverage;
        _labels = labels;
    }

    public static MatchModel Train(IReadOnlyList<MatchExample> examples, int labels, MatchFeatures features)
    {
        var hashes = new List<FeatureVector>(examples.Count);
        var plainWords = new List<FeatureVector>(examples.Count);
        var scratch = new FeatureVector();
        var plain = new FeatureVector();
        foreach (var example in examples)
        {
            features.Extract(example.Text, scratch, plain);
            hashes.Add(scratch.Copy());
            plainWords.Add(plain.Copy());
        }

        var vocabulary = Vocabulary.Build(hashes);
        var rows = hashes.ConvertAll(vector =>
        {
            vocabulary.Weigh(vector, scratch);
            return scratch.Copy();
        });
        var separator = LinearTrainer.Train(
            rows, [.. examples.Select(example => example.Label)], labels, vocabulary.Count, new LinearTrainerOptions());
        return new(features, vocabulary, separator, new(rows, examples, vocabulary.Count, labels), new(plainWords, examples), labels);
    }

    /// <summary>What speaks for each candidate in this text; one a label.</summary>
    public void Weigh(string text, Span<Evidence> evidence)
    {
        var hashes = new FeatureVector();
        var rows = new FeatureVector();
        var plain = new FeatureVector();
        _features.Extract(text, hashes, plain);
        _vocabulary.Weigh(hashes, rows);
        Span<float> covered = stackalloc float[_labels];
        _coverage.Cover(plain, covered);
        Span<float> scores = stackalloc float[_labels];
        _separator.Score(rows, scores);
        Span<float> nearest = stackalloc float[_labels + 1];
        _examples.Nearest(rows, nearest);
        for (var label = 0; label < _labels; label++)
        {
            evidence[label] = new(
                scores[label], scores[label] - MostOfOthers(scores, label),
                nearest[label], nearest[label] - MostOfOthers(nearest, label), covered[label]);
        }
    }

    private static float MostOfOthers(ReadOnlySpan<float> values, int label)
    {
        var most = float.MinValue;
        for (var at = 0; at < values.Length; at++)
        {
            if (at != label)
                most = Math.Max(most, values[at]);
        }

        return values.Length > 1 ? most : 0;
    }
}
