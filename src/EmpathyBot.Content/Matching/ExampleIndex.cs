using System.Buffers;
using EmpathyBot.Text;

namespace EmpathyBot.Content.Matching;

/// <summary>
/// All examples by the words they have, to find the nearest of each label without comparing with every one. Letters are
/// left out: nearly every example has some of them, and they would cost more than all else.
/// </summary>
internal sealed class ExampleIndex
{
    private readonly int[] _starts;
    private readonly int[] _postedExamples;
    private readonly float[] _postedValues;
    private readonly int[] _labels;
    private readonly Vocabulary _vocabulary;
    private readonly int _outside;

    public ExampleIndex(FeatureRows rows, IReadOnlyList<int> asked, Vocabulary vocabulary, int labels)
    {
        _outside = labels;
        _vocabulary = vocabulary;
        _labels = [.. asked.Select(label => label == MatchExample.Outside ? labels : label)];
        _starts = new int[vocabulary.Count + 2];
        for (var example = 0; example < rows.Count; example++)
        {
            foreach (var row in WordsOf(rows.FeaturesOf(example)))
                _starts[row + 2]++;
        }

        for (var row = 2; row < _starts.Length; row++)
            _starts[row] += _starts[row - 1];
        _postedExamples = new int[_starts[^1]];
        _postedValues = new float[_starts[^1]];
        for (var example = 0; example < rows.Count; example++)
        {
            var words = WordsOf(rows.FeaturesOf(example));
            for (var at = 0; at < words.Length; at++)
            {
                var posting = _starts[words[at] + 1]++;
                _postedExamples[posting] = example;
                _postedValues[posting] = rows.ValuesOf(example)[at];
            }
        }
    }

    /// <summary>The cosine to the nearest example of each label; the last place is for outside.</summary>
    public void Nearest(FeatureVector text, Span<float> nearest)
    {
        nearest[..(_outside + 1)].Clear();
        // One number an example is too much to allocate for every message.
        var rented = ArrayPool<float>.Shared.Rent(_labels.Length);
        var sums = rented.AsSpan(0, _labels.Length);
        sums.Clear();
        var words = WordsOf(text.Features);
        for (var at = 0; at < words.Length; at++)
        {
            var value = text.Values[at];
            for (var posting = _starts[words[at]]; posting < _starts[words[at] + 1]; posting++)
                sums[_postedExamples[posting]] += _postedValues[posting] * value;
        }

        for (var example = 0; example < sums.Length; example++)
        {
            ref var best = ref nearest[_labels[example]];
            best = Math.Max(best, sums[example]);
        }

        ArrayPool<float>.Shared.Return(rented);
    }

    private ReadOnlySpan<uint> WordsOf(ReadOnlySpan<uint> rows) => rows[.._vocabulary.CountWords(rows)];
}
