using System.Globalization;
using System.Text;

namespace EmpathyBot.Domain.Acknowledgements;

/// <summary>The words of a message, folded, and which of them follow one another without a mark between.</summary>
internal sealed class MentionWords
{
    private readonly List<string> _words = [];
    private readonly List<bool> _joined = [];

    private MentionWords()
    {
    }

    public int Count => _words.Count;

    public string this[int at] => at >= 0 && at < _words.Count ? _words[at] : "";

    /// <summary>Whether the next word follows this one directly.</summary>
    public bool Joined(int at) => at >= 0 && at + 1 < _words.Count && _joined[at];

    /// <summary>The words of a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="endings">What belongs to a number it stands at: "45min" is two words, "3rd" is one.</param>
    public static MentionWords Of(string text, IReadOnlySet<string>? endings = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        var words = new MentionWords();
        var start = -1;
        for (var i = 0; i <= text.Length; i++)
        {
            var parts = start >= 0 && i < text.Length && char.IsAsciiDigit(text[i - 1]) && char.IsLetter(text[i]) && IsUnit(text.AsSpan(i), endings);
            if (!parts && i < text.Length && (char.IsLetterOrDigit(text[i]) || start >= 0 && IsInside(text, i)))
            {
                start = start < 0 ? i : start;
                continue;
            }

            if (start >= 0)
            {
                words._words.Add(Fold(text[start..i]));
                words._joined.Add(true);
                start = parts ? i : -1;
            }

            if (!parts && i < text.Length && text[i] != ' ' && words._joined.Count > 0)
                words._joined[^1] = false;
        }

        return words;
    }

    /// <summary>A word in lower case, without accents and with plain apostrophes: who writes in a hurry leaves them out.</summary>
    public static string Fold(string word)
    {
        ArgumentNullException.ThrowIfNull(word);
        if (Ascii.IsValid(word))
            return word.ToLowerInvariant();
        var folded = new StringBuilder(word.Length);
        foreach (var letter in word.ToLowerInvariant().Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark)
                folded.Append(letter == '’' ? '\'' : letter);
        }

        return folded.ToString();
    }

    /// <summary>The longest run of directly following words, from <paramref name="at"/> on, that the lists know; null when none.</summary>
    internal (string Key, int Length)? LongestFrom(int at, Func<string, bool> knows, int most)
    {
        var (found, run) = (default((string, int)?), "");
        for (var length = 1; length <= most && at + length <= _words.Count && (length == 1 || Joined(at + length - 2)); length++)
        {
            run = length == 1 ? this[at] : $"{run} {this[at + length - 1]}";
            if (knows(run))
                found = (run, length);
        }

        return found;
    }

    /// <summary>The longest run of directly following words that ends at <paramref name="at"/> and that the lists know; null when none.</summary>
    internal (string Key, int Length)? LongestUpTo(int at, Func<string, bool> knows, int most)
    {
        var (found, run) = (default((string, int)?), "");
        for (var length = 1; length <= most && at - length + 1 >= 0 && (length == 1 || Joined(at - length + 1)); length++)
        {
            run = length == 1 ? this[at] : $"{this[at - length + 1]} {run}";
            if (knows(run))
                found = (run, length);
        }

        return found;
    }

    private static bool IsUnit(ReadOnlySpan<char> rest, IReadOnlySet<string>? endings)
    {
        var length = 0;
        while (length < rest.Length && char.IsLetter(rest[length]))
            length++;
        return endings?.Contains(Fold(rest[..length].ToString())) != true;
    }

    private static bool IsInside(string text, int at) =>
        text[at] is '\'' or '’' or '-' && at + 1 < text.Length && char.IsLetter(text[at + 1]);
}
