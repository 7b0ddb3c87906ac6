namespace EmpathyBot.Domain.Acknowledgements;

/// <summary>What a message concretely names, rephrased from the customer's view to ours ("my refund" becomes "your refund").</summary>
/// <param name="Thing">A noun phrase with its determiner: "your refund", "the blue jacket"; null when there is none.</param>
/// <param name="Span">How long the customer has waited, to follow "waiting": "two weeks", "since Tuesday"; null when there is none.</param>
/// <param name="Count">How often the customer had to write: "the third time"; null when there is none.</param>
public sealed record ConcreteMention(string? Thing, string? Span, string? Count)
{
    /// <summary>The variables of a phrase that are said back.</summary>
    public static IReadOnlyList<string> Nameable { get; } = ["thing", "span", "count", "mishap"];

    /// <summary>Nothing concrete.</summary>
    public static ConcreteMention Nothing { get; } = new(null, null, null);

    /// <summary>What went wrong; null when the message tells of nothing known.</summary>
    public Mishap? Mishap { get; init; }

    /// <summary>True beside a death: then nothing else is named.</summary>
    public bool Loss { get; init; }

    /// <summary>True when the template of a phrase that names these things can be filled.</summary>
    public bool Has(string name) => name switch { "thing" => Thing is not null, "span" => Span is not null, "count" => Count is not null, "mishap" => Mishap is not null, "loss" => Loss, _ => false };

    /// <summary>
    /// This message's things and, where it leaves one open, the earlier one's. A count and a mishap are of their own message
    /// only, and an earlier wait may have been for something else than what this message names.
    /// </summary>
    public ConcreteMention Or(ConcreteMention earlier)
    {
        ArgumentNullException.ThrowIfNull(earlier);
        var both = new ConcreteMention(Thing ?? earlier.Thing, Span ?? (Thing is null ? earlier.Span : null), Count) { Mishap = Mishap };
        return both == Nothing ? Nothing : both;
    }

    /// <summary>The things by name, for rendering; with a capital ("Thing") as they begin a sentence.</summary>
    public IReadOnlyDictionary<string, object?> ToVariables() => new Dictionary<string, object?>
    {
        ["thing"] = Thing,
        ["span"] = Span,
        ["count"] = Count,
        ["mishap"] = Mishap?.Said,
        ["Thing"] = Capital(Thing),
        ["Span"] = Capital(Span),
        ["Count"] = Capital(Count),
        ["Mishap"] = Capital(Mishap?.Said),
    };

    private static string? Capital(string? words) => words is null ? null : char.ToUpperInvariant(words[0]) + words[1..];
}
