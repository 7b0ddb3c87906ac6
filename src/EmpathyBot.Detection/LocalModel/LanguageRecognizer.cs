using System.Buffers;
using System.Collections.Frozen;
using EmpathyBot.Detection.Lexicon;
using EmpathyBot.Text.Messages;

namespace EmpathyBot.Detection.LocalModel;

/// <summary>Recognises the language of a text: by its script, else by the small words it is made of. Allocates nothing.</summary>
internal static class LanguageRecognizer
{
    private const int FewestWords = 3;
    private const int WordsRead = 150;
    private const int CharactersRead = 2_000;

    private static readonly SearchValues<char> Ukrainian = SearchValues.Create("іїєґІЇЄҐ");
    private static readonly SearchValues<char> Persian = SearchValues.Create("پچژگ");

    /// <summary>Languages by their small words; English is the first.</summary>
    private static readonly (string Language, string[] Words)[] Lists =
    [
        .. LexiconFiles.Lines("languages.txt").Select(line => line.Split(':', 2))
            .Select(sides => (sides[0].Trim(), sides[1].Split(' ', StringSplitOptions.RemoveEmptyEntries))),
    ];

    private static readonly FrozenDictionary<uint, uint> LanguagesOfWord = Lists
        .SelectMany((list, at) => list.Words.Select(word => (Hash: WordForms.HashOf(word), Bit: 1u << at)))
        .GroupBy(word => word.Hash).ToFrozenDictionary(word => word.Key, word => word.Aggregate(0u, (all, one) => all | one.Bit));

    private static readonly string[] Scripts = ["el", "ru", "he", "ar", "hi", "bn", "th", "ja", "ko", "zh"];

    /// <summary>ISO 639-1 code, or null when there is too little to tell.</summary>
    /// <param name="text">The text.</param>
    /// <param name="words">Its words, read with whatever language's lists: only their spelling counts.</param>
    /// <param name="expected">The language it most likely is; English when null or known by its script alone.</param>
    public static string? Of(ReadOnlySpan<char> text, ReadOnlySpan<MessageWord> words, string? expected)
    {
        text = text[..Math.Min(text.Length, CharactersRead)];
        if (text.ContainsAnyExceptInRange('\0', '\u024F') && OfScript(text) is { } byScript)
            return byScript;
        words = words[..Math.Min(words.Length, WordsRead)];
        Span<int> counts = stackalloc int[Lists.Length];
        counts.Clear();
        var written = 0;
        foreach (ref readonly var word in words)
        {
            // "Don't" is one word, even where it is read as two.
            if (word.Spelling == 0 && word.Kind == WordKind.Word)
                continue;
            written++;
            if (!LanguagesOfWord.TryGetValue(word.Spelling, out var languages))
                continue;
            for (; languages != 0; languages &= languages - 1)
                counts[System.Numerics.BitOperations.TrailingZeroCount(languages)]++;
        }

        if (written < FewestWords)
            return null;
        var likely = PlaceOf(expected);
        var best = likely;
        for (var at = 0; at < counts.Length; at++)
            best = counts[at] > counts[best] ? at : best;
        // Another language than the expected one must clearly have more of the words: many small words are of several.
        var (most, ofLikely) = (counts[best], counts[likely]);
        if (best != likely && most >= 2 && most > ofLikely + 1 && most * 5 >= written)
            return Lists[best].Language;
        return ofLikely > 0 ? Lists[likely].Language : null;
    }

    private static int PlaceOf(string? language)
    {
        for (var at = 0; at < Lists.Length; at++)
        {
            if (Lists[at].Language == language)
                return at;
        }

        return 0;
    }

    private static string? OfScript(ReadOnlySpan<char> text)
    {
        Span<int> counts = stackalloc int[Scripts.Length];
        counts.Clear();
        var (latin, all) = (0, 0);
        foreach (var letter in text)
        {
            if (letter < 0x250)
                latin += char.IsAsciiLetter(letter) || letter >= 0xC0 ? 1 : 0;
            else if (ScriptOf(letter) is >= 0 and var script)
                (counts[script], all) = (counts[script] + 1, all + 1);
        }

        if (all < 2 || all < latin)
            return null;
        // Japanese mixes Chinese characters with its own; a few letters tell Ukrainian from Russian, Persian from Arabic.
        if (counts[Array.IndexOf(Scripts, "ja")] > 0)
            return "ja";
        var best = Scripts[counts.IndexOf(Largest(counts))];
        if (best == "ru" && text.ContainsAny(Ukrainian))
            return "uk";
        return best == "ar" && text.ContainsAny(Persian) ? "fa" : best;
    }

    private static int Largest(ReadOnlySpan<int> counts)
    {
        var largest = 0;
        foreach (var count in counts)
            largest = Math.Max(largest, count);
        return largest;
    }

    private static int ScriptOf(char letter) => (int)letter switch
    {
        >= 0x370 and <= 0x3FF => 0,
        >= 0x400 and <= 0x52F => 1,
        >= 0x590 and <= 0x5FF => 2,
        >= 0x600 and <= 0x6FF => 3,
        >= 0x900 and <= 0x97F => 4,
        >= 0x980 and <= 0x9FF => 5,
        >= 0xE00 and <= 0xE7F => 6,
        >= 0x3040 and <= 0x30FF => 7,
        >= 0xAC00 and <= 0xD7AF => 8,
        >= 0x4E00 and <= 0x9FFF => 9,
        _ => -1,
    };
}
