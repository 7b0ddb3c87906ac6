namespace EmpathyBot.Domain.Handoffs;

/// <summary>What kind of thing somebody said.</summary>
internal enum SpeechKind
{
    /// <summary>Tells something.</summary>
    Statement,

    /// <summary>Wants something done.</summary>
    Request,

    /// <summary>Wants to know something.</summary>
    Question,

    /// <summary>Words without a verb: an answer, a name, a number.</summary>
    Fragment,

    /// <summary>Better quoted than rephrased.</summary>
    Quoted,
}

/// <summary>A sentence as it is reported: "says" + "their parcel has not arrived".</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Verb">What the speaker does: "says", "wants", "asks us to"; for the company in the past: "said", "asked for".</param>
/// <param name="Words">What follows the verb.</param>
internal sealed record Reported(SpeechKind Kind, string Verb, string Words)
{
    /// <summary>Verb and words.</summary>
    public string Text => $"{Verb} {Words}".Trim();
}
