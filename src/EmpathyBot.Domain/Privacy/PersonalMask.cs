using EmpathyBot.Domain.Handoffs;

namespace EmpathyBot.Domain.Privacy;

/// <summary>
/// Masks all that tells who someone is or where they live: what <see cref="SecretMask"/> masks, and phone numbers, e-mail
/// and postal addresses. For everywhere but the desk of the agent who holds the ticket: cards in channels, other hubs,
/// agents who look on, files that leave the house.
/// </summary>
public static class PersonalMask
{
    public const string Phone = "phone";
    public const string EMail = "e-mail";
    public const string Address = "address";

    /// <summary>What a fact that the bot asked for is masked as where it is nobody's business.</summary>
    public const string Fact = "withheld";

    /// <summary>E-mails before phones and addresses: digits and names stand in them.</summary>
    private static readonly IReadOnlyList<MaskShape> Shapes =
        [.. SecretMask.Shapes, .. EMailShapes.All, .. PhoneShapes.All, .. AddressShapes.All];

    /// <summary>What is masked in a text, by place.</summary>
    public static IReadOnlyList<MaskedSpan> Find(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return [.. MaskShape.Find(text, Shapes).OrderBy(span => span.Start)];
    }

    /// <summary>The text with each of them replaced by its kind in brackets. Bounded in time for any text.</summary>
    public static MaskedText Mask(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return MaskShape.Replace(text, MaskShape.Find(text, Shapes));
    }

    /// <summary>The same, and each known text, such as the value of a fact that was collected, wherever it stands.</summary>
    public static MaskedText Mask(string text, IReadOnlyList<KnownSecret> known)
    {
        ArgumentNullException.ThrowIfNull(known);
        return SecretMask.With(Mask(text), known);
    }
}
