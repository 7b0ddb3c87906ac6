namespace EmpathyBot.Domain.Acknowledgements;

/// <summary>
/// Knows what may have gone wrong for customers and says it back: "the vase came in pieces and I cried" is "the vase arrived
/// broken". A closed list, as for things: what is not in it is never said back.
/// </summary>
public interface IMishapFinder
{
    /// <summary>
    /// What the message tells of, as a clause without a capital and without a full stop; null when it tells of nothing known,
    /// or only asks what would be if.
    /// </summary>
    /// <param name="text">The message.</param>
    /// <param name="thing">What it names, as we say it: "the vase"; null when it names nothing.</param>
    /// <param name="formal">True when the customer is addressed politely.</param>
    Mishap? Find(string text, string? thing, bool formal);
}

/// <summary>What went wrong, said back.</summary>
/// <param name="Said">The clause: "the vase arrived broken".</param>
/// <param name="IsOwnDoing">The customer's own mishap, and nothing the company has to be sorry for.</param>
public sealed record Mishap(string Said, bool IsOwnDoing = false);
