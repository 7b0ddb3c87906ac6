namespace EmpathyBot.Domain.Conversations;

/// <summary>
/// Which language a conversation is held in: what the customer writes counts, not what the page was set to. The first
/// message that shows a language decides; afterwards a change must be clear, since a name or a borrowed word is soon
/// mistaken for a language.
/// </summary>
public static class ConversationLanguage
{
    /// <summary>A message of so many words shows a change by itself; a shorter one only together with the one before.</summary>
    private const int ClearFrom = 5;

    /// <summary>The locale after a message.</summary>
    /// <param name="conversation">The conversation before the message.</param>
    /// <param name="recognised">The language the message is written in; null when it is too short to tell.</param>
    /// <param name="text">The message.</param>
    /// <returns>The locale so far (with its region: <c>es-MX</c> stays when Spanish is written), or the code of another language.</returns>
    public static string After(Conversation conversation, string? recognised, string text)
    {
        ArgumentNullException.ThrowIfNull(conversation);
        ArgumentNullException.ThrowIfNull(text);
        if (recognised is null || recognised == CodeOf(conversation.Locale))
            return conversation.Locale;
        var isClear = conversation.LanguageHeard is not { } heard || heard == recognised
            || text.Split((char[]?)null, ClearFrom, StringSplitOptions.RemoveEmptyEntries).Length == ClearFrom;
        return isClear ? recognised : conversation.Locale;
    }

    /// <summary>The language of a locale: <c>es</c> of <c>es-MX</c>.</summary>
    public static string CodeOf(string locale)
    {
        ArgumentNullException.ThrowIfNull(locale);
        // Asked many times in a turn: what is a code already is given back as it is.
        var end = locale.AsSpan().IndexOfAny('-', '_');
        return (end < 0 ? locale : locale[..end]).ToLowerInvariant();
    }
}
