namespace EmpathyBot.Domain.Acknowledgements;

/// <summary>The words of a message in lower case, and which of them follow one another without a mark between.</summary>
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

    public static MentionWords Of(string text)
    {
        var words = new MentionWords();
        var start = -1;
        for (var i = 0; i <= text.Length; i++)
        {
            // "45min" is two words, "3rd" is one.
            var parts = start >= 0 && i < text.Length && char.IsAsciiDigit(text[i - 1]) && char.IsLetter(text[i]) && IsUnit(text.AsSpan(i));
            if (!parts && i < text.Length && (char.IsLetterOrDigit(text[i]) || start >= 0 && IsInside(text, i)))
            {
                start = start < 0 ? i : start;
                continue;
            }

            if (start >= 0)
            {
                words._words.Add(text[start..i].ToLowerInvariant().Replace('’', '\''));
                words._joined.Add(true);
                start = parts ? i : -1;
            }

            if (!parts && i < text.Length && text[i] != ' ' && words._joined.Count > 0)
                words._joined[^1] = false;
        }

        return words;
    }

    private static bool IsUnit(ReadOnlySpan<char> rest) => !(rest.Length >= 2 && !(rest.Length > 2 && char.IsLetter(rest[2]))
        && rest[..2] is "st" or "nd" or "rd" or "th" or "ST" or "ND" or "RD" or "TH");

    private static bool IsInside(string text, int at) =>
        text[at] is '\'' or '’' or '-' && at + 1 < text.Length && char.IsLetter(text[at + 1]);
}
