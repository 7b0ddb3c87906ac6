namespace EmpathyBot.Workbench.Emotions.GoEmotions;

/// <summary>
/// Trains one linear separator by dual coordinate descent: a support vector machine with squared hinge, or logistic
/// regression (Hsieh et al. 2008; Yu et al. 2011). The same rows give the same weights.
/// </summary>
internal static class DualTrainer
{
    private const double Tolerance = 0.05;

    /// <summary>Trains a support vector machine.</summary>
    /// <param name="rows">All texts.</param>
    /// <param name="some">Which of them are learnt from.</param>
    /// <param name="isPositive">Whether each has the label.</param>
    /// <param name="columns">How many features.</param>
    /// <param name="cost">How much an error counts against small weights.</param>
    /// <param name="passes">Passes at most.</param>
    /// <returns>One weight a feature and, last, the bias.</returns>
    public static float[] SupportVectors(SparseRows rows, int[] some, bool[] isPositive, int columns, double cost, int passes)
    {
        var weights = new float[columns + 1];
        var alphas = new double[some.Length];
        var diagonal = 0.5 / cost;
        var squares = some.Select(row => 1 + Square(rows.Values(row), rows.Columns(row), null)).ToArray();
        Descend(some.Length, passes, at =>
        {
            var row = some[at];
            var sign = isPositive[row] ? 1 : -1;
            var gradient = sign * Dot(weights, rows, row, null) - 1 + diagonal * alphas[at];
            if (alphas[at] == 0 && gradient >= 0)
                return 0;
            var old = alphas[at];
            alphas[at] = Math.Max(0, old - gradient / (squares[at] + diagonal));
            Add(weights, rows, row, null, (float)((alphas[at] - old) * sign));
            return Math.Abs(gradient);
        });
        return weights;
    }

    /// <summary>Trains logistic regression over features each multiplied by a scale of its own.</summary>
    /// <param name="rows">All texts.</param>
    /// <param name="some">Which of them are learnt from.</param>
    /// <param name="isPositive">Whether each has the label.</param>
    /// <param name="scales">One a feature.</param>
    /// <param name="cost">How much an error counts against small weights.</param>
    /// <param name="passes">Passes at most.</param>
    /// <returns>One weight an unscaled feature and, last, the bias.</returns>
    public static float[] Logistic(SparseRows rows, int[] some, bool[] isPositive, float[] scales, double cost, int passes)
    {
        var weights = new float[scales.Length + 1];
        var squares = some.Select(row => 1 + Square(rows.Values(row), rows.Columns(row), scales)).ToArray();
        var first = Math.Min(0.001 * cost, 1e-8);
        var alphas = new (double Own, double Other)[some.Length];
        for (var at = 0; at < some.Length; at++)
        {
            alphas[at] = (first, cost - first);
            Add(weights, rows, some[at], scales, (float)(first * (isPositive[some[at]] ? 1 : -1)));
        }

        Descend(some.Length, passes, at =>
        {
            var label = isPositive[some[at]] ? 1.0 : -1.0;
            var margin = label * Dot(weights, rows, some[at], scales);
            // The half of the pair that is nearer to its bound is moved: there logarithms keep their precision.
            var (own, rest) = alphas[at];
            var isOwn = 0.5 * squares[at] * (rest - own) + margin >= 0;
            var (old, sign) = isOwn ? (own, 1.0) : (rest, -1.0);
            var moved = Newton(old, squares[at], sign * margin, cost, out var slope);
            alphas[at] = isOwn ? (moved, cost - moved) : (cost - moved, moved);
            Add(weights, rows, some[at], scales, (float)(sign * (moved - old) * label));
            return slope;
        });
        for (var column = 0; column < scales.Length; column++)
            weights[column] *= scales[column];
        return weights;
    }

    private static double Newton(double old, double square, double margin, double cost, out double slope)
    {
        var z = cost - old < 0.5 * cost ? 0.1 * old : old;
        var gradient = square * (z - old) + margin + Math.Log(z / (cost - z));
        slope = Math.Abs(z - old) < 1e-12 ? 0 : Math.Abs(margin + Math.Log(old / (cost - old)));
        for (var step = 0; step < 30 && Math.Abs(gradient) > 1e-3; step++)
        {
            var next = z - gradient / (square + cost / (cost - z) / z);
            z = next <= 0 ? z * 0.1 : Math.Min(next, cost * (1 - 1e-9));
            gradient = square * (z - old) + margin + Math.Log(z / (cost - z));
        }

        return z;
    }

    /// <summary>Goes over all in an order of chance, the same each time, until nobody wants to move.</summary>
    private static void Descend(int count, int passes, Func<int, double> step)
    {
        var order = Enumerable.Range(0, count).ToArray();
        var chance = 12345u;
        for (var pass = 0; pass < passes; pass++)
        {
            for (var at = count - 1; at > 0; at--)
            {
                chance = chance * 1664525 + 1013904223;
                var other = (int)((chance >> 8) % (uint)(at + 1));
                (order[at], order[other]) = (order[other], order[at]);
            }

            var most = 0.0;
            foreach (var at in order)
                most = Math.Max(most, step(at));
            if (most < Tolerance)
                return;
        }
    }

    private static double Dot(float[] weights, SparseRows rows, int row, float[]? scales)
    {
        var columns = rows.Columns(row);
        var values = rows.Values(row);
        var sum = weights[^1];
        for (var at = 0; at < columns.Length; at++)
            sum += weights[columns[at]] * values[at] * (scales is null ? 1 : scales[columns[at]]);
        return sum;
    }

    private static void Add(float[] weights, SparseRows rows, int row, float[]? scales, float change)
    {
        var columns = rows.Columns(row);
        var values = rows.Values(row);
        for (var at = 0; at < columns.Length; at++)
            weights[columns[at]] += change * values[at] * (scales is null ? 1 : scales[columns[at]]);
        weights[^1] += change;
    }

    private static double Square(ReadOnlySpan<float> values, ReadOnlySpan<int> columns, float[]? scales)
    {
        var sum = 0.0;
        for (var at = 0; at < values.Length; at++)
        {
            var value = values[at] * (scales is null ? 1 : scales[columns[at]]);
            sum += value * value;
        }

        return sum;
    }
}
