using System.Runtime.InteropServices;
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
    public WordCoverage(FeatureRows examples, IReadOnlyList<int> labels)
    {
        var found = new Dictionary<uint, (int Count, HashSet<int> Labels)>();
        for (var at = 0; at < examples.Count; at++)
        {
            foreach (var word in examples.FeaturesOf(at))
            {
                ref var seen = ref CollectionsMarshal.GetValueRefOrAddDefault(found, word, out var isKnown);
                var having = isKnown ? seen.Labels : [];
                if (labels[at] != MatchExample.Outside)
                    having.Add(labels[at]);
                seen = (seen.Count + 1, having);
            }
        }

        foreach (var (word, (count, having)) in found)
            _words[word] = (Weight(examples.Count, count), [.. having]);
        _unknownWeight = Weight(examples.Count, 0);
    }

    /// <summary>The share for each label.</summary>
    public void Cover(ReadOnlySpan<uint> words, Span<float> shares)
    {
        shares.Clear();
        var all = 0f;
        foreach (var word in words)
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
