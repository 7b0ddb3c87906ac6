namespace EmpathyBot.Text.Messages;

/// <summary>What stands among words and is none: links, addresses, @names and tags of HTML.</summary>
internal static class Addresses
{
    private const int LongestTag = 200;
    private const int LongestMailName = 40;

    /// <summary>The length of "@name" here; 1 when nothing follows the sign.</summary>
    public static int NameLength(ReadOnlySpan<char> text)
    {
        var length = 1;
        while (length < text.Length && (char.IsLetterOrDigit(text[length]) || text[length] == '_'))
            length++;
        return length;
    }

    /// <summary>The length of a tag such as "&lt;b&gt;" here, or 0.</summary>
    public static int TagLength(ReadOnlySpan<char> text)
    {
        if (text.Length < 2 || !(char.IsAsciiLetter(text[1]) || text[1] is '/' or '!'))
            return 0;
        return text[..Math.Min(LongestTag, text.Length)].IndexOf('>') + 1;
    }

    /// <summary>The length of "https://…", "www.…" or "name@host" here, or 0.</summary>
    public static int LinkLength(ReadOnlySpan<char> text)
    {
        var isLink = text[0] is 'h' or 'H' or 'w' or 'W' && (text.StartsWith("http://", StringComparison.OrdinalIgnoreCase)
            || text.StartsWith("https://", StringComparison.OrdinalIgnoreCase) || text.StartsWith("www.", StringComparison.OrdinalIgnoreCase));
        var length = 0;
        if (isLink)
        {
            while (length < text.Length && !char.IsWhiteSpace(text[length]))
                length++;
            return length;
        }

        while (length < text.Length && length < LongestMailName && (char.IsAsciiLetterOrDigit(text[length]) || text[length] is '.' or '_' or '-' or '+'))
            length++;
        if (length == text.Length || text[length] != '@' || length + 1 >= text.Length || !char.IsAsciiLetterOrDigit(text[length + 1]))
            return 0;
        length++;
        while (length < text.Length && (char.IsAsciiLetterOrDigit(text[length]) || text[length] is '.' or '-'))
            length++;
        return length;
    }
}
