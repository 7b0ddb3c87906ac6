using System.Numerics;
using System.Runtime.InteropServices;

namespace EmpathyBot.Workbench.Emotions.Training;

/// <summary>Sums over columns, several at once. Their order is fixed, so that every run gives the same.</summary>
internal static class Columns
{
    /// <summary>Adds a row times a factor.</summary>
    public static void AddScaled(Span<float> to, ReadOnlySpan<float> row, float factor)
    {
        var sums = MemoryMarshal.Cast<float, Vector<float>>(to);
        var cells = MemoryMarshal.Cast<float, Vector<float>>(row);
        for (var at = 0; at < cells.Length; at++)
            sums[at] += cells[at] * factor;
    }

    public static float Dot(ReadOnlySpan<float> left, ReadOnlySpan<float> right)
    {
        var first = MemoryMarshal.Cast<float, Vector<float>>(left);
        var second = MemoryMarshal.Cast<float, Vector<float>>(right);
        var sum = Vector<float>.Zero;
        for (var at = 0; at < first.Length; at++)
            sum += first[at] * second[at];
        return Vector.Sum(sum);
    }

    /// <summary>One step of AdaGrad: the more a weight has been moved, the less it moves.</summary>
    public static void Step(Span<float> weights, Span<float> moved, ReadOnlySpan<float> gradient, float factor, float rate, float decay)
    {
        var own = MemoryMarshal.Cast<float, Vector<float>>(weights);
        var sums = MemoryMarshal.Cast<float, Vector<float>>(moved);
        var slopes = MemoryMarshal.Cast<float, Vector<float>>(gradient);
        for (var at = 0; at < own.Length; at++)
        {
            var slope = slopes[at] * factor + own[at] * decay;
            sums[at] += slope * slope;
            own[at] -= slope * rate / (Vector.SquareRoot(sums[at]) + new Vector<float>(1e-6f));
        }
    }
}
