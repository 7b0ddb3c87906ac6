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

    /// <summary>What the nearest earlier message that names anything names, as far as it still holds.</summary>
    /// <param name="earlier">The customer's earlier messages about this matter, the nearest first.</param>
    /// <param name="awaited">True when the feeling is about a wait: only then an earlier wait is worth naming.</param>
    public static ConcreteMention FindEarlier(IEnumerable<string> earlier, bool awaited = false)
    {
        ArgumentNullException.ThrowIfNull(earlier);
        var named = earlier.Select(text => Find(text, awaited) with { Count = null }).FirstOrDefault(mention => mention != ConcreteMention.Nothing);
        if (named is null)
            return ConcreteMention.Nothing;
        // Minutes and hours have grown since; days and weeks have not.
        var holds = awaited && named.Span is { } span && !span.Contains("minute", StringComparison.Ordinal) && !span.Contains("hour", StringComparison.Ordinal);
        return holds ? named : named with { Span = null };
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
        var isSized = words[at + 1] is "size" && words.Joined(at + 1) && words[at + 2].All(char.IsAsciiDigit);
        if (words.Joined(at) && !isSized && (ConcreteNouns.BelongsToOther(words[at + 1]) || ConcreteNouns.IsThing(words[at + 1]) && ConcreteNouns.IsModifier(noun)))
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

        if (first > 0 && words.Joined(first - 1) && IsAside(words, first - 1, noun))
            return null;
        var determiner = first > 0 && words.Joined(first - 1) ? Determiner(words[first - 1], noun) : null;
        if (determiner is null && ConcreteNouns.NeedsDeterminer(noun) && !(modifiers.Count > 0 && first > 0))
            return null;
        // Without "my" it may be anyone's, so it stays "the"; an order or a parcel spoken of bare is the customer's own.
        var ours = determiner ?? (ConcreteNouns.IsGeneral(noun) && modifiers.Count == 0 && !ConcreteNouns.IsOurs(noun) ? "your" : "the");
        return ($"{ours} {string.Join(' ', [.. modifiers.Select(Written), noun])}", (10 * ConcreteNouns.Weight(noun)) + modifiers.Count);
    }

    private static string Written(string modifier) => modifier switch { "christmas" => "Christmas", "kids" => "kids'", _ => modifier };

    /// <summary>Named in passing: "on the phone", "paid with my card", "give me a ring", or not there yet: "I want a refund".</summary>
    private static bool IsAside(MentionWords words, int before, string noun)
    {
        if (words[before] is "a" or "an" or "any" or "some" or "another" && ConcreteNouns.IsAskedFor(noun))
            return true;
        if (words[before] is "a" && words[before - 1] is "me" && noun is "ring")
            return true;
        if (!ConcreteNouns.IsPlace(noun))
            return false;
        var preposition = words[before] is "my" or "our" or "the" or "your" or "a" or "this" or "that" ? before - 1 : before;
        return words[preposition] is "on" or "in" or "at" or "by" or "over" or "via" or "with" or "from" or "using" or "under" or "behind" or "through";
    }

    private static string? Determiner(string word, string noun) => word switch
    {
        "my" or "our" => "your",
        "your" => ConcreteNouns.IsOurs(noun) ? "our" : "the",
        "the" or "this" or "that" or "these" or "those" or "a" or "an" or "no" or "any" or "his" or "her" or "their" or "both" or "some" => "the",
        _ when word.EndsWith("'s", StringComparison.Ordinal) => "the",
        _ => null,
    };
}
