using System.Collections.Frozen;

namespace EmpathyBot.Domain.Acknowledgements;

/// <summary>A unit of time as we say it.</summary>
/// <param name="Some">"a week".</param>
/// <param name="One">"one week".</param>
/// <param name="Half">"half a week"; null when that is not said.</param>
/// <param name="Many">"weeks".</param>
/// <param name="IsShort">It has passed before the next message comes: minutes, hours.</param>
public sealed record TimeUnit(string Some, string One, string? Half, string Many, bool IsShort);

/// <summary>Lengths of time and beginnings: how a wait is named.</summary>
public sealed record SpanWords
{
    private static readonly FrozenSet<string> NoSet = FrozenSet<string>.Empty;
    private static readonly FrozenDictionary<string, string> NoWords = FrozenDictionary<string, string>.Empty;

    /// <summary>Units by each of their words.</summary>
    public IReadOnlyDictionary<string, TimeUnit> Units { get; init; } = FrozenDictionary<string, TimeUnit>.Empty;

    /// <summary>The numbers from nought in words; "3 weeks" is "three weeks".</summary>
    public IReadOnlyList<string> Numbers { get; init; } = [];

    /// <summary>Amounts other than numbers, of one word or more: "a couple of".</summary>
    public IReadOnlyDictionary<string, string> Amounts { get; init; } = NoWords;

    /// <summary>"a": alone it may be a rate ("twice a day"), unless one of <see cref="AfterThem"/> stands before.</summary>
    public IReadOnlySet<string> Articles { get; init; } = NoSet;

    public IReadOnlySet<string> AfterThem { get; init; } = NoSet;

    /// <summary>"half", and how it stands before a unit: "half a", "media".</summary>
    public IReadOnlySet<string> Halves { get; init; } = NoSet;

    /// <summary>May stand between amount and unit: "three whole months".</summary>
    public IReadOnlySet<string> Between { get; init; } = NoSet;

    /// <summary>A unit in the plural without an amount is a wait after these: "waited weeks".</summary>
    public IReadOnlySet<string> BareAfter { get; init; } = NoSet;

    /// <summary>Before a length they show that it is no wait: "in two weeks", "told 2 days".</summary>
    public IReadOnlySet<string> NotAfter { get; init; } = NoSet;

    /// <summary>After a length they show that it is no wait: "two years old".</summary>
    public IReadOnlySet<string> NotBefore { get; init; } = NoSet;

    /// <summary>After a length they show that it is no wait when one of <see cref="HavingWords"/> stands before: "I have 2 weeks to …".</summary>
    public IReadOnlySet<string> LeftWords { get; init; } = NoSet;

    public IReadOnlySet<string> HavingWords { get; init; } = NoSet;

    /// <summary>"ago", before or after; with one of <see cref="Arrivals"/> near, the waiting was over.</summary>
    public IReadOnlySet<string> Ago { get; init; } = NoSet;

    /// <summary>Reached or got: "received".</summary>
    public IReadOnlySet<string> Arrivals { get; init; } = NoSet;

    /// <summary>"after two days" is no wait, unless one of <see cref="Still"/> follows.</summary>
    public IReadOnlySet<string> AfterWords { get; init; } = NoSet;

    public IReadOnlySet<string> Still { get; init; } = NoSet;

    /// <summary>Something lived that long, and nobody waited for it, unless one of <see cref="Waits"/> is nearer.</summary>
    public IReadOnlySet<string> Lives { get; init; } = NoSet;

    public IReadOnlySet<string> Waits { get; init; } = NoSet;

    /// <summary>"since".</summary>
    public IReadOnlySet<string> Since { get; init; } = NoSet;

    /// <summary>What a wait may begin with, after "since": "last Tuesday".</summary>
    public IReadOnlyDictionary<string, string> Beginnings { get; init; } = NoWords;

    /// <summary>How a length is said, with <c>*</c> for it: "*", "desde hace *".</summary>
    public string SaidLength { get; init; } = "*";

    /// <summary>How a beginning is said: "since *".</summary>
    public string SaidSince { get; init; } = "*";

    /// <summary>Whether a wait so named has grown by the next message: minutes and hours have, days have not.</summary>
    public bool IsShort(string span)
    {
        ArgumentNullException.ThrowIfNull(span);
        return span.Split(' ').Any(word => Units.TryGetValue(MentionWords.Fold(word), out var unit) && unit.IsShort);
    }
}

/// <summary>How often the customer had to write.</summary>
public sealed record CountWords
{
    private static readonly FrozenSet<string> NoSet = FrozenSet<string>.Empty;

    /// <summary>"time", in "the third time".</summary>
    public IReadOnlySet<string> Times { get; init; } = NoSet;

    /// <summary>Ordinals as they are written, each with its number from 2 on.</summary>
    public IReadOnlyDictionary<string, int> Ordinals { get; init; } = FrozenDictionary<string, int>.Empty;

    /// <summary>Ordinals as we say them, the second first.</summary>
    public IReadOnlyList<string> OrdinalsSaid { get; init; } = [];

    /// <summary>Endings of ordinals in digits: "nd" of "2nd".</summary>
    public IReadOnlySet<string> Endings { get; init; } = NoSet;

    /// <summary>How it is said, with <c>*</c> for the ordinal: "the * time".</summary>
    public string Said { get; init; } = "*";

    /// <summary>How an ordinal beyond the words is said, with <c>*</c> for its number; null says it as it was written.</summary>
    public string? SaidInDigits { get; init; }

    /// <summary>The customer does it again: "ask", "call".</summary>
    public IReadOnlySet<string> Contacts { get; init; } = NoSet;

    /// <summary>What goes wrong again by itself: "broke".</summary>
    public IReadOnlySet<string> Happenings { get; init; } = NoSet;

    /// <summary>May stand between "the third time" and what is done.</summary>
    public IReadOnlySet<string> Passing { get; init; } = NoSet;
}
