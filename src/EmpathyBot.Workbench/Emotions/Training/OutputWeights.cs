using EmpathyBot.Detection.LocalModel;

namespace EmpathyBot.Workbench.Emotions.Training;

/// <summary>A model while it is trained: the rows of a message's features add up to its outputs.</summary>
internal sealed class OutputWeights(int rows)
{
    /// <summary>Columns of a row: the outputs.</summary>
    public const int Width = EmotionHeads.Count;

    /// <summary>Row by row.</summary>
    public float[] Rows { get; } = new float[rows * Width];

    public float[] Biases { get; } = new float[Width];

    /// <summary>The weights of one feature.</summary>
    public Span<float> Row(int row) => Rows.AsSpan(row * Width, Width);

    /// <summary>The outputs of an example.</summary>
    public void Score(ReadOnlySpan<int> own, ReadOnlySpan<float> values, Span<float> sums)
    {
        Biases.CopyTo(sums);
        for (var at = 0; at < own.Length; at++)
            Columns.AddScaled(sums, Row(own[at]), values[at]);
    }

    /// <summary>The mean of weights of the same size.</summary>
    public static OutputWeights Mean(IReadOnlyList<OutputWeights> all)
    {
        var mean = new OutputWeights(all[0].Rows.Length / Width);
        foreach (var one in all)
        {
            Columns.AddScaled(mean.Rows, one.Rows, 1f / all.Count);
            Columns.AddScaled(mean.Biases, one.Biases, 1f / all.Count);
        }

        return mean;
    }
}
