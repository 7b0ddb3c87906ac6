using EmpathyBot.Domain.Privacy;

namespace EmpathyBot.Domain.Handoffs;

/// <summary>
/// Masks for another system how a customer can be reached and where they live: by its shape, and what they told as such a fact
/// wherever it stands. Order numbers stay; without them nobody can help.
/// </summary>
public sealed class ContactMask
{
    /// <summary>A shorter value stands in other words by chance.</summary>
    private const int ShortestKnown = 4;

    private static readonly string[] Contacts = ["email", "phone", "contact", "postcode", "zip", "address", "street", "proof"];

    private readonly IReadOnlyList<KnownSecret> known;

    /// <param name="facts">What the customer told.</param>
    public ContactMask(IEnumerable<BriefFact> facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        known = [.. facts.Where(IsContact).Where(fact => fact.Value.Length >= ShortestKnown).Select(fact => new KnownSecret(fact.Value, PersonalMask.Fact))];
    }

    /// <summary>The text with secrets and all that reaches the customer masked.</summary>
    public string Mask(string text) => PersonalMask.Mask(text, known).Text;

    /// <summary>The value of a fact, masked if it tells how to reach the customer or where they live.</summary>
    public string Mask(BriefFact fact)
    {
        ArgumentNullException.ThrowIfNull(fact);
        var masked = Mask(fact.Value);
        return masked == fact.Value && IsContact(fact) ? $"[{PersonalMask.Fact}]" : masked;
    }

    private static bool IsContact(BriefFact fact) => Array.Exists(Contacts, name => fact.Name.Contains(name, StringComparison.OrdinalIgnoreCase));
}
