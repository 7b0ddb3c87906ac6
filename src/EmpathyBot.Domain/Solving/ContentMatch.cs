namespace EmpathyBot.Domain.Solving;

/// <summary>What content a message may ask for.</summary>
public enum ContentKind { Article = 0, Procedure }

/// <summary>One piece of content a message may be asking for.</summary>
/// <param name="Kind">Article or procedure.</param>
/// <param name="Id">Its id.</param>
/// <param name="Title">Its title in the locale asked for.</param>
/// <param name="Score">0 to 1: how sure that it is meant.</param>
public sealed record ContentCandidate(ContentKind Kind, string Id, string Title, double Score)
{
    /// <summary>How much it weighs beside other matters.</summary>
    public MatterWeight Weight { get; init; }

    /// <summary>True when both are the same article or procedure, however sure.</summary>
    public bool IsSameAs(ContentCandidate? other) => other is not null && Kind == other.Kind && Id == other.Id;
}

/// <summary>What a message asks for, best first.</summary>
/// <param name="Candidates">At most five, best first; empty when nothing fits.</param>
public sealed record ContentMatch(IReadOnlyList<ContentCandidate> Candidates)
{
    /// <summary>From this score a candidate is taken without asking back.</summary>
    public const double SureFrom = 0.6;

    /// <summary>From this score a candidate that stands alone is taken: of 24 such test lines 23 were right.</summary>
    public const double LikelyFrom = 0.42;

    /// <summary>From this score a candidate may be offered as a choice.</summary>
    public const double PossibleFrom = 0.24;

    /// <summary>Nothing fits.</summary>
    public static ContentMatch None { get; } = new([]);

    /// <summary>True when the message refers back ("and for the other one?") and was read together with what came before.</summary>
    public bool RefersBack { get; init; }

    /// <summary>True when it refers to another thing of the same kind: what is known of the first does not hold for it.</summary>
    public bool MeansAnother { get; init; }

    /// <summary>The different matters of a message that asks for several, in the order asked; empty when it asks for one.</summary>
    public IReadOnlyList<ContentCandidate> Several { get; init; } = [];

    /// <summary>What is meant, when that is sure; else null.</summary>
    public ContentCandidate? Sure => Candidates.Count > 0 && Candidates[0].Score >= SureFrom ? Candidates[0] : null;

    /// <summary>What is most likely meant: less than sure, and nothing else comes near; else null. Answering costs the customer less than asking.</summary>
    public ContentCandidate? Likely => Candidates is [{ Score: >= LikelyFrom and < SureFrom } best, ..] && Candidates.Skip(1).All(other => other.Score < best.Score / 3) ? best : null;

    /// <summary>What may be meant, best first, at most three.</summary>
    public IReadOnlyList<ContentCandidate> Possible => [.. Candidates.Where(candidate => candidate.Score >= PossibleFrom).Take(3)];
}
