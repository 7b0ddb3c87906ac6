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
}

/// <summary>
/// Trains one linear separator a class, each against all others: a support vector machine with squared hinge loss by
/// dual coordinate descent. The same examples give the same model.
/// </summary>
public static class LinearTrainer
{
    /// <summary>Trains.</summary>
    /// <param name="examples">Rows and values, one vector an example.</param>
    /// <param name="labels">The class of each; -1 belongs to none.</param>
    /// <param name="classes">How many classes.</param>
    /// <param name="features">How many rows.</param>
    /// <param name="options">How.</param>
    public static LinearModel Train(
        IReadOnlyList<FeatureVector> examples, IReadOnlyList<int> labels, int classes, int features, LinearTrainerOptions options)
    {
        ArgumentNullException.ThrowIfNull(examples);
        ArgumentNullException.ThrowIfNull(labels);
        ArgumentNullException.ThrowIfNull(options);
        var weights = new float[features * classes];
        var biases = new float[classes];
        var squares = examples.Select(example => 1 + SquareOf(example.Values)).ToArray();
        Parallel.For(0, classes, label =>
        {
            var (own, bias) = TrainOne(examples, labels, label, features, squares, options);
            for (var row = 0; row < features; row++)
                weights[row * classes + label] = own[row];
            biases[label] = bias;
        });
        return new(weights, biases);
    }

    private static (float[] Weights, float Bias) TrainOne(
        IReadOnlyList<FeatureVector> examples, IReadOnlyList<int> labels, int label, int features, double[] squares, LinearTrainerOptions options)
    {
        var weights = new float[features];
        var bias = 0f;
        var alphas = new double[examples.Count];
        var order = Enumerable.Range(0, examples.Count).ToArray();
        var active = order.Length;
        var random = new Shuffle((uint)label + 1);
        var diagonal = 0.5 / options.Cost;
        var slack = double.MaxValue;
        for (var pass = 0; pass < options.Passes; pass++)
        {
            random.Mix(order.AsSpan(0, active));
            var most = 0.0;
            for (var place = 0; place < active; place++)
            {
                var at = order[place];
                var sign = labels[at] == label ? 1 : -1;
                var example = examples[at];
                var gradient = sign * (Dot(weights, example) + bias) - 1 + diagonal * alphas[at];
                if (alphas[at] == 0 && gradient > slack)
                {
                    // Far on its right side: it has no say any more, so it is laid aside until all others agree.
                    (order[place], order[--active]) = (order[active], order[place]);
                    place--;
                    continue;
                }

                var projected = alphas[at] == 0 ? Math.Min(gradient, 0) : gradient;
                if (Math.Abs(projected) < 1e-9)
                    continue;
                most = Math.Max(most, Math.Abs(projected));
                var old = alphas[at];
                alphas[at] = Math.Max(0, old - gradient / (squares[at] + diagonal));
                var change = (float)((alphas[at] - old) * sign);
                Add(weights, example, change);
                bias += change;
            }

            slack = Math.Max(most, options.Tolerance);
            if (most >= options.Tolerance)
                continue;
            if (active == order.Length)
                break;
            active = order.Length;
            slack = double.MaxValue;
        }

        return (weights, bias);
    }

    private static double Dot(float[] weights, FeatureVector example)
    {
        var sum = 0.0;
        var features = example.Features;
        var values = example.Values;
        for (var at = 0; at < features.Length; at++)
            sum += weights[features[at]] * values[at];
        return sum;
    }

    private static void Add(float[] weights, FeatureVector example, float change)
    {
        var features = example.Features;
        var values = example.Values;
        for (var at = 0; at < features.Length; at++)
            weights[features[at]] += change * values[at];
    }

    private static double SquareOf(ReadOnlySpan<float> values)
    {
        var sum = 0.0;
        foreach (var value in values)
            sum += value * value;
        return sum;
    }

    /// <summary>A small fixed generator: the order must not change between runs or versions of the runtime.</summary>
    private struct Shuffle(uint seed)
    {
        private uint _state = seed * 747796405 + 2891336453;

        public void Mix(Span<int> order)
        {
            for (var at = order.Length - 1; at > 0; at--)
            {
                _state = _state * 1664525 + 1013904223;
                var other = (int)((_state >> 8) % (uint)(at + 1));
                (order[at], order[other]) = (order[other], order[at]);
            }
        }
    }
}
