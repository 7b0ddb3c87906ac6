namespace EmpathyBot.Text.Messages;

/// <summary>Faces made of signs, and the names that word lists have for them.</summary>
internal static class Faces
{
    private static readonly (string Face, uint Hash)[] All =
    [
        .. new[]
        {
            (":'(", ":cry:"), (":’(", ":cry:"), (">:(", ":angry:"), (":-(", ":sad:"), (":(", ":sad:"), ("=(", ":sad:"), ("):", ":sad:"),
            (":-/", ":sad:"), (":/", ":sad:"), (":-|", ":sad:"), (":|", ":sad:"), (":-)", ":smile:"), (":)", ":smile:"), ("=)", ":smile:"),
            ("(:", ":smile:"), (":-D", ":smile:"), (":D", ":smile:"), (";-)", ":wink:"), (";)", ":wink:"), (":P", ":wink:"), (":p", ":wink:"),
            ("<3", "❤"), ("^^", ":smile:"), ("-_-", ":sad:"),
        }.Select(pair => (pair.Item1, WordForms.HashOf(pair.Item2))),
    ];

    /// <summary>The face that begins here; length 0 when there is none.</summary>
    public static (uint Hash, int Length) At(ReadOnlySpan<char> text, int at)
    {
        if (text[at] is not (':' or ';' or '=' or '>' or '<' or '^' or ')' or '(' or '-'))
            return default;
        foreach (var (face, hash) in All)
        {
            // "Refund:please" and "(:" of a list are no faces: a letter must not follow one.
            if (text[at..].StartsWith(face) && !(at + face.Length < text.Length && char.IsLetterOrDigit(text[at + face.Length])))
                return (hash, face.Length);
        }

        return default;
    }
}
