using EmpathyBot.Domain.Privacy;

namespace EmpathyBot.Domain.Handoffs;

/// <summary>
/// Masks what nobody at a desk, in a log, in the storage or in another system needs to see: card numbers (checked by
/// Luhn and issuer), the codes printed on cards, IBANs (checked by mod 97), passwords and PINs that are told as such, and
/// national ids (US, UK, Dutch, Spanish, German, French, Italian, Mexican; passports and licences that are named).
/// Numbers that do not pass their check, such as order numbers, stay.
/// </summary>
public static class SecretMask
{
    public const string CardNumber = "card number";
    public const string CardCode = "card code";
    public const string BankAccount = "bank account";
    public const string Password = "password";
    public const string NationalId = "national id";

    /// <summary>Passwords first: what stands behind "my password is" is one, whatever else it looks like. Accounts
    /// before cards: the digits inside an IBAN may pass for a card. Codes after cards, behind which they stand.</summary>
    internal static IReadOnlyList<MaskShape> Shapes { get; } =
        [.. PasswordShapes.All, .. PaymentShapes.All, .. NationalIdShapes.All];

    /// <summary>The text with each secret replaced by its kind in brackets. Bounded in time for any text.</summary>
    public static MaskedText Mask(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return MaskShape.Replace(text, MaskShape.Find(text, Shapes));
    }

    /// <summary>The same, and each of the secrets already known wherever it stands.</summary>
    public static MaskedText Mask(string text, IReadOnlyList<KnownSecret> known)
    {
        ArgumentNullException.ThrowIfNull(known);
        return With(Mask(text), known);
    }

    internal static MaskedText With(MaskedText masked, IReadOnlyList<KnownSecret> known)
    {
        // Longest first: one secret may be part of another.
        foreach (var secret in known.Where(secret => secret.Text.Length > 0).OrderByDescending(secret => secret.Text.Length))
        {
            if (masked.Text.Contains(secret.Text, StringComparison.Ordinal))
                masked = new(masked.Text.Replace(secret.Text, $"[{secret.Kind}]", StringComparison.Ordinal), [.. masked.Kinds.Union([secret.Kind])]);
        }

        return masked;
    }
}
