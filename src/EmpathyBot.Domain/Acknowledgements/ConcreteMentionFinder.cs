namespace EmpathyBot.Domain.Acknowledgements;

/// <summary>
/// Finds what a message concretely names and turns it to our point of view. Knows the shop and service things, lengths of
/// time, counts and mishaps of a language's <see cref="NamingWords"/>; anything else is left unsaid.
/// </summary>
public static class ConcreteMentionFinder
{
    private const int MostRead = 4_000;

    /// <summary>What the message names; <see cref="ConcreteMention.Nothing"/> when there is nothing concrete.</summary>
    /// <param name="text">The message.</param>
    /// <param name="naming">The words of its language.</param>
    /// <param name="awaited">True when the feeling is about a wait: then only what one can wait for is a thing.</param>
    /// <param name="formal">True when the customer is addressed politely.</param>
    public static ConcreteMention Find(string text, NamingWords naming, bool awaited = false, bool formal = false)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(naming);
        var read = text.Length <= MostRead ? text : text[..MostRead];
        var words = MentionWords.Of(read, naming.Counts.Endings);
        var things = new ThingNamed(words, naming.Things, formal);
        var mention = new ConcreteMention(things.Find(awaited), new TimesNamed(words, naming.Spans).Span(), CountNamed.Find(words, naming.Counts))
        {
            Mishap = naming.Mishaps?.Find(read, things.Find(awaited: false), formal),
        };
        return mention == ConcreteMention.Nothing ? ConcreteMention.Nothing : mention;
    }

    /// <summary>What the nearest earlier message that names anything names, as far as it still holds.</summary>
    /// <param name="earlier">The customer's earlier messages about this matter, the nearest first.</param>
    /// <param name="naming">The words of their language.</param>
    /// <param name="awaited">True when the feeling is about a wait: only then an earlier wait is worth naming.</param>
    /// <param name="formal">True when the customer is addressed politely.</param>
    public static ConcreteMention FindEarlier(IEnumerable<string> earlier, NamingWords naming, bool awaited = false, bool formal = false)
    {
        ArgumentNullException.ThrowIfNull(earlier);
        ArgumentNullException.ThrowIfNull(naming);
        var named = earlier.Select(text => Find(text, naming, awaited, formal) with { Count = null, Mishap = null })
            .FirstOrDefault(mention => mention != ConcreteMention.Nothing);
        if (named is null)
            return ConcreteMention.Nothing;
        // Minutes and hours have grown since; days and weeks have not.
        var holds = awaited && named.Span is { } span && !naming.Spans.IsShort(span);
        return holds ? named : named with { Span = null };
    }
}
