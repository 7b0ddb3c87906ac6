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
        var read = Read(text);
        var named = Named(read, naming, awaited, formal);
        // What went wrong may be told of a thing that nobody waits for.
        var thing = awaited ? Named(read, naming, awaited: false, formal).Thing : named.Thing;
        var mention = named with { Mishap = naming.Mishaps?.Find(read, thing, formal) };
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
        var named = earlier.Select(text => Named(Read(text), naming, awaited, formal) with { Count = null })
            .FirstOrDefault(mention => mention != ConcreteMention.Nothing);
        if (named is null)
            return ConcreteMention.Nothing;
        // Minutes and hours have grown since; days and weeks have not.
        var holds = awaited && named.Span is { } span && !naming.Spans.IsShort(span);
        return holds ? named : named with { Span = null };
    }

    private static string Read(string text) => text.Length <= MostRead ? text : text[..MostRead];

    private static ConcreteMention Named(string text, NamingWords naming, bool awaited, bool formal)
    {
        var words = MentionWords.Of(text, naming.Counts.Endings);
        return new(new ThingNamed(words, naming.Things, formal).Find(awaited), new TimesNamed(words, naming.Spans).Span(), CountNamed.Find(words, naming.Counts));
    }
}
