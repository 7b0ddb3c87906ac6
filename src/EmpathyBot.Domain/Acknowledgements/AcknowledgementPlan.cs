namespace EmpathyBot.Domain.Acknowledgements;

/// <summary>How a turn acknowledges, before words are chosen.</summary>
/// <param name="Act">What is done.</param>
/// <param name="Reason">A stable code, for example <c>neutral</c>, <c>anger-at-wait</c>, <c>apology-spent</c>.</param>
/// <param name="Incident">For an apology, what it is for: the same incident is apologised for once.</param>
/// <param name="Mention">The concrete things of the customer's that the words may name.</param>
public sealed record AcknowledgementPlan(AcknowledgementAct Act, string Reason, string? Incident, ConcreteMention Mention)
{
    /// <summary>Says nothing, for this reason.</summary>
    public static AcknowledgementPlan Nothing(string reason) => new(AcknowledgementAct.None, reason, null, ConcreteMention.Nothing);
}

/// <summary>What a message concretely names, rephrased from the customer's view to ours ("my refund" becomes "your refund").</summary>
/// <param name="Thing">A noun phrase with its determiner: "your refund", "the blue jacket"; null when there is none.</param>
/// <param name="Span">A time: "two weeks", "45 minutes", "since Tuesday"; null when there is none.</param>
/// <param name="Count">A repetition: "the third time"; null when there is none.</param>
public sealed record ConcreteMention(string? Thing, string? Span, string? Count)
{
    /// <summary>Nothing concrete.</summary>
    public static ConcreteMention Nothing { get; } = new(null, null, null);

    /// <summary>True when the template of a phrase that names these things can be filled.</summary>
    public bool Has(string name) => name switch { "thing" => Thing is not null, "span" => Span is not null, "count" => Count is not null, _ => false };

    /// <summary>The things by name, for rendering.</summary>
    public IReadOnlyDictionary<string, object?> ToVariables() =>
        new Dictionary<string, object?> { ["thing"] = Thing, ["span"] = Span, ["count"] = Count };
}
