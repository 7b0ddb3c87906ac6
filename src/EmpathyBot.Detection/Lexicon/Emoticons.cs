namespace EmpathyBot.Detection.Lexicon;

/// <summary>Faces made of signs, and the names the lexicon has for them.</summary>
internal static class Emoticons
{
    private static readonly (string Face, string Form)[] All =
    [
        (":'(", ":cry:"), (":’(", ":cry:"), (">:(", ":angry:"), (":-(", ":sad:"), (":(", ":sad:"), ("=(", ":sad:"), (":-/", ":sad:"),
        (":-)", ":smile:"), (":)", ":smile:"), ("=)", ":smile:"), (":-D", ":smile:"), (":D", ":smile:"), (";-)", ":wink:"),
        (";)", ":wink:"), ("<3", "❤"), ("^^", ":smile:"),
    ];

    /// <summary>The face that begins here, or null.</summary>
    public static (string Form, int Length)? At(string text, int at, int to)
    {
        if (text[at] is not (':' or ';' or '=' or '>' or '<' or '^'))
            return null;
        foreach (var (face, form) in All)
        {
            if (at + face.Length <= to && string.CompareOrdinal(text, at, face, 0, face.Length) == 0)
                return (form, face.Length);
        }

        return null;
    }
}
