using EmpathyBot.Text;

namespace EmpathyBot.Content.Matching;

/// <summary>
/// How much of a message the examples of each label speak of. What is asked elsewhere ("how long do I cook ham") shares
/// its frame with ours and not its matter: the rare words tell.
/// </summary>
internal sealed class WordCoverage
{
    private readonly HashPlaces _words = new(1024);
    private readonly float[] _weights;
    private readonly int[][] _labels;
    private readonly float _unknownWeight;

    /// <param name="examples">The plain words of each example.</param>
    /// <param name="labels">The label of each; outside is no label.</param>
    public WordCoverage(FeatureRows examples, IReadOnlyList<int> labels)
    {
        var counts = new List<int>();
        var having = new List<List<int>>();
        for (var at = 0; at < examples.Count; at++)
        {
            foreach (var word in examples.FeaturesOf(at))
            {
                var place = _words.Add(word);
                if (place == counts.Count)
                {
                    counts.Add(0);
                    having.Add([]);
                }

                counts[place]++;
                // Examples of one label mostly follow each other: the last one is looked at first.
                if (labels[at] != MatchExample.Outside && (having[place] is [] || having[place][^1] != labels[at]) && !having[place].Contains(labels[at]))
                    having[place].Add(labels[at]);
            }
        }

        _weights = [.. counts.Select(count => Weight(examples.Count, count))];
        _labels = [.. having.Select(known => known.ToArray())];
        _unknownWeight = Weight(examples.Count, 0);
    }

    /// <summary>The share for each label.</summary>
    public void Cover(ReadOnlySpan<uint> words, Span<float> shares)
    {
        shares.Clear();
        var all = 0f;
        foreach (var word in words)
        {
            var place = _words.Find(word);
            if (place < 0)
            {
                all += _unknownWeight;
                continue;
            }

            all += _weights[place];
            foreach (var label in _labels[place])
                shares[label] += _weights[place];
        }

        if (all <= 0)
            return;
        foreach (ref var share in shares)
            share /= all;
    }

    private static float Weight(int texts, int with) => MathF.Log((1f + texts) / (1f + with));
}
