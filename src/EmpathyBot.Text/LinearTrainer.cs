namespace EmpathyBot.Text;

/// <summary>How a <see cref="LinearModel"/> is trained.</summary>
public sealed record LinearTrainerOptions
{
    /// <summary>How much an error counts against simple weights. More fits closer.</summary>
    public double Cost { get; init; } = 1;

    /// <summary>Passes over the examples at most.</summary>
    public int Passes { get; init; } = 30;

    /// <summary>Stops early when no example wants more change than this.</summary>
    public double Tolerance { get; init; } = 0.1;

    /// <summary>Threads at most. The model does not depend on it.</summary>
    public int Threads { get; init; } = 2;
}

/// <summary>
/// Trains one linear separator a class, each against all others: a support vector machine with squared hinge loss by
/// dual coordinate descent. The same examples give the same model on every machine: classes go side by side through
/// vector registers, where each keeps its own order of sums.
/// </summary>
public static class LinearTrainer
{
    /// <summary>Trains.</summary>
    /// <param name="examples">Rows and values, one vector an example.</param>
    /// <param name="labels">The class of each; -1 belongs to none.</param>
    /// <param name="classes">How many classes.</param>
    /// <param name="features">How many rows.</param>
    /// <param name="options">How.</param>
    public static LinearModel Train(FeatureRows examples, IReadOnlyList<int> labels, int classes, int features, LinearTrainerOptions options)
    {
        ArgumentNullException.ThrowIfNull(examples);
        ArgumentNullException.ThrowIfNull(labels);
        ArgumentNullException.ThrowIfNull(options);
        var weights = new float[features * classes];
        var biases = new float[classes];
        var squares = new float[examples.Count];
        for (var at = 0; at < squares.Length; at++)
            squares[at] = 1 + SquareOf(examples.ValuesOf(at));

        var blocks = (classes + LinearBlock.Width - 1) / LinearBlock.Width;
        Parallel.For(0, blocks, new ParallelOptions { MaxDegreeOfParallelism = options.Threads }, block =>
        {
            var trained = new LinearBlock(examples, labels, squares, block * LinearBlock.Width, features, options);
            trained.Train();
            trained.CopyTo(weights, biases);
        });
        return new(weights, biases);
    }

    private static float SquareOf(ReadOnlySpan<float> values)
    {
        var sum = 0f;
        foreach (var value in values)
            sum += value * value;
        return sum;
    }
}
