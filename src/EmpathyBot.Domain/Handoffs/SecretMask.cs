using System.Text.RegularExpressions;

namespace EmpathyBot.Domain.Handoffs;

/// <summary>
/// Masks what nobody at a desk, in a log or in another system needs to see: card numbers (checked by Luhn), IBANs
/// (checked by mod 97), passwords and PINs that are told as such, and national ids (US, UK, Dutch, Spanish). Numbers that
/// do not pass their check, such as order numbers, stay.
/// </summary>
public static partial class SecretMask
{
    public const string CardNumber = "card number";
    public const string BankAccount = "bank account";
    public const string Password = "password";
    public const string NationalId = "national id";

    /// <param name="Kind">What it is masked as.</param>
    /// <param name="Pattern">What looks like one.</param>
    /// <param name="Length">How much of what looks like one is one; 0 when it is none.</param>
    private sealed record Shape(string Kind, Regex Pattern, Func<Match, int> Length);

    /// <summary>Passwords first: what stands behind "my password is" is one, whatever else it looks like. Accounts
    /// before cards: the digits inside an IBAN may pass for a card.</summary>
    private static readonly Shape[] Shapes =
    [
        new(Password, ToldPassword(), match => Whole(match, SecretShapes.LooksLikePassword(Secret(match), match.Groups["sign"].Success))),
        new(Password, BarePin(), match => Whole(match, true)),
        new(Password, BehindAddress(), match => Whole(match, true)),
        new(BankAccount, IbanLike(), match => SecretShapes.LengthThatPasses(Secret(match), SecretShapes.PassesMod97)),
        new(CardNumber, CardLike(), match => SecretShapes.LengthThatPasses(Secret(match), SecretShapes.PassesLuhn)),
        new(NationalId, UsSocialSecurity(), match => Whole(match, SecretShapes.IsUsSocialSecurity(Secret(match)))),
        new(NationalId, NamedUsSocialSecurity(), match => Whole(match, SecretShapes.IsUsSocialSecurity(Secret(match)))),
        new(NationalId, NamedDutchBsn(), match => Whole(match, SecretShapes.PassesElevenTest(Secret(match)))),
        new(NationalId, UkNationalInsurance(), match => Whole(match, true)),
        new(NationalId, SpanishId(), match => Whole(match, SecretShapes.PassesSpanishLetter(Secret(match)))),
    ];

    /// <summary>The text with each secret replaced by its kind in brackets. Bounded in time for any text.</summary>
    public static MaskedText Mask(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var kinds = new List<string>();
        foreach (var shape in Shapes)
            text = shape.Pattern.Replace(text, match => Replace(match, shape, kinds));
        return new MaskedText(text, kinds);
    }

    /// <summary>The same, and each of the secrets already known wherever it stands.</summary>
    public static MaskedText Mask(string text, IReadOnlyList<KnownSecret> known)
    {
        ArgumentNullException.ThrowIfNull(known);
        var masked = Mask(text);
        // Longest first: one secret may be part of another.
        foreach (var secret in known.Where(secret => secret.Text.Length > 0).OrderByDescending(secret => secret.Text.Length))
        {
            if (masked.Text.Contains(secret.Text, StringComparison.Ordinal))
                masked = new(masked.Text.Replace(secret.Text, $"[{secret.Kind}]", StringComparison.Ordinal), [.. masked.Kinds.Union([secret.Kind])]);
        }

        return masked;
    }

    private static string Replace(Match match, Shape shape, List<string> kinds)
    {
        var length = shape.Length(match);
        if (length == 0)
            return match.Value;
        if (!kinds.Contains(shape.Kind))
            kinds.Add(shape.Kind);
        var start = match.Groups["secret"].Index - match.Index;
        return $"{match.Value[..start]}[{shape.Kind}]{match.Value[(start + length)..]}";
    }

    private static string Secret(Match match) => match.Groups["secret"].Value;

    private static int Whole(Match match, bool isSecret) => isSecret ? match.Groups["secret"].Length : 0;

    private const RegexOptions AnyCase = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    private const string PasswordWord =
        @"\b(?:password|passwort|passcode|pass ?phrase|pwd|wachtwoord|contraseña|pin(?: ?code| number)?)\b[""']?(?: for [\w ]{1,30}?)?";

    private const string IsWord = @"\s{0,3}(?:(?<sign>[:=])|is|was|ist)\s{0,3}";

    private const string QuotedOrBareSecret =
        @"(?:[""“'](?<sign>)(?<secret>[^""”'\n]{3,64})(?=[""”'])|(?<secret>[^\s""']{3,200}?)(?=[.,;!?]*(?:\s|$)))";

    [GeneratedRegex(PasswordWord + IsWord + QuotedOrBareSecret, AnyCase)]
    private static partial Regex ToldPassword();

    /// <summary>"Pin 7009", and a password with a digit in it that follows its word at once.</summary>
    [GeneratedRegex(@"\bpin(?: ?code| number)?\s{0,3}(?<secret>[0-9]{3,8})(?![0-9])|\b(?:password|passcode|contraseña|wachtwoord)\s(?<secret>(?=[^\s\[]{0,40}[0-9])[^\s\[]{4,40}?)(?=[.,;!?]*(?:\s|$))", AnyCase)]
    private static partial Regex BarePin();

    /// <summary>"name@shop.example / Secret1": what stands behind an address like that is what one signs in with.</summary>
    [GeneratedRegex(@"@[\w-]{1,60}(?:\.[\w-]{1,60}){1,4}\s{0,2}[/|:]\s{0,2}(?<secret>(?=[^\s\[]{0,40}[0-9])(?=[^\s\[]{0,40}[A-Za-z])[^\s\[]{6,40}?)(?=[.,;!?]*(?:\s|$))")]
    private static partial Regex BehindAddress();

    [GeneratedRegex(@"(?<![0-9-])(?<secret>[0-9](?:[ -]?[0-9]){12,18})(?![0-9])", AnyCase)]
    private static partial Regex CardLike();

    [GeneratedRegex(@"\b(?<secret>[A-Z]{2}[0-9]{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,3})?)\b", AnyCase)]
    private static partial Regex IbanLike();

    [GeneratedRegex(@"(?<![0-9-])(?<secret>[0-9]{3}-[0-9]{2}-[0-9]{4})(?![0-9-])")]
    private static partial Regex UsSocialSecurity();

    [GeneratedRegex(@"\b(?:ssn|social security(?: number)?)\W{0,3}(?:is\W{0,3})?(?<secret>[0-9]{3}[ -]?[0-9]{2}[ -]?[0-9]{4})\b", AnyCase)]
    private static partial Regex NamedUsSocialSecurity();

    private const string BsnDigits = @"(?<secret>[0-9]{4}[ .]?[0-9]{2}[ .]?[0-9]{3}|[0-9]{3}[ .]?[0-9]{3}[ .]?[0-9]{3})\b";

    [GeneratedRegex(@"\b(?:bsn|burgerservicenummer|sofinummer)\b\W{0,3}(?:(?:is|nummer|number)\W{0,3}){0,2}" + BsnDigits, AnyCase)]
    private static partial Regex NamedDutchBsn();

    [GeneratedRegex(@"\b(?<secret>[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z] ?[0-9]{2} ?[0-9]{2} ?[0-9]{2} ?[A-D])\b", AnyCase)]
    private static partial Regex UkNationalInsurance();

    [GeneratedRegex(@"\b(?<secret>[XYZ]?[0-9]{7,8}-?[A-Z])\b", AnyCase)]
    private static partial Regex SpanishId();
}
