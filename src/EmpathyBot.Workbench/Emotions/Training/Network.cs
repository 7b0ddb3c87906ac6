using EmpathyBot.Detection.LocalModel;

namespace EmpathyBot.Workbench.Emotions.Training;

/// <summary>
/// A model while it is trained: rows of features add up to outputs and hidden units; hidden units that are above zero add
/// to the outputs. Without hidden units it is linear.
/// </summary>
internal sealed class Network(int rows, int hidden)
{
    /// <summary>Columns of a row: the outputs, then the hidden units.</summary>
    public int Width { get; } = EmotionHeads.Count + hidden;

    public int Hidden { get; } = hidden;

    public float[] Weights { get; } = new float[rows * (EmotionHeads.Count + hidden)];

    public float[] Biases { get; } = new float[EmotionHeads.Count + hidden];

    /// <summary>The weights of hidden unit 0 for each output, then of unit 1, ….</summary>
    public float[] HiddenWeights { get; } = new float[hidden * EmotionHeads.Count];

    /// <summary>All columns of an example; the outputs, hidden units included, come first.</summary>
    public void Score(ReadOnlySpan<int> own, ReadOnlySpan<float> values, Span<float> sums)
    {
        Biases.CopyTo(sums);
        for (var at = 0; at < own.Length; at++)
            Columns.AddScaled(sums, Weights.AsSpan(own[at] * Width, Width), values[at]);
        for (var unit = 0; unit < Hidden; unit++)
        {
            if (sums[EmotionHeads.Count + unit] > 0)
                Columns.AddScaled(sums[..EmotionHeads.Count], HiddenWeights.AsSpan(unit * EmotionHeads.Count, EmotionHeads.Count), sums[EmotionHeads.Count + unit]);
        }
    }
}
