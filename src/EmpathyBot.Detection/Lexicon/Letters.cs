using System.Globalization;
using System.Text;

namespace EmpathyBot.Detection.Lexicon;

/// <summary>What characters are to words.</summary>
internal static class Letters
{
    public static bool IsOfWord(char c) => char.IsLetterOrDigit(c)
        || char.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark && c is not ('\uFE0F' or '\uFE0E');

    /// <summary>Zero-width and direction marks: they may stand inside a word and change nothing.</summary>
    public static bool IsInvisible(char c) =>
        c is '\u200B' or '\u200C' or '\u200D' or '\u2060' or '\uFEFF' or '\u00AD' or '\u200E' or '\u200F';

    /// <summary>"3rd" and "2day" stay one word, "45min" becomes two.</summary>
    public static bool IsOrdinalEnding(ReadOnlySpan<char> afterDigits)
    {
        var ending = afterDigits.Length > 2 && char.IsLetter(afterDigits[2]) ? [] : afterDigits[..Math.Min(2, afterDigits.Length)];
        foreach (var ordinal in (ReadOnlySpan<string>)["st", "nd", "rd", "th"])
        {
            if (ending.Equals(ordinal, StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return afterDigits.StartsWith("day", StringComparison.OrdinalIgnoreCase) && !afterDigits.StartsWith("days", StringComparison.OrdinalIgnoreCase)
            || afterDigits.StartsWith("mor", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>"goooood" is "good" where the lexicon knows that, "sooooo" is "so".</summary>
    public static string Unstretch(string written, Func<string, bool> isKnown)
    {
        var doubled = Collapse(written, 2);
        return isKnown(doubled) ? doubled : Collapse(written, 1);
    }

    private static string Collapse(string written, int most)
    {
        var collapsed = new StringBuilder(written.Length);
        for (var i = 0; i < written.Length;)
        {
            var end = i;
            while (end < written.Length && written[end] == written[i])
                end++;
            collapsed.Append(written[i], end - i > 2 ? most : end - i);
            i = end;
        }

        return collapsed.ToString();
    }
}
