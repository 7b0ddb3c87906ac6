namespace EmpathyBot.Text;

/// <summary>
/// The features a set of texts has, each with a row and a weight: the rarer, the heavier (TF-IDF). Immutable once built;
/// safe for several threads.
/// </summary>
public sealed class Vocabulary
{
    private readonly HashPlaces _rows;
    private readonly float[] _weights;
    private readonly bool[] _areLetters;
    private readonly float _unknownWeight;
    private readonly double _lettersLength;

    private Vocabulary(HashPlaces rows, float[] weights, bool[] areLetters, float unknownWeight, double lettersLength)
    {
        _lettersLength = lettersLength;
        _areLetters = areLetters;
        _rows = rows;
        _weights = weights;
        _unknownWeight = unknownWeight;
    }

    /// <summary>How many features it knows.</summary>
    public int Count => _weights.Length;

    /// <summary>How many features of this vector, from its beginning, are words; the others are letters. For vectors that <see cref="Weigh(FeatureVector, FeatureVector)"/> made.</summary>
    public int CountWords(ReadOnlySpan<uint> rows)
    {
        var words = 0;
        while (words < rows.Length && !_areLetters[rows[words]])
            words++;
        return words;
    }

    /// <summary>Learns the features of texts.</summary>
    /// <param name="texts">One vector of hashes a text.</param>
    /// <param name="fewest">Features of fewer texts are left out.</param>
    /// <param name="most">So many features at most: the most frequent.</param>
    /// <param name="lettersLength">How much say letters have beside words, which have 1.</param>
    public static Vocabulary Build(FeatureRows texts, int fewest = 1, int most = int.MaxValue, double lettersLength = 1)
    {
        ArgumentNullException.ThrowIfNull(texts);
        var seen = new HashPlaces(4096);
        var counts = new int[4096];
        for (var text = 0; text < texts.Count; text++)
        {
            foreach (var feature in texts.FeaturesOf(text))
            {
                var place = seen.Add(feature);
                if (place == counts.Length)
                    Array.Resize(ref counts, place * 2);
                counts[place]++;
            }
        }

        var kept = MostFrequent(seen.Hashes, counts, fewest, most);
        var rows = new HashPlaces(kept.Length);
        var weights = new float[kept.Length];
        var areLetters = new bool[kept.Length];
        for (var row = 0; row < kept.Length; row++)
        {
            rows.Add(kept[row]);
            areLetters[row] = (kept[row] & Featurizer.LettersBit) != 0;
            weights[row] = Weight(texts.Count, counts[seen.Find(kept[row])]);
        }

        return new(rows, weights, areLetters, Weight(texts.Count, 0), lettersLength);
    }

    /// <summary>
    /// Turns hashes into rows with weights. Words are brought to length 1 and letters to theirs, what is unknown counted in:
    /// a text of strange words stays short.
    /// </summary>
    /// <param name="hashes">Merged features of a text.</param>
    /// <param name="into">Receives rows and weights.</param>
    public void Weigh(FeatureVector hashes, FeatureVector into)
    {
        ArgumentNullException.ThrowIfNull(hashes);
        Weigh(hashes.Features, hashes.Values, into);
    }

    /// <summary>The same, of hashes and values that stand in the same order.</summary>
    public void Weigh(ReadOnlySpan<uint> hashes, ReadOnlySpan<float> values, FeatureVector into)
    {
        ArgumentNullException.ThrowIfNull(into);
        into.Clear();
        double words = 0, letters = 0;
        var lettersFrom = 0;
        for (var at = 0; at < hashes.Length; at++)
        {
            var isLetters = (hashes[at] & Featurizer.LettersBit) != 0;
            var row = _rows.Find(hashes[at]);
            var known = row >= 0;
            // The first time tells most: a word said thrice does not mean three times as much.
            var value = (1 + MathF.Log(MathF.Max(1, values[at]))) * MathF.Min(1, values[at]) * (known ? _weights[row] : _unknownWeight);
            if (isLetters)
                letters += value * value;
            else
                words += value * value;
            if (!known)
                continue;
            if (!isLetters)
                lettersFrom = into.Count + 1;
            into.Add((uint)row, value);
        }

        Scale(into.MutableValues[..lettersFrom], words, 1);
        Scale(into.MutableValues[lettersFrom..], letters, _lettersLength);
    }

    /// <summary>The most frequent first, then by hash: their rows then lie side by side, and stay in the cache.</summary>
    private static uint[] MostFrequent(ReadOnlySpan<uint> hashes, int[] counts, int fewest, int most)
    {
        // One number to sort by: how many are more frequent than this could be, then the hash.
        var keys = new ulong[hashes.Length];
        var kept = 0;
        for (var place = 0; place < hashes.Length; place++)
        {
            if (counts[place] >= fewest)
                keys[kept++] = (ulong)(int.MaxValue - counts[place]) << 32 | hashes[place];
        }

        Array.Sort(keys, 0, kept);
        var first = new uint[Math.Min(kept, most)];
        for (var row = 0; row < first.Length; row++)
            first[row] = (uint)keys[row];
        return first;
    }

    // Smoothed as if one more text had every feature.
    private static float Weight(int texts, int with) => MathF.Log((1f + texts) / (1f + with)) + 1;

    private static void Scale(Span<float> values, double squares, double length)
    {
        if (squares <= 0)
            return;
        var factor = (float)(length / Math.Sqrt(squares));
        foreach (ref var value in values)
            value *= factor;
    }
}
