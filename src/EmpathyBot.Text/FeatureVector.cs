namespace EmpathyBot.Text;

/// <summary>
/// A sparse list of features with values. Made to be kept and filled again: after the first few texts it allocates
/// nothing. Not safe for several threads at once.
/// </summary>
public sealed class FeatureVector
{
    private uint[] _features;
    private float[] _values;
    private ulong[] _order = [];

    /// <summary>An empty vector.</summary>
    /// <param name="capacity">Features it holds before it must grow.</param>
    public FeatureVector(int capacity = 512)
    {
        _features = new uint[capacity];
        _values = new float[capacity];
    }

    /// <summary>How many features there are.</summary>
    public int Count { get; private set; }

    /// <summary>The features: hashes as a <see cref="Featurizer"/> gives them, or rows as a <see cref="Vocabulary"/> gives them.</summary>
    public ReadOnlySpan<uint> Features => _features.AsSpan(0, Count);

    /// <summary>Their values, in the same order.</summary>
    public ReadOnlySpan<float> Values => _values.AsSpan(0, Count);

    /// <summary>The values, to be changed in place.</summary>
    internal Span<float> MutableValues => _values.AsSpan(0, Count);

    /// <summary>The features, to be changed in place.</summary>
    internal Span<uint> MutableFeatures => _features.AsSpan(0, Count);

    /// <summary>Forgets all features.</summary>
    public void Clear() => Count = 0;

    /// <summary>Adds a feature; the same one may be added more than once until <see cref="Merge"/>.</summary>
    public void Add(uint feature, float value)
    {
        if (Count == _features.Length)
        {
            Array.Resize(ref _features, Count * 2);
            Array.Resize(ref _values, Count * 2);
        }

        _features[Count] = feature;
        _values[Count++] = value;
    }

    /// <summary>Sorts by feature and adds up the values of those that came more than once.</summary>
    public void Merge()
    {
        if (Count < 2)
            return;
        _features.AsSpan(0, Count).Sort(_values.AsSpan(0, Count));
        var last = 0;
        for (var at = 1; at < Count; at++)
        {
            if (_features[at] == _features[last])
            {
                _values[last] += _values[at];
                continue;
            }

            last++;
            _features[last] = _features[at];
            _values[last] = _values[at];
        }

        Count = last + 1;
    }

    /// <summary>
    /// The same for values whose order of adding makes no difference, as that of small whole numbers does not. Quick also
    /// where nothing is compiled yet.
    /// </summary>
    public void MergeCounts()
    {
        // A feature and its value in one number: sorting numbers is precompiled in the framework, sorting pairs is not.
        if (_order.Length < Count)
            _order = new ulong[_features.Length];
        for (var at = 0; at < Count; at++)
            _order[at] = (ulong)_features[at] << 32 | BitConverter.SingleToUInt32Bits(_values[at]);
        Array.Sort(_order, 0, Count);
        var last = -1;
        for (var at = 0; at < Count; at++)
        {
            var feature = (uint)(_order[at] >> 32);
            var value = BitConverter.UInt32BitsToSingle((uint)_order[at]);
            if (last >= 0 && _features[last] == feature)
            {
                _values[last] += value;
                continue;
            }

            last++;
            _features[last] = feature;
            _values[last] = value;
        }

        Count = last + 1;
    }

    /// <summary>A copy that shares nothing, no larger than needed.</summary>
    public FeatureVector Copy()
    {
        var copy = new FeatureVector(Math.Max(1, Count)) { Count = Count };
        Features.CopyTo(copy._features);
        Values.CopyTo(copy._values);
        return copy;
    }
}
