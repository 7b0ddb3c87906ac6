namespace EmpathyBot.Text.Messages;

/// <summary>
/// The features of one message, each with the words it stands on. Made to be kept and filled again: after the first
/// messages it allocates nothing. Not safe for several threads at once.
/// </summary>
public sealed class MessageFeatures
{
    private readonly FeatureVector _vector = new(4096);
    private Place[] _places = new Place[4096];
    private readonly (int End, float Weight)[] _groups = new (int, float)[MostGroups];
    private int _placed;

    /// <summary>Groups at most: three bits of a feature's hash tell which it belongs to.</summary>
    public const int MostGroups = 8;

    private const int GroupShift = 29;

    /// <summary>The words a feature stands on, first and last plus one; both 0 where it stands on none.</summary>
    public readonly record struct Place(ushort From, ushort To);

    /// <summary>How many features there are; the same one may come more than once.</summary>
    public int Count => _vector.Count;

    /// <summary>Their hashes.</summary>
    public ReadOnlySpan<uint> Keys => _vector.Features;

    /// <summary>Their values.</summary>
    public ReadOnlySpan<float> Values => _vector.Values;

    /// <summary>Where they stand.</summary>
    public ReadOnlySpan<Place> Places => _places.AsSpan(0, Count);

    internal FeatureVector Vector => _vector;

    /// <summary>Forgets all.</summary>
    public void Clear()
    {
        _vector.Clear();
        (_placed, Groups) = (0, 0);
    }

    /// <summary>Adds one feature.</summary>
    /// <param name="key">Its hash.</param>
    /// <param name="value">Its value.</param>
    /// <param name="from">The first word it stands on.</param>
    /// <param name="to">The word after the last.</param>
    public void Add(uint key, float value = 1, int from = 0, int to = 0)
    {
        _vector.Add(key, value);
        PlaceRest(from, to);
    }

    /// <summary>How many groups were ended.</summary>
    public int Groups { get; private set; }

    /// <summary>Ends a group: wherever features are weighed, those of a group are brought to a common length, so that long texts do not outshout short ones.</summary>
    /// <param name="weight">The length the group is brought to.</param>
    public void EndGroup(float weight)
    {
        var keys = _vector.MutableFeatures[(Groups == 0 ? 0 : _groups[Groups - 1].End)..];
        foreach (ref var key in keys)
            key = key >> (32 - GroupShift) | (uint)Groups << GroupShift;
        _groups[Groups++] = (_vector.Count, weight);
    }

    /// <summary>Where a group ends among the features, and its length.</summary>
    public (int End, float Weight) Group(int group) => _groups[group];

    /// <summary>The group a feature belongs to.</summary>
    public static int GroupOf(uint key) => (int)(key >> GroupShift);

    /// <summary>Says on which words the features stand that were added to <see cref="Vector"/> since the last call.</summary>
    internal void PlaceRest(int from, int to)
    {
        if (_places.Length < _vector.Count)
            Array.Resize(ref _places, _vector.Count * 2);
        _places.AsSpan(_placed, _vector.Count - _placed).Fill(new((ushort)Math.Min(from, ushort.MaxValue), (ushort)Math.Min(to, ushort.MaxValue)));
        _placed = _vector.Count;
    }
}
