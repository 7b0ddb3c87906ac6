using System.Buffers;
using System.Collections.Frozen;

namespace EmpathyBot.Detection.Lexicon;

/// <summary>Guesses the language of a message: by its script, else by the small words it is made of.</summary>
internal static class LanguageGuess
{
    private const int FewestWords = 3;

    private static readonly SearchValues<char> Ukrainian = SearchValues.Create("іїєґІЇЄҐ");
    private static readonly SearchValues<char> Persian = SearchValues.Create("پچژگ");

    private static readonly (string Language, FrozenSet<string> Words)[] SmallWords =
    [
        .. LexiconFiles.Lines("languages.txt").Select(line => line.Split(':', 2)).Select(sides =>
            (sides[0].Trim(), sides[1].Split(' ', StringSplitOptions.RemoveEmptyEntries).ToFrozenSet())),
    ];

    /// <summary>ISO 639-1 code, or null when there is too little to tell.</summary>
    public static string? Of(string text, IReadOnlyList<Word> words)
    {
        if (OfScript(text) is { } byScript)
            return byScript;
        if (words.Count < FewestWords)
            return null;

        string? best = null;
        var (most, english) = (0, 0);
        foreach (var (language, small) in SmallWords)
        {
            var count = words.Take(400).Count(word => small.Contains(word.Form));
            if (language == "en")
                english = count;
            if (count > most)
                (best, most) = (language, count);
        }

        // English is what is expected here: another language must clearly have more of the words.
        if (best is not null && best != "en" && (most < 2 || most <= english + 1 || most * 5 < Math.Min(words.Count, 400)))
            return english > 0 ? "en" : null;
        return best;
    }

    private static string? OfScript(string text)
    {
        Dictionary<string, int>? counts = null;
        var (latin, read) = (0, Math.Min(text.Length, 2_000));
        for (var i = 0; i < read; i++)
        {
            var c = text[i];
            if (c < 0x250)
            {
                if (char.IsAsciiLetter(c) || c >= 0xC0)
                    latin++;
                continue;
            }

            if (ScriptOf(c) is { } language)
            {
                counts ??= [];
                counts[language] = counts.GetValueOrDefault(language) + 1;
            }
        }

        if (counts is null || counts.Values.Sum() < 2 || counts.Values.Sum() < latin)
            return null;
        // Japanese mixes Chinese characters with its own; a few letters tell Ukrainian from Russian, Persian from Arabic.
        if (counts.ContainsKey("ja"))
            return "ja";
        if (counts.ContainsKey("ru") && text.AsSpan(0, read).ContainsAny(Ukrainian))
            return "uk";
        if (counts.ContainsKey("ar") && text.AsSpan(0, read).ContainsAny(Persian))
            return "fa";
        return counts.MaxBy(pair => pair.Value).Key;
    }

    private static string? ScriptOf(char c) => (int)c switch
    {
        >= 0x370 and <= 0x3FF => "el",
        >= 0x400 and <= 0x52F => "ru",
        >= 0x590 and <= 0x5FF => "he",
        >= 0x600 and <= 0x6FF => "ar",
        >= 0x900 and <= 0x97F => "hi",
        >= 0x980 and <= 0x9FF => "bn",
        >= 0xE00 and <= 0xE7F => "th",
        >= 0x3040 and <= 0x30FF => "ja",
        >= 0xAC00 and <= 0xD7AF => "ko",
        >= 0x4E00 and <= 0x9FFF => "zh",
        _ => null,
    };
}
