namespace EmpathyBot.Text;

/// <summary>
/// The features a set of texts has, each with a row and a weight: the rarer, the heavier (TF-IDF). Immutable once built;
/// safe for several threads.
/// </summary>
public sealed class Vocabulary
{
    private readonly Dictionary<uint, int> _rows;
    private readonly float[] _weights;
    private readonly float _unknownWeight;

    private Vocabulary(Dictionary<uint, int> rows, float[] weights, float unknownWeight)
    {
        _rows = rows;
        _weights = weights;
        _unknownWeight = unknownWeight;
    }

    /// <summary>How many features it knows.</summary>
    public int Count => _weights.Length;

    /// <summary>Learns the features of texts.</summary>
    /// <param name="texts">One vector of hashes a text.</param>
    /// <param name="fewest">Features of fewer texts are left out.</param>
    public static Vocabulary Build(IReadOnlyList<FeatureVector> texts, int fewest = 1)
    {
        ArgumentNullException.ThrowIfNull(texts);
        var counts = new Dictionary<uint, int>();
        foreach (var text in texts)
        {
            foreach (var feature in text.Features)
                counts[feature] = counts.GetValueOrDefault(feature) + 1;
        }

        var kept = counts.Where(pair => pair.Value >= fewest).Select(pair => pair.Key).ToArray();
        Array.Sort(kept);
        var rows = new Dictionary<uint, int>(kept.Length);
        var weights = new float[kept.Length];
        for (var row = 0; row < kept.Length; row++)
        {
            rows[kept[row]] = row;
            weights[row] = Weight(texts.Count, counts[kept[row]]);
        }

        return new(rows, weights, Weight(texts.Count, 0));
    }

    /// <summary>
    /// Turns hashes into rows with weights. Words and letters are each brought to length 1, what is unknown counted in:
    /// a text of strange words stays short.
    /// </summary>
    /// <param name="hashes">Merged features of a text.</param>
    /// <param name="into">Receives rows and weights.</param>
    public void Weigh(FeatureVector hashes, FeatureVector into)
    {
        ArgumentNullException.ThrowIfNull(hashes);
        ArgumentNullException.ThrowIfNull(into);
        into.Clear();
        double words = 0, letters = 0;
        var lettersFrom = 0;
        for (var at = 0; at < hashes.Count; at++)
        {
            var isLetters = (hashes.Features[at] & Featurizer.LettersBit) != 0;
            var known = _rows.TryGetValue(hashes.Features[at], out var row);
            // The first time tells most: a word said thrice does not mean three times as much.
            var value = (1 + MathF.Log(MathF.Max(1, hashes.Values[at]))) * MathF.Min(1, hashes.Values[at]) * (known ? _weights[row] : _unknownWeight);
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

        Scale(into.MutableValues[..lettersFrom], words);
        Scale(into.MutableValues[lettersFrom..], letters);
    }

    // Smoothed as if one more text had every feature.
    private static float Weight(int texts, int with) => MathF.Log((1f + texts) / (1f + with)) + 1;

    private static void Scale(Span<float> values, double squares)
    {
        if (squares <= 0)
            return;
        var factor = (float)(1 / Math.Sqrt(squares));
        foreach (ref var value in values)
            value *= factor;
    }
}
