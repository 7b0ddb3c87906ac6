using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using EmpathyBot.Text.Messages;

namespace EmpathyBot.Text;

/// <summary>
/// A table of features: each has a row of small whole numbers and a scale. A text adds up the rows of its features.
/// Immutable; safe for several threads; allocates nothing when used.
/// </summary>
public sealed class QuantizedRows
{
    /// <summary>Rows are as wide as this or a multiple: one load of the processor.</summary>
    public const int Block = 32;

    private readonly uint[] _keys;
    private readonly Half[] _scales;
    private readonly Half[] _factors;
    private readonly sbyte[] _cells;
    private readonly (uint Key, int Row)[] _slots;
    private readonly float[] _floatScales;
    private readonly float[] _squares;
    private readonly int _shift;

    /// <summary>A table.</summary>
    /// <param name="keys">The features, each once.</param>
    /// <param name="scales">What a cell of the row is multiplied by, one a row.</param>
    /// <param name="factors">How heavy each feature is against others of its group: the rarer, the heavier.</param>
    /// <param name="cells">Row by row.</param>
    /// <param name="width">Cells a row, a multiple of <see cref="Block"/>.</param>
    public QuantizedRows(uint[] keys, Half[] scales, Half[] factors, sbyte[] cells, int width)
    {
        ArgumentNullException.ThrowIfNull(keys);
        ArgumentNullException.ThrowIfNull(scales);
        ArgumentNullException.ThrowIfNull(factors);
        ArgumentNullException.ThrowIfNull(cells);
        if (width <= 0 || width % Block != 0)
            throw new ArgumentException($"The width must be a multiple of {Block}.", nameof(width));
        if (scales.Length != keys.Length || factors.Length != keys.Length || cells.Length != keys.Length * width)
            throw new ArgumentException("There must be one scale and one row a key.", nameof(cells));
        (_keys, _scales, _factors, _cells, Width) = (keys, scales, factors, cells, width);
        (_floatScales, _squares) = (new float[keys.Length], new float[keys.Length]);
        for (var row = 0; row < keys.Length; row++)
        {
            var factor = (float)factors[row];
            _floatScales[row] = (float)scales[row] * factor;
            _squares[row] = factor * factor;
        }

        var bits = BitOperations.Log2((uint)Math.Max(8, keys.Length)) + 2;
        _shift = 32 - bits;
        _slots = new (uint, int)[1 << bits];
        for (var row = 0; row < keys.Length; row++)
        {
            var slot = SlotOf(keys[row]);
            while (_slots[slot].Row != 0)
                slot = (slot + 1) & (_slots.Length - 1);
            _slots[slot] = (keys[row], row + 1);
        }
    }

    /// <summary>Cells a row.</summary>
    public int Width { get; }

    /// <summary>How many rows.</summary>
    public int Count => _keys.Length;

    /// <summary>The features, row by row.</summary>
    public ReadOnlySpan<uint> Keys => _keys;

    /// <summary>The scales, row by row.</summary>
    public ReadOnlySpan<Half> Scales => _scales;

    /// <summary>The factors, row by row.</summary>
    public ReadOnlySpan<Half> Factors => _factors;

    /// <summary>All cells, row by row.</summary>
    public ReadOnlySpan<sbyte> Cells => _cells;

    /// <summary>The row of a feature, or -1.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int RowOf(uint key)
    {
        ref var slots = ref MemoryMarshal.GetArrayDataReference(_slots);
        for (var slot = SlotOf(key); ; slot = (slot + 1) & (_slots.Length - 1))
        {
            ref var found = ref Unsafe.Add(ref slots, slot);
            if (found.Row == 0)
                return -1;
            if (found.Key == key)
                return found.Row - 1;
        }
    }

    /// <summary>The weight of one cell, the factor of its feature included.</summary>
    public float WeightOf(int row, int column) => _floatScales[row] * _cells[row * Width + column];

    /// <summary>A row taken along a direction: its first cells times what each column counts, added up.</summary>
    /// <param name="row">The row.</param>
    /// <param name="direction">What each column counts, from the first on; a multiple of 16, at most <see cref="Width"/>.</param>
    public float Along(int row, ReadOnlySpan<float> direction)
    {
        var cells = _cells.AsSpan(row * Width, direction.Length);
        var sum = Vector128<float>.Zero;
        for (var column = 0; column < cells.Length; column += Vector128<sbyte>.Count)
        {
            var (low, high) = Vector128.Widen(Vector128.Create<sbyte>(cells[column..]));
            var (first, second) = Vector128.Widen(low);
            var (third, fourth) = Vector128.Widen(high);
            var counts = direction[column..];
            sum += Vector128.ConvertToSingle(first) * Vector128.Create(counts) + Vector128.ConvertToSingle(second) * Vector128.Create(counts[4..])
                + Vector128.ConvertToSingle(third) * Vector128.Create(counts[8..]) + Vector128.ConvertToSingle(fourth) * Vector128.Create(counts[12..]);
        }

        return _floatScales[row] * Vector128.Sum(sum);
    }

    /// <summary>
    /// Finds the rows of a message's features and weighs them: the features of a group that have a row are brought to the
    /// group's length, each by its factor.
    /// </summary>
    /// <param name="features">The features.</param>
    /// <param name="rows">Receives the row of each, or -1.</param>
    /// <param name="values">Receives the value of each, its factor left out.</param>
    public void Weigh(MessageFeatures features, Span<int> rows, Span<float> values)
    {
        ArgumentNullException.ThrowIfNull(features);
        var keys = features.Keys;
        var own = features.Values;
        var start = 0;
        for (var group = 0; group < features.Groups; group++)
        {
            var (end, weight) = features.Group(group);
            var sum = 0f;
            for (var at = start; at < end; at++)
            {
                var row = RowOf(keys[at]);
                rows[at] = row;
                sum += row < 0 ? 0 : own[at] * _squares[row];
            }

            var factor = sum > 0 ? weight / MathF.Sqrt(sum) : 0;
            for (var at = start; at < end; at++)
                values[at] = own[at] * factor;
            start = end;
        }
    }

    /// <summary>Adds up rows, each times its value.</summary>
    /// <param name="rows">The rows; those of -1 are passed over.</param>
    /// <param name="values">Their values.</param>
    /// <param name="sums">Receives the sums, on top of what is there; as long as a row.</param>
    public void Add(ReadOnlySpan<int> rows, ReadOnlySpan<float> values, Span<float> sums)
    {
        for (var column = 0; column < Width; column += Block)
        {
            if (Avx2.IsSupported)
                AddBlock(values, rows, column, sums.Slice(column, Block));
            else
                AddPlainly(values, rows, column, sums.Slice(column, Block));
        }
    }

    private void AddBlock(ReadOnlySpan<float> values, ReadOnlySpan<int> rows, int column, Span<float> sums)
    {
        ref var cells = ref MemoryMarshal.GetArrayDataReference(_cells);
        ref var target = ref MemoryMarshal.GetReference(sums);
        var first = Vector256.LoadUnsafe(ref target);
        var second = Vector256.LoadUnsafe(ref target, 8);
        var third = Vector256.LoadUnsafe(ref target, 16);
        var fourth = Vector256.LoadUnsafe(ref target, 24);
        for (var at = 0; at < rows.Length; at++)
        {
            var row = rows[at];
            if (row < 0)
                continue;
            var factor = Vector256.Create(values[at] * _floatScales[row]);
            ref var from = ref Unsafe.Add(ref cells, row * Width + column);
            var low = Vector128.LoadUnsafe(ref from);
            var high = Vector128.LoadUnsafe(ref from, 16);
            first += factor * Vector256.ConvertToSingle(Avx2.ConvertToVector256Int32(low));
            second += factor * Vector256.ConvertToSingle(Avx2.ConvertToVector256Int32(Sse2.ShiftRightLogical128BitLane(low, 8)));
            third += factor * Vector256.ConvertToSingle(Avx2.ConvertToVector256Int32(high));
            fourth += factor * Vector256.ConvertToSingle(Avx2.ConvertToVector256Int32(Sse2.ShiftRightLogical128BitLane(high, 8)));
        }

        first.StoreUnsafe(ref target);
        second.StoreUnsafe(ref target, 8);
        third.StoreUnsafe(ref target, 16);
        fourth.StoreUnsafe(ref target, 24);
    }

    private void AddPlainly(ReadOnlySpan<float> values, ReadOnlySpan<int> rows, int column, Span<float> sums)
    {
        for (var at = 0; at < rows.Length; at++)
        {
            if (rows[at] < 0)
                continue;
            var factor = values[at] * _floatScales[rows[at]];
            var cells = _cells.AsSpan(rows[at] * Width + column, Block);
            for (var cell = 0; cell < Block; cell++)
                sums[cell] += factor * cells[cell];
        }
    }

    private int SlotOf(uint key) => (int)(key * 0x9E3779B9 >> _shift);
}
