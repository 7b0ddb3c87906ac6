using System.Numerics;

namespace EmpathyBot.Text;

/// <summary>
/// Gives each hash a place, 0, 1, 2, … in the order in which they come. A dictionary of its own: one of the framework
/// that is generic over numbers is in no precompiled image, and would be compiled, unoptimised, at every start.
/// Safe for several threads once nothing is added any more.
/// </summary>
public sealed class HashPlaces
{
    private uint[] _hashes;
    private int[] _slots;
    private int _shift;

    /// <summary>None yet.</summary>
    /// <param name="capacity">Hashes it holds before it must grow.</param>
    public HashPlaces(int capacity = 64)
    {
        _hashes = new uint[Math.Max(1, capacity)];
        _slots = Slots(_hashes.Length, out _shift);
    }

    /// <summary>How many hashes have a place.</summary>
    public int Count { get; private set; }

    /// <summary>The hashes, by place.</summary>
    public ReadOnlySpan<uint> Hashes => _hashes.AsSpan(0, Count);

    /// <summary>The place of a hash, or -1.</summary>
    public int Find(uint hash)
    {
        for (var slot = SlotOf(hash); ; slot = (slot + 1) & (_slots.Length - 1))
        {
            var found = _slots[slot] - 1;
            if (found < 0 || _hashes[found] == hash)
                return found;
        }
    }

    /// <summary>The place of a hash, the next one when it has none yet.</summary>
    public int Add(uint hash)
    {
        var slot = SlotOf(hash);
        for (; _slots[slot] != 0; slot = (slot + 1) & (_slots.Length - 1))
        {
            if (_hashes[_slots[slot] - 1] == hash)
                return _slots[slot] - 1;
        }

        if (Count == _hashes.Length)
        {
            Grow();
            return Add(hash);
        }

        _hashes[Count] = hash;
        _slots[slot] = ++Count;
        return Count - 1;
    }

    private void Grow()
    {
        Array.Resize(ref _hashes, Count * 2);
        _slots = Slots(_hashes.Length, out _shift);
        for (var place = 0; place < Count; place++)
        {
            var slot = SlotOf(_hashes[place]);
            while (_slots[slot] != 0)
                slot = (slot + 1) & (_slots.Length - 1);
            _slots[slot] = place + 1;
        }
    }

    /// <summary>At least twice as many as there may be hashes, so that one that is not there is soon found missing.</summary>
    private static int[] Slots(int capacity, out int shift)
    {
        var bits = BitOperations.Log2((uint)Math.Max(4, capacity)) + 2;
        shift = 32 - bits;
        return new int[1 << bits];
    }

    private int SlotOf(uint hash) => (int)(hash * 0x9E3779B9 >> _shift);
}
