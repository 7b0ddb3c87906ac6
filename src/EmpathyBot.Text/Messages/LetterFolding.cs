using System.Globalization;
using System.Text;

namespace EmpathyBot.Text.Messages;

/// <summary>What characters are to words.</summary>
internal static class LetterFolding
{
    private const int Latin = 0x250;

    /// <summary>The small letter without accent of each Latin one: people leave accents out, above all on telephones.</summary>
    private static readonly char[] Plain = [.. Enumerable.Range(0, Latin).Select(code => PlainOf((char)code))];

    /// <summary>The letter as it is compared: small, and without accent where the script is Latin.</summary>
    public static char Fold(char letter) => letter < Latin ? Plain[letter] : char.ToLowerInvariant(letter);

    /// <summary>Whether it stands inside words.</summary>
    public static bool IsOfWord(char letter) => char.IsAsciiLetterOrDigit(letter) || letter > 0x7F && IsForeignOfWord(letter);

    /// <summary>Zero-width and direction marks: they may stand inside a word and change nothing.</summary>
    public static bool IsInvisible(char letter) =>
        letter >= '\u00AD' && letter is '\u200B' or '\u200C' or '\u200D' or '\u2060' or '\uFEFF' or '\u00AD' or '\u200E' or '\u200F' or '\uFE0F' or '\uFE0E';

    /// <summary>An accent that stands as a character of its own.</summary>
    public static bool IsMark(char letter) => letter >= '\u0300' && CharUnicodeInfo.GetUnicodeCategory(letter) == UnicodeCategory.NonSpacingMark;

    public static bool IsApostrophe(char letter) => letter is '\'' or '’' or '‘' or 'ʼ' or '`' or '´';

    private static bool IsForeignOfWord(char letter) => char.IsLetterOrDigit(letter)
        || CharUnicodeInfo.GetUnicodeCategory(letter) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark && !IsInvisible(letter);

    private static char PlainOf(char letter)
    {
        var small = char.ToLowerInvariant(letter);
        var parts = small.ToString().Normalize(NormalizationForm.FormD);
        return parts.Length > 1 && char.IsAsciiLetter(parts[0]) ? parts[0] : small;
    }
}
