namespace EmpathyBot.Content.Matching;

/// <summary>What spoke for a candidate, and whether it was right.</summary>
internal sealed record Observation(Evidence Evidence, bool IsRight);

/// <summary>Turns evidence into the share of such candidates that are right: a logistic curve fitted on held-out examples.</summary>
internal sealed class Calibration
{
    private const int Passes = 25;
    private const double Damping = 1.0;
    private readonly double[] _weights;

    private Calibration(double[] weights) => _weights = weights;

    public double Confidence(in Evidence evidence)
    {
        Span<double> values = stackalloc double[Evidence.Count];
        evidence.CopyTo(values);
        return Curve(Sum(_weights, values));
    }

    /// <summary>Fits by Newton's method; the damping keeps it sane when a few examples are told apart perfectly.</summary>
    public static Calibration Fit(IReadOnlyList<Observation> observed)
    {
        const int n = Evidence.Count;
        var weights = new double[n];
        var values = new double[n];
        for (var pass = 0; pass < Passes; pass++)
        {
            var gradient = new double[n];
            var curvature = new double[n, n];
            for (var i = 0; i < n; i++)
            {
                gradient[i] = -Damping * weights[i];
                curvature[i, i] = Damping;
            }

            foreach (var (evidence, isRight) in observed)
            {
                evidence.CopyTo(values);
                var expected = Curve(Sum(weights, values));
                var spread = Math.Max(1e-6, expected * (1 - expected));
                for (var i = 0; i < n; i++)
                {
                    gradient[i] += ((isRight ? 1 : 0) - expected) * values[i];
                    for (var j = 0; j < n; j++)
                        curvature[i, j] += spread * values[i] * values[j];
                }
            }

            var step = Solve(curvature, gradient);
            for (var i = 0; i < n; i++)
                weights[i] += step[i];
            if (step.Max(Math.Abs) < 1e-6)
                break;
        }

        return new(weights);
    }

    private static double Curve(double sum) => 1 / (1 + Math.Exp(-sum));

    private static double Sum(ReadOnlySpan<double> weights, ReadOnlySpan<double> values)
    {
        var sum = 0.0;
        for (var i = 0; i < values.Length; i++)
            sum += weights[i] * values[i];
        return sum;
    }

    /// <summary>Gaussian elimination; the matrix is positive definite through the damping.</summary>
    private static double[] Solve(double[,] matrix, double[] right)
    {
        var n = right.Length;
        for (var i = 0; i < n; i++)
        {
            for (var row = i + 1; row < n; row++)
            {
                var factor = matrix[row, i] / matrix[i, i];
                for (var column = i; column < n; column++)
                    matrix[row, column] -= factor * matrix[i, column];
                right[row] -= factor * right[i];
            }
        }

        var solution = new double[n];
        for (var i = n - 1; i >= 0; i--)
        {
            var sum = right[i];
            for (var column = i + 1; column < n; column++)
                sum -= matrix[i, column] * solution[column];
            solution[i] = sum / matrix[i, i];
        }

        return solution;
    }
}
