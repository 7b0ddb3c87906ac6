using System.Numerics;
using System.Runtime.CompilerServices;

namespace EmpathyBot.Text;

/// <summary>
/// One linear layer: each class adds up the weights of a text's features. Immutable; safe for several threads.
/// </summary>
public sealed class LinearModel
{
    private readonly float[] _weights;
    private readonly float[] _biases;

    /// <summary>A model of given weights.</summary>
    /// <param name="weights">Row by row: the weights of feature 0 for each class, then of feature 1, …</param>
    /// <param name="biases">One a class.</param>
    public LinearModel(float[] weights, float[] biases)
    {
        ArgumentNullException.ThrowIfNull(weights);
        ArgumentNullException.ThrowIfNull(biases);
        if (biases.Length == 0 || weights.Length % biases.Length != 0)
            throw new ArgumentException("The weights must be a whole number of rows with one weight a class.", nameof(weights));
        _weights = weights;
        _biases = biases;
    }

    /// <summary>How many classes it scores.</summary>
    public int Classes => _biases.Length;

    /// <summary>How many features it has weights for.</summary>
    public int Features => _weights.Length / _biases.Length;

    /// <summary>The weights of one feature, one a class.</summary>
    public ReadOnlySpan<float> WeightsOf(int feature) => _weights.AsSpan(feature * Classes, Classes);

    /// <summary>The score of each class; features beyond its own are passed over. Allocates nothing.</summary>
    /// <param name="vector">Rows and values.</param>
    /// <param name="scores">Receives one score a class.</param>
    public void Score(FeatureVector vector, Span<float> scores)
    {
        ArgumentNullException.ThrowIfNull(vector);
        _biases.CopyTo(scores);
        scores = scores[..Classes];
        var features = vector.Features;
        var values = vector.Values;
        for (var at = 0; at < features.Length; at++)
        {
            if (features[at] >= (uint)Features)
                continue;
            AddTo(scores, WeightsOf((int)features[at]), values[at]);
        }
    }

    // Calibration scores thousands of texts at start, before this would be optimised by itself.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void AddTo(Span<float> scores, ReadOnlySpan<float> row, float value)
    {
        var label = 0;
        for (; label <= row.Length - Vector<float>.Count; label += Vector<float>.Count)
            (new Vector<float>(scores[label..]) + (new Vector<float>(row[label..]) * value)).CopyTo(scores[label..]);
        for (; label < row.Length; label++)
            scores[label] += value * row[label];
    }
}
