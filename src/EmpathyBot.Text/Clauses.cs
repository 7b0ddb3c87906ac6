namespace EmpathyBot.Text;

/// <summary>Cuts a message into clauses: what is felt and what is asked often stand in different ones.</summary>
public static class Clauses
{
    /// <summary>More are not looked at: a message of a hundred clauses is not read better by the hundredth.</summary>
    public const int Most = 24;

    /// <summary>
    /// The clauses of a message, in order: parted by sentence ends, line breaks, commas, brackets and dashes with spaces
    /// around them. "39.99" and "e-mail" stay whole. Empty ones are left out; at most <see cref="Most"/>.
    /// </summary>
    public static IReadOnlyList<Range> Split(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var clauses = new List<Range>();
        var start = 0;
        for (var at = 0; at <= text.Length && clauses.Count < Most; at++)
        {
            if (at < text.Length && !Ends(text, at))
                continue;
            if (HasWord(text.AsSpan(start, at - start)))
                clauses.Add(start..at);
            start = at + 1;
        }

        return clauses;
    }

    private static bool Ends(string text, int at)
    {
        var next = at + 1 < text.Length ? text[at + 1] : ' ';
        return text[at] switch
        {
            '!' or '?' or ';' or '\n' or '\r' or '…' or '(' or ')' => true,
            '.' or ',' or ':' => !char.IsLetterOrDigit(next),
            '-' or '–' or '—' => next == ' ' && at > 0 && text[at - 1] == ' ',
            _ => false,
        };
    }

    private static bool HasWord(ReadOnlySpan<char> clause)
    {
        foreach (var letter in clause)
        {
            if (char.IsLetterOrDigit(letter))
                return true;
        }

        return false;
    }
}
