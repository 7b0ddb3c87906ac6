namespace EmpathyBot.Text;

/// <summary>Many feature vectors one behind the other in three arrays, so that training walks through memory in order.</summary>
public sealed class FeatureRows
{
    private readonly List<int> _starts = [0];
    private uint[] _features = new uint[1024];
    private float[] _values = new float[1024];

    /// <summary>How many vectors there are.</summary>
    public int Count => _starts.Count - 1;

    /// <summary>Copies a vector to the end.</summary>
    public void Add(FeatureVector vector)
    {
        ArgumentNullException.ThrowIfNull(vector);
        Add(vector.Features, vector.Values);
    }

    /// <summary>Copies features and their values, as many of one as of the other, to the end.</summary>
    public void Add(ReadOnlySpan<uint> features, ReadOnlySpan<float> values)
    {
        var from = _starts[^1];
        var to = from + features.Length;
        if (to > _features.Length)
        {
            var length = Math.Max(to, _features.Length * 2);
            Array.Resize(ref _features, length);
            Array.Resize(ref _values, length);
        }

        features.CopyTo(_features.AsSpan(from));
        values.CopyTo(_values.AsSpan(from));
        _starts.Add(to);
    }

    /// <summary>The features of one vector.</summary>
    public ReadOnlySpan<uint> FeaturesOf(int row) => _features.AsSpan(_starts[row], _starts[row + 1] - _starts[row]);

    /// <summary>Their values, in the same order.</summary>
    public ReadOnlySpan<float> ValuesOf(int row) => _values.AsSpan(_starts[row], _starts[row + 1] - _starts[row]);
}
