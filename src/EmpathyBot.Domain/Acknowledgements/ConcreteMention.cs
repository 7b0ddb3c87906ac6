namespace EmpathyBot.Domain.Acknowledgements;

/// <summary>What a message concretely names, rephrased from the customer's view to ours ("my refund" becomes "your refund").</summary>
/// <param name="Thing">A noun phrase with its determiner, in the middle of a sentence: "your refund", "the blue jacket"; null when there is none.</param>
/// <param name="Span">How long the customer has waited or tried, as a noun: "two weeks", "45 minutes", "a month"; null when there is none.</param>
/// <param name="Count">A repetition, of whatever it may be: "the third time"; null when there is none.</param>
/// <param name="Since">From when on, with its "since": "since Tuesday", "since last week"; null when there is none.</param>
public sealed record ConcreteMention(string? Thing, string? Span, string? Count, string? Since = null)
{
    /// <summary>Nothing concrete.</summary>
    public static ConcreteMention Nothing { get; } = new(null, null, null);

    /// <summary>True when the template of a phrase that names this can be filled.</summary>
    public bool Has(string name) => name switch
    {
        "thing" => Thing is not null,
        "span" => Span is not null,
        "count" => Count is not null,
        "since" => Since is not null,
        _ => false,
    };

    /// <summary>The things by name, for rendering.</summary>
    public IReadOnlyDictionary<string, object?> ToVariables() =>
        new Dictionary<string, object?> { ["thing"] = Thing, ["span"] = Span, ["count"] = Count, ["since"] = Since };
}
