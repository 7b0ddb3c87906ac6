using EmpathyBot.Text;

namespace EmpathyBot.Content.Matching;

/// <summary>
/// How much of a message the examples of each label speak of. What is asked elsewhere ("how long do I cook ham") shares
/// its frame with ours and not its matter: the rare words tell.
/// </summary>
internal sealed class WordCoverage
{
    private readonly Dictionary<uint, (float Weight, int[] Labels)> _words = [];
    private readonly float _unknownWeight;

    /// <param name="examples">The plain words of each example.</param>
    /// <param name="labels">The label of each; outside is no label.</param>
    public WordCoverage(List<FeatureVector> examples, IReadOnlyList<MatchExample> labels)
    {
        var found = new Dictionary<uint, (int Count, SortedSet<int> Labels)>();
        for (var at = 0; at < examples.Count; at++)
        {
            foreach (var word in examples[at].Features)
            {
                var (count, having) = found.GetValueOrDefault(word, (0, []));
                if (labels[at].Label != MatchExample.Outside)
                    having.Add(labels[at].Label);
                found[word] = (count + 1, having);
            }
        }

        foreach (var (word, (count, having)) in found)
            _words[word] = (Weight(examples.Count, count), [.. having]);
        _unknownWeight = Weight(examples.Count, 0);
    }

    /// <summary>The share for each label.</summary>
    public void Cover(FeatureVector words, Span<float> shares)
    {
        shares.Clear();
        var all = 0f;
        foreach (var word in words.Features)
        {
            if (!_words.TryGetValue(word, out var known))
            {
                all += _unknownWeight;
                continue;
            }

            all += known.Weight;
            foreach (var label in known.Labels)
                shares[label] += known.Weight;
        }

        if (all <= 0)
            return;
        foreach (ref var share in shares)
            share /= all;
    }

    private static float Weight(int texts, int with) => MathF.Log((1f + texts) / (1f + with));
}
