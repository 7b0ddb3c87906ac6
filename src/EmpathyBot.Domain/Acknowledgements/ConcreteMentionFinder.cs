namespace EmpathyBot.Domain.Acknowledgements;

/// <summary>
/// Finds what an English message concretely names and turns it to our point of view. Knows shop and service things, lengths
/// of time and counts; anything else is left unsaid.
/// </summary>
public static class ConcreteMentionFinder
{
    private const int MostRead = 4_000;
    private const int MostModifiers = 2;

    /// <summary>What the message names; <see cref="ConcreteMention.Nothing"/> when there is nothing concrete.</summary>
    /// <param name="text">The message.</param>
    /// <param name="awaited">True when the feeling is about a wait: then only what one can wait for is a thing.</param>
    public static ConcreteMention Find(string text, bool awaited = false)
    {
        ArgumentNullException.ThrowIfNull(text);
        var words = MentionWords.Of(text.Length <= MostRead ? text : text[..MostRead]);
        var mention = new ConcreteMention(Thing(words, awaited), TimesNamed.Span(words), TimesNamed.Count(words));
        return mention == ConcreteMention.Nothing ? ConcreteMention.Nothing : mention;
    }

    /// <summary>The most telling thing; among equals the first.</summary>
    private static string? Thing(MentionWords words, bool awaited)
    {
        var (best, most) = (default(string), 0);
        for (var i = 0; i < words.Count; i++)
        {
            if (!ConcreteNouns.IsThing(words[i]) || awaited && !ConcreteNouns.IsAwaited(words[i]) || ThingAt(words, i) is not { } thing)
                continue;
            if (thing.Weight > most)
                (best, most) = (thing.Phrase, thing.Weight);
        }

        return best;
    }

    private static (string Phrase, int Weight)? ThingAt(MentionWords words, int at)
    {
        var noun = words[at];
        if (words.Joined(at) && (ConcreteNouns.BelongsToOther(words[at + 1]) || ConcreteNouns.IsThing(words[at + 1]) && ConcreteNouns.IsModifier(noun)))
            return null;

        var modifiers = new List<string>();
        var first = at;
        while (first > 0 && words.Joined(first - 1))
        {
            var before = words[first - 1];
            if (ConcreteNouns.IsModifier(before) && modifiers.Count < MostModifiers)
                modifiers.Insert(0, before);
            else if (!ConcreteNouns.IsDropped(before))
                break;
            first--;
        }

        var determiner = first > 0 && words.Joined(first - 1) ? Determiner(words[first - 1], noun) : null;
        if (determiner is null && ConcreteNouns.NeedsDeterminer(noun) && !(modifiers.Count > 0 && first > 0))
            return null;
        // Without "my" it may be anyone's, so it stays "the"; an order or a parcel spoken of bare is the customer's own.
        var ours = determiner ?? (ConcreteNouns.IsGeneral(noun) && modifiers.Count == 0 && !ConcreteNouns.IsOurs(noun) ? "your" : "the");
        return ($"{ours} {string.Join(' ', [.. modifiers.Select(Written), noun])}", (10 * ConcreteNouns.Weight(noun)) + modifiers.Count);
    }

    private static string Written(string modifier) => modifier is "christmas" ? "Christmas" : modifier;

    private static string? Determiner(string word, string noun) => word switch
    {
        "my" or "our" => "your",
        "your" => ConcreteNouns.IsOurs(noun) ? "our" : "the",
        "the" or "this" or "that" or "these" or "those" or "a" or "an" or "no" or "any" or "his" or "her" or "their" or "both" or "some" => "the",
        _ when word.EndsWith("'s", StringComparison.Ordinal) => "the",
        _ => null,
    };
}
