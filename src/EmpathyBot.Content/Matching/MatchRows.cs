using EmpathyBot.Text;

namespace EmpathyBot.Content.Matching;

/// <summary>Examples taken apart: the features of each, its plain words, and what it asks for.</summary>
internal sealed class MatchRows
{
    private readonly List<int> _labels = [];

    public FeatureRows Hashes { get; } = new();

    public FeatureRows PlainWords { get; } = new();

    public IReadOnlyList<int> Labels => _labels;

    public static MatchRows Of(IReadOnlyList<MatchExample> examples, MatchFeatures features)
    {
        var rows = new MatchRows();
        var hashes = new FeatureVector();
        var plain = new FeatureVector();
        foreach (var example in examples)
        {
            features.Extract(example.Text, hashes, plain);
            rows.Hashes.Add(hashes.Features, hashes.Values);
            rows.PlainWords.Add(plain.Features, plain.Values);
            rows._labels.Add(example.Label);
        }

        return rows;
    }

    /// <summary>Some of them, in the same order.</summary>
    public MatchRows Where(Func<int, bool> isKept)
    {
        var rows = new MatchRows();
        for (var at = 0; at < _labels.Count; at++)
        {
            if (!isKept(at))
                continue;
            rows.Hashes.Add(Hashes.FeaturesOf(at), Hashes.ValuesOf(at));
            rows.PlainWords.Add(PlainWords.FeaturesOf(at), PlainWords.ValuesOf(at));
            rows._labels.Add(_labels[at]);
        }

        return rows;
    }
}
