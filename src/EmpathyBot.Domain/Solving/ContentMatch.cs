namespace EmpathyBot.Domain.Solving;

/// <summary>What content a message may ask for.</summary>
public enum ContentKind { Article = 0, Procedure }

/// <summary>One piece of content a message may be asking for.</summary>
/// <param name="Kind">Article or procedure.</param>
/// <param name="Id">Its id.</param>
/// <param name="Title">Its title in the locale asked for.</param>
/// <param name="Score">0 to 1: how sure that it is meant.</param>
public sealed record ContentCandidate(ContentKind Kind, string Id, string Title, double Score);

/// <summary>What a message asks for, best first.</summary>
/// <param name="Candidates">At most five, best first; empty when nothing fits.</param>
public sealed record ContentMatch(IReadOnlyList<ContentCandidate> Candidates)
{
    /// <summary>From this score a candidate is taken without asking back.</summary>
    public const double SureFrom = 0.6;

    /// <summary>From this score a candidate may be offered as a choice.</summary>
    public const double PossibleFrom = 0.25;

    /// <summary>Nothing fits.</summary>
    public static ContentMatch None { get; } = new([]);

    /// <summary>What is meant, when that is sure; else null.</summary>
    public ContentCandidate? Sure => Candidates.Count > 0 && Candidates[0].Score >= SureFrom ? Candidates[0] : null;

    /// <summary>What may be meant, best first, at most three.</summary>
    public IReadOnlyList<ContentCandidate> Possible => [.. Candidates.Where(candidate => candidate.Score >= PossibleFrom).Take(3)];
}
