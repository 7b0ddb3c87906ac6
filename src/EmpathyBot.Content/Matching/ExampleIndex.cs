using EmpathyBot.Text;

namespace EmpathyBot.Content.Matching;

/// <summary>All examples by the features they have, to find the nearest of each label without comparing with every one.</summary>
internal sealed class ExampleIndex
{
    private readonly List<(int Example, float Value)>[] _byFeature;
    private readonly int[] _labels;
    private readonly int _outside;

    public ExampleIndex(List<FeatureVector> rows, IReadOnlyList<MatchExample> examples, int features, int labels)
    {
        _outside = labels;
        _labels = [.. examples.Select(example => example.Label == MatchExample.Outside ? labels : example.Label)];
        _byFeature = new List<(int, float)>[features];
        for (var example = 0; example < rows.Count; example++)
        {
            for (var at = 0; at < rows[example].Count; at++)
                (_byFeature[rows[example].Features[at]] ??= []).Add((example, rows[example].Values[at]));
        }
    }

    /// <summary>The cosine to the nearest example of each label; the last place is for outside.</summary>
    public void Nearest(FeatureVector text, Span<float> nearest)
    {
        nearest[..(_outside + 1)].Clear();
        var sums = new float[_labels.Length];
        for (var at = 0; at < text.Count; at++)
        {
            foreach (var (example, value) in _byFeature[text.Features[at]])
                sums[example] += value * text.Values[at];
        }

        for (var example = 0; example < sums.Length; example++)
        {
            // Words and letters have length 1 each, so two equal texts give 2.
            ref var best = ref nearest[_labels[example]];
            best = Math.Max(best, sums[example] / 2);
        }
    }
}
