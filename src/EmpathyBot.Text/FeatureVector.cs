namespace EmpathyBot.Text;

/// <summary>
/// A sparse list of features with values. Made to be kept and filled again: after the first few texts it allocates
/// nothing. Not safe for several threads at once.
/// </summary>
public sealed class FeatureVector
{
    private uint[] _features;
    private float[] _values;

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

    /// <summary>A copy that shares nothing, no larger than needed.</summary>
    public FeatureVector Copy()
    {
        var copy = new FeatureVector(Math.Max(1, Count)) { Count = Count };
        Features.CopyTo(copy._features);
        Values.CopyTo(copy._values);
        return copy;
    }
}
