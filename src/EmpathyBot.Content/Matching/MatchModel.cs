using EmpathyBot.Text;

namespace EmpathyBot.Content.Matching;

/// <summary>A separator for each thing that can be asked for, and the examples themselves to compare with.</summary>
internal sealed class MatchModel
{
    /// <summary>With so many examples, what only one of them has is noise, and the last passes change nothing that can be measured.</summary>
    public const int Many = 3000;

    /// <summary>With many examples words are known well, and letters, which repeat what words say, help most with less say.</summary>
    private const double LettersOfMany = 0.7;

    /// <summary>Bounds the memory, 64 MiB: what more features would add is the rarest.</summary>
    private const int MostWeights = 1 << 24;

    private static readonly LinearTrainerOptions Thorough = new();
    private static readonly LinearTrainerOptions Quick = new() { Passes = 6 };

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

    public static MatchModel Train(MatchRows examples, int labels, MatchFeatures features)
    {
        var isMany = examples.Labels.Count > Many;
        var vocabulary = Vocabulary.Build(examples.Hashes, isMany ? 2 : 1, MostWeights / Math.Max(1, labels), isMany ? LettersOfMany : 1);
        var rows = new FeatureRows();
        var weighed = new FeatureVector();
        for (var at = 0; at < examples.Hashes.Count; at++)
        {
            vocabulary.Weigh(examples.Hashes.FeaturesOf(at), examples.Hashes.ValuesOf(at), weighed);
            rows.Add(weighed);
        }

        var separator = LinearTrainer.Train(rows, examples.Labels, labels, vocabulary.Count, isMany ? Quick : Thorough);
        return new(
            features, vocabulary, separator, new(rows, examples.Labels, vocabulary, labels), new(examples.PlainWords, examples.Labels), labels);
    }

    /// <summary>What speaks for each candidate in this text; one a label.</summary>
    public void Weigh(string text, Span<Evidence> evidence)
    {
        var (hashes, plain) = (Scratch.Hashes, Scratch.Plain);
        _features.Extract(text, hashes, plain);
        Weigh(hashes.Features, hashes.Values, plain.Features, evidence);
    }

    /// <summary>The same of a text that is taken apart already.</summary>
    public void Weigh(ReadOnlySpan<uint> hashes, ReadOnlySpan<float> values, ReadOnlySpan<uint> plainWords, Span<Evidence> evidence)
    {
        var rows = Scratch.Rows;
        _vocabulary.Weigh(hashes, values, rows);
        Span<float> covered = stackalloc float[_labels];
        _coverage.Cover(plainWords, covered);
        Span<float> scores = stackalloc float[_labels];
        _separator.Score(rows, scores);
        Span<float> nearest = stackalloc float[_labels + 1];
        _examples.Nearest(rows, nearest);
        var mostScores = new TopTwo(scores);
        var mostNearest = new TopTwo(nearest);
        for (var label = 0; label < _labels; label++)
        {
            evidence[label] = new(
                scores[label], scores[label] - mostScores.WithoutOne(label),
                nearest[label], nearest[label] - mostNearest.WithoutOne(label), covered[label]);
        }
    }

    /// <summary>What every message fills anew, kept by each thread: nothing of it outlives a call.</summary>
    private static Vectors Scratch => _scratch ??= new();

    [ThreadStatic]
    private static Vectors? _scratch;

    private sealed record Vectors
    {
        public FeatureVector Hashes { get; } = new();

        public FeatureVector Plain { get; } = new();

        public FeatureVector Rows { get; } = new();
    }

    /// <summary>The largest of many values, whichever one is left out; 0 when none is left.</summary>
    private readonly struct TopTwo
    {
        private readonly int _at;
        private readonly float _first;
        private readonly float _second;

        public TopTwo(ReadOnlySpan<float> values)
        {
            (_at, _first, _second) = (-1, float.MinValue, float.MinValue);
            for (var at = 0; at < values.Length; at++)
            {
                if (values[at] > _first)
                    (_at, _first, _second) = (at, values[at], _first);
                else
                    _second = Math.Max(_second, values[at]);
            }

            if (values.Length < 2)
                _second = 0;
        }

        public float WithoutOne(int at) => at == _at ? _second : _first;
    }
}
