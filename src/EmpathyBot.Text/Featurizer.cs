namespace EmpathyBot.Text;

/// <summary>What a <see cref="Featurizer"/> takes from a text.</summary>
public sealed record FeaturizerOptions
{
    /// <summary>Longest run of words taken as one feature; 0 for no words.</summary>
    public int WordGrams { get; init; } = 2;

    /// <summary>Shortest run of letters within a word.</summary>
    public int ShortestLetters { get; init; } = 2;

    /// <summary>Longest run of letters within a word; 0 for no letters.</summary>
    public int LongestLetters { get; init; } = 5;
}

/// <summary>
/// Turns text into features: runs of words, and runs of letters within words, which see through typos and endings.
/// Each is a 32-bit hash, the same in every process and version; the highest bit tells letters from words. Allocates
/// nothing but what the vector needs to grow. Safe for several threads.
/// </summary>
public sealed class Featurizer(FeaturizerOptions options)
{
    /// <summary>Set in the hashes of letters, clear in those of words.</summary>
    public const uint LettersBit = 0x8000_0000;

    private const int MostWordGrams = 4;

    /// <summary>All numbers are one word: which number it is says nothing of what is meant.</summary>
    private static readonly uint NumberHash = TextHash.Of("#");

    /// <summary>The features of a text, added up; what the vector held before is gone.</summary>
    public void Extract(ReadOnlySpan<char> text, FeatureVector into)
    {
        ArgumentNullException.ThrowIfNull(into);
        into.Clear();
        Append(text, into, salt: 0, weight: 1);
        into.MergeCounts();
    }

    /// <summary>Adds the features of a text to what is there; call <see cref="FeatureVector.Merge"/> at the end.</summary>
    /// <param name="text">The text.</param>
    /// <param name="into">Receives them.</param>
    /// <param name="salt">Another salt makes the features distinct, for a text that stands in another place.</param>
    /// <param name="weight">The value of each.</param>
    public void Append(ReadOnlySpan<char> text, FeatureVector into, uint salt, float weight)
    {
        ArgumentNullException.ThrowIfNull(into);
        Span<uint> before = stackalloc uint[MostWordGrams];
        Span<char> folded = stackalloc char[Tokenizer.LongestWord + 2];
        var words = 0;
        foreach (var token in Tokenizer.Tokens(text))
        {
            if (token.Kind == TokenKind.Sign)
                continue;
            folded[0] = '^';
            var length = token.Kind == TokenKind.Number
                ? 0
                : TextFolding.Fold(text.Slice(token.Start, token.Length), folded.Slice(1, Tokenizer.LongestWord));
            folded[length + 1] = '$';
            var hash = token.Kind == TokenKind.Number ? NumberHash : TextHash.Of(folded.Slice(1, length));
            AddWords(into, before, words++, hash, salt, weight);
            if (token.Kind == TokenKind.Word && options.LongestLetters > 0)
                AddLetters(into, folded[..(length + 2)], salt, weight);
        }
    }

    private void AddWords(FeatureVector into, Span<uint> before, int words, uint hash, uint salt, float weight)
    {
        if (options.WordGrams > 0)
            into.Add(TextHash.Mix(hash, 1 + salt) & ~LettersBit, weight);
        var run = hash;
        for (var back = 1; back < options.WordGrams && back < MostWordGrams && back <= words; back++)
        {
            run = TextHash.Mix(before[(words - back) % MostWordGrams], run);
            into.Add(TextHash.Mix(run, (uint)back + 1 + salt) & ~LettersBit, weight);
        }

        before[words % MostWordGrams] = hash;
    }

    private void AddLetters(FeatureVector into, ReadOnlySpan<char> bounded, uint salt, float weight) =>
        AddLetters(into, bounded, options.ShortestLetters, options.LongestLetters, salt, weight);

    /// <summary>Adds all runs of letters of one word.</summary>
    /// <param name="into">Receives them.</param>
    /// <param name="bounded">The folded word with a sign for its beginning and one for its end.</param>
    /// <param name="shortest">Shortest run.</param>
    /// <param name="longest">Longest run.</param>
    /// <param name="salt">Another salt makes them distinct.</param>
    /// <param name="weight">The value of each.</param>
    internal static void AddLetters(FeatureVector into, ReadOnlySpan<char> bounded, int shortest, int longest, uint salt, float weight)
    {
        for (var start = 0; start < bounded.Length; start++)
        {
            var hash = TextHash.Basis ^ salt;
            var most = Math.Min(longest, bounded.Length - start);
            for (var length = 1; length <= most; length++)
            {
                hash = TextHash.Next(hash, bounded[start + length - 1]);
                if (length >= shortest)
                    into.Add(TextHash.Mix(hash, (uint)length) | LettersBit, weight);
            }
        }
    }
}
