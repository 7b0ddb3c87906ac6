using System.Collections.Frozen;

namespace EmpathyBot.Domain.Acknowledgements;

/// <summary>
/// The words and the grammar by which one language names what a customer named, from
/// <c>dialogs/acknowledgements/naming/</c>. Keys are folded (<see cref="Key"/>), values are as we say them.
/// Closed lists on purpose: what is not in them is never said back, so no insult, illness, name or secret can be.
/// </summary>
public sealed record NamingWords
{
    public ThingWords Things { get; init; } = new();

    public SpanWords Spans { get; init; } = new();

    public CountWords Counts { get; init; } = new();

    public LossWords Losses { get; init; } = new();

    /// <summary>What may have gone wrong, or null where nothing is known.</summary>
    public IMishapFinder? Mishaps { get; init; }

    /// <summary>A language nothing is named in.</summary>
    public static NamingWords None { get; } = new();

    /// <summary>A word or several as the lists are looked up by: lower case, without accents, with single spaces.</summary>
    public static string Key(string words)
    {
        var read = MentionWords.Of(words);
        return string.Join(' ', Enumerable.Range(0, read.Count).Select(at => read[at]));
    }
}

/// <summary>Things and what may stand around them.</summary>
public sealed record ThingWords
{
    private static readonly FrozenDictionary<string, string> NoWords = FrozenDictionary<string, string>.Empty;
    private static readonly FrozenSet<string> NoSet = FrozenSet<string>.Empty;

    /// <summary>Things one buys.</summary>
    public IReadOnlyDictionary<string, string> Goods { get; init; } = NoWords;

    /// <summary>What an order is made of, under whatever name: parcel, refund.</summary>
    public IReadOnlyDictionary<string, string> Service { get; init; } = NoWords;

    /// <summary>The most general: order, item, account.</summary>
    public IReadOnlyDictionary<string, string> General { get; init; } = NoWords;

    /// <summary>Things of the company, each with the determiner we name it with: "our" app.</summary>
    public IReadOnlyDictionary<string, string> Ours { get; init; } = NoWords;

    /// <summary>What nobody waits for, besides the company's own things.</summary>
    public IReadOnlySet<string> NotAwaited { get; init; } = NoSet;

    /// <summary>Verbs as often as nouns: a thing only with a word before them that makes them one.</summary>
    public IReadOnlySet<string> NeedDeterminer { get; init; } = NoSet;

    /// <summary>A thing followed by one of these is part of another thing: "order number".</summary>
    public IReadOnlySet<string> OtherAfter { get; init; } = NoSet;

    /// <summary>A thing after one of these and a link is part of it: "número de pedido".</summary>
    public IReadOnlySet<string> OtherBefore { get; init; } = NoSet;

    /// <summary>What joins a thing with what it belongs to: "de".</summary>
    public IReadOnlySet<string> Links { get; init; } = NoSet;

    /// <summary>People whose things are not the customer's: after a link nothing is named.</summary>
    public IReadOnlySet<string> OtherPeople { get; init; } = NoSet;

    /// <summary>What they bought or did is not the customer's: "someone ordered a phone".</summary>
    public IReadOnlySet<string> Strangers { get; init; } = NoSet;

    /// <summary>A number follows them and they belong to the thing: "size 12".</summary>
    public IReadOnlySet<string> Sizes { get; init; } = NoSet;

    /// <summary>Modifiers that stand before a thing.</summary>
    public IReadOnlyDictionary<string, string> Before { get; init; } = NoWords;

    /// <summary>Modifiers that stand after a thing, of one word or more: "azul", "de cuero".</summary>
    public IReadOnlyDictionary<string, string> After { get; init; } = NoWords;

    /// <summary>Left out between determiner and thing: heat, not substance.</summary>
    public IReadOnlySet<string> Dropped { get; init; } = NoSet;

    /// <summary>Where something is or what it is done with, after one of <see cref="PlaceWords"/>: "on the phone".</summary>
    public IReadOnlySet<string> Places { get; init; } = NoSet;

    public IReadOnlySet<string> PlaceWords { get; init; } = NoSet;

    /// <summary>Asked for with one of <see cref="Indefinite"/>, it is not there yet: "a refund".</summary>
    public IReadOnlySet<string> AskedFor { get; init; } = NoSet;

    public IReadOnlySet<string> Indefinite { get; init; } = NoSet;

    /// <summary>Phrases that only look like a thing: "me a ring".</summary>
    public IReadOnlySet<string> NotThings { get; init; } = NoSet;

    /// <summary>Determiners of the customer's own things: "my".</summary>
    public IReadOnlySet<string> Mine { get; init; } = NoSet;

    /// <summary>Determiners of the company's things, as the customer says them: "your".</summary>
    public IReadOnlySet<string> Yours { get; init; } = NoSet;

    /// <summary>Any other determiner: "the", "this", "a".</summary>
    public IReadOnlySet<string> Others { get; init; } = NoSet;

    /// <summary>The ending of a word that owns what follows ("wife's"), or null.</summary>
    public string? OwnerEnding { get; init; }

    /// <summary>What makes a thing the customer's when we say it: "your".</summary>
    public Possessive Your { get; init; } = new("", "", "", "");

    /// <summary>What we say of a thing that is not clearly theirs ("the"); null where a possessive is said all the same.</summary>
    public string? The { get; init; }

    /// <summary>The ending of plurals, or null where number shows nowhere in a determiner.</summary>
    public string? PluralEnding { get; init; }

    /// <summary>Things that end like a plural and are none.</summary>
    public IReadOnlySet<string> NotPlural { get; init; } = NoSet;

    public bool IsThing(string word) => Find(word) is not null;

    /// <summary>A thing as we say it, or null.</summary>
    public string? Find(string word) => Goods.GetValueOrDefault(word) ?? Service.GetValueOrDefault(word) ?? General.GetValueOrDefault(word);

    /// <summary>The less general, the more it says: goods before parcels before orders.</summary>
    public int Weight(string word) => Goods.ContainsKey(word) ? 3 : Service.ContainsKey(word) ? 2 : 1;

    /// <summary>A name for whatever was bought; tells no two things apart.</summary>
    public bool IsGeneral(string word) => !Goods.ContainsKey(word);

    /// <summary>Something one waits for to come: not an account, an app or a shop.</summary>
    public bool IsAwaited(string word) => !Ours.ContainsKey(word) && !NotAwaited.Contains(word);

    public bool IsDeterminer(string word) => Mine.Contains(word) || Yours.Contains(word) || Others.Contains(word);

    /// <summary>The thing itself in what was named: "jacket" of "your blue jacket"; null when there is none.</summary>
    public string? HeadOf(string? thing)
    {
        var words = (thing ?? "").Split(' ').Select(MentionWords.Fold);
        return After.Count > 0 ? words.FirstOrDefault(IsThing) : words.LastOrDefault(IsThing);
    }
}

/// <summary>What makes a thing the customer's, by form of address and number.</summary>
public sealed record Possessive(string One, string Many, string FormalOne, string FormalMany)
{
    public string For(bool formal, bool many) => (formal, many) switch
    {
        (false, false) => One,
        (false, true) => Many,
        (true, false) => FormalOne,
        _ => FormalMany,
    };
}
