namespace EmpathyBot.Bot.Conversations;

/// <summary>Divides what is too long for one message: channels refuse large ones, and Teams is the strictest (28 KB as UTF-16).</summary>
internal static class MessageParts
{
    /// <summary>Leaves room for what stands around the words.</summary>
    private const int MostChars = 10_000;

    /// <summary>The text in parts, divided where it hurts least: between paragraphs, lines, words, and at worst within one.</summary>
    public static IReadOnlyList<string> Of(string text)
    {
        List<string> parts = [];
        var rest = text;
        while (rest.Length > MostChars)
        {
            var end = EndWithin(rest);
            parts.Add(rest[..end].TrimEnd());
            rest = rest[end..].TrimStart();
        }

        return rest.Length > 0 || parts.Count == 0 ? [.. parts, rest] : parts;
    }

    private static int EndWithin(string text)
    {
        foreach (var between in new[] { "\n\n", "\n", " " })
        {
            if (text.LastIndexOf(between, MostChars, StringComparison.Ordinal) is > MostChars / 2 and var end)
                return end;
        }

        // Never between the two halves of one character.
        return char.IsHighSurrogate(text[MostChars - 1]) ? MostChars - 1 : MostChars;
    }
}
