using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace EmpathyBot.Text;

/// <summary>
/// The separators of a few neighbouring classes, trained together: each example is read once for all of them. Few, so
/// that their weights stay in the cache and an example that all of them agree on is soon laid aside.
/// </summary>
internal sealed class LinearBlock
{
    /// <summary>Classes in a block: two vector registers.</summary>
    public const int Width = 16;

    private const int Half = Width / 2;

    private readonly FeatureRows _examples;
    private readonly IReadOnlyList<int> _labels;
    private readonly float[] _squares;
    private readonly int _first;
    private readonly LinearTrainerOptions _options;
    private readonly float[] _weights;
    private readonly float[] _alphas;
    private readonly float _diagonal;
    private Vector256<float> _biasLow;
    private Vector256<float> _biasHigh;

    public LinearBlock(FeatureRows examples, IReadOnlyList<int> labels, float[] squares, int first, int features, LinearTrainerOptions options)
    {
        _examples = examples;
        _labels = labels;
        _squares = squares;
        _first = first;
        _options = options;
        _weights = new float[features * Width];
        _alphas = new float[examples.Count * Width];
        _diagonal = (float)(0.5 / options.Cost);
    }

    public void Train()
    {
        var order = Enumerable.Range(0, _examples.Count).ToArray();
        var active = order.Length;
        var random = new Shuffle((uint)_first + 1);
        var slack = float.MaxValue;
        for (var pass = 0; pass < _options.Passes; pass++)
        {
            random.Mix(order.AsSpan(0, active));
            var most = 0f;
            for (var place = 0; place < active; place++)
            {
                var wanted = Visit(order[place], slack);
                if (wanted < 0)
                {
                    // Far on its right side of all: it has no say any more, so it is laid aside until the others agree.
                    (order[place], order[--active]) = (order[active], order[place]);
                    place--;
                    continue;
                }

                most = Math.Max(most, wanted);
            }

            slack = Math.Max(most, (float)_options.Tolerance);
            if (most >= _options.Tolerance)
                continue;
            if (active == order.Length)
                break;
            active = order.Length;
            slack = float.MaxValue;
        }
    }

    /// <summary>Copies this block's weights to their place among those of all classes.</summary>
    public void CopyTo(float[] weights, float[] biases)
    {
        var classes = biases.Length;
        var own = Math.Min(Width, classes - _first);
        for (var row = 0; row < _weights.Length / Width; row++)
            _weights.AsSpan(row * Width, own).CopyTo(weights.AsSpan((row * classes) + _first));
        for (var at = 0; at < own; at++)
            biases[_first + at] = at < Half ? _biasLow[at] : _biasHigh[at - Half];
    }

    // Vectors are in no precompiled image, and a start would be over before this is hot enough to be optimised by itself.
    /// <summary>Lets one example move all separators; gives the most it wanted to move one, or -1 when it can be laid aside.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private float Visit(int example, float slack)
    {
        var features = _examples.FeaturesOf(example);
        var values = _examples.ValuesOf(example);
        ref var weights = ref MemoryMarshal.GetArrayDataReference(_weights);
        var (low, high) = (_biasLow, _biasHigh);
        for (var at = 0; at < features.Length; at++)
        {
            var value = Vector256.Create(values[at]);
            var row = (nuint)features[at] * Width;
            low += value * Vector256.LoadUnsafe(ref weights, row);
            high += value * Vector256.LoadUnsafe(ref weights, row + Half);
        }

        var own = _labels[example] - _first;
        ref var alphas = ref _alphas[example * Width];
        var quarter = _squares[example] + _diagonal;
        var oldLow = Vector256.LoadUnsafe(ref alphas);
        var oldHigh = Vector256.LoadUnsafe(ref alphas, Half);
        var signLow = SignOf(own);
        var signHigh = SignOf(own - Half);
        var gradientLow = (signLow * low) - Vector256<float>.One + (oldLow * _diagonal);
        var gradientHigh = (signHigh * high) - Vector256<float>.One + (oldHigh * _diagonal);
        if (Settled(oldLow, gradientLow, slack) && Settled(oldHigh, gradientHigh, slack))
            return -1;
        var newLow = Vector256.Max(Vector256<float>.Zero, oldLow - (gradientLow / quarter));
        var newHigh = Vector256.Max(Vector256<float>.Zero, oldHigh - (gradientHigh / quarter));
        var changeLow = (newLow - oldLow) * signLow;
        var changeHigh = (newHigh - oldHigh) * signHigh;
        var most = Math.Max(MostOf(changeLow), MostOf(changeHigh)) * quarter;
        if (most < 1e-6f)
            return 0;
        newLow.StoreUnsafe(ref alphas);
        newHigh.StoreUnsafe(ref alphas, Half);
        _biasLow += changeLow;
        _biasHigh += changeHigh;
        for (var at = 0; at < features.Length; at++)
        {
            var value = Vector256.Create(values[at]);
            var row = (nuint)features[at] * Width;
            (Vector256.LoadUnsafe(ref weights, row) + (value * changeLow)).StoreUnsafe(ref weights, row);
            (Vector256.LoadUnsafe(ref weights, row + Half) + (value * changeHigh)).StoreUnsafe(ref weights, row + Half);
        }

        return most;
    }

    private static Vector256<float> SignOf(int own) =>
        own is >= 0 and < Half ? Vector256.Create(-1f).WithElement(own, 1f) : Vector256.Create(-1f);

    private static bool Settled(Vector256<float> alphas, Vector256<float> gradient, float slack) =>
        Vector256.EqualsAll(alphas, Vector256<float>.Zero) && Vector256.GreaterThanAll(gradient, Vector256.Create(slack));

    private static float MostOf(Vector256<float> values)
    {
        var size = Vector256.Abs(values);
        var four = Vector128.Max(size.GetLower(), size.GetUpper());
        return Math.Max(Math.Max(four[0], four[1]), Math.Max(four[2], four[3]));
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
