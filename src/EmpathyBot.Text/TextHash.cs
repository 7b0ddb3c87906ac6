namespace EmpathyBot.Text;

/// <summary>The hashes that features are known by: the same in every process, version and machine, since models are stored with them.</summary>
public static class TextHash
{
    internal const uint Basis = 2166136261;
    private const uint Prime = 16777619;

    /// <summary>The hash of a word.</summary>
    public static uint Of(ReadOnlySpan<char> text)
    {
        var hash = Basis;
        foreach (var letter in text)
            hash = Next(hash, letter);
        return hash;
    }

    /// <summary>The hash of a word with one more letter.</summary>
    internal static uint Next(uint hash, char letter) => (hash ^ letter) * Prime;

    /// <summary>Joins two hashes so that order counts.</summary>
    public static uint Mix(uint hash, uint more)
    {
        hash ^= more * 0x9E3779B9;
        hash ^= hash >> 16;
        hash *= 0x85EBCA6B;
        hash ^= hash >> 13;
        hash *= 0xC2B2AE35;
        return hash ^ (hash >> 16);
    }
}
