using System.Collections.Frozen;
using EmpathyBot.Domain.Handoffs;

namespace EmpathyBot.Detection.TextAnalytics;

/// <summary>
/// Which personal data must not be kept. Names, addresses, dates and ways of contact stay: the agent needs them. Every
/// other kind the service knows, and any it may learn, is the number of a document or an account, or a key.
/// </summary>
internal static class FoundSecrets
{
    /// <summary>Order numbers look like many a document's number; a guess must not take them from the agent.</summary>
    private const double SureFrom = 0.8;

    private const int Shortest = 6;
    private const int Most = 20;

    private static readonly FrozenSet<string> Kept = new[]
    {
        "Person", "PersonType", "PhoneNumber", "Organization", "Address", "Location", "Email", "URL", "IPAddress", "Date", "DateTime",
        "Age", "Quantity", "Event", "Product", "Skill",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <param name="entities">What the service found.</param>
    /// <param name="text">What it was asked about; an entity that does not stand there is an answer to something else.</param>
    public static IReadOnlyList<KnownSecret> In(IEnumerable<PiiEntity> entities, string text) =>
    [
        .. entities.Where(entity => entity.ConfidenceScore >= SureFrom && entity.Text is { Length: >= Shortest } && !Kept.Contains(entity.Category.ToString()))
            .Where(entity => entity.Text.Any(char.IsAsciiDigit) && text.Contains(entity.Text, StringComparison.Ordinal))
            .Select(entity => new KnownSecret(entity.Text, KindOf(entity.Category.ToString()))).Distinct().Take(Most),
    ];

    private static string KindOf(string category) => category switch
    {
        "CreditCardNumber" or "EUDebitCardNumber" => SecretMask.CardNumber,
        "InternationalBankingAccountNumber" or "ABARoutingNumber" or "SWIFTCode" => SecretMask.BankAccount,
        _ when category.EndsWith("BankAccountNumber", StringComparison.Ordinal) => SecretMask.BankAccount,
        _ when category.StartsWith("Azure", StringComparison.Ordinal) || category.StartsWith("SQLServer", StringComparison.Ordinal) => SecretMask.Password,
        _ => SecretMask.NationalId,
    };
}
