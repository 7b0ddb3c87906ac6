using System.Text.RegularExpressions;
using EmpathyBot.Domain.Handoffs;

namespace EmpathyBot.Domain.Privacy;

/// <summary>Bank accounts, cards, and the codes printed on cards.</summary>
internal static partial class PaymentShapes
{
    public static IReadOnlyList<MaskShape> All { get; } =
    [
        new(SecretMask.BankAccount, IbanLike(), static (_, match) => SecretShapes.LengthThatPasses(match.Groups["secret"].Value, SecretShapes.PassesMod97)),
        new(SecretMask.CardNumber, CardLike(), static (_, match) => SecretShapes.LengthThatPasses(match.Groups["secret"].Value, SecretShapes.IsCard)),
        new(SecretMask.CardCode, NamedCode()),
        new(SecretMask.CardCode, CodeBehindCard()),
    ];

    private const RegexOptions AnyCase = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    [GeneratedRegex(@"\b(?<secret>[A-Z]{2}[0-9]{2}(?:[ -]?[A-Z0-9]{4}){2,7}(?:[ -]?[A-Z0-9]{1,3})?)\b", AnyCase)]
    private static partial Regex IbanLike();

    [GeneratedRegex(@"(?<![0-9-])(?<secret>[0-9](?:[ .-]?[0-9]){12,18})(?![0-9])")]
    private static partial Regex CardLike();

    [GeneratedRegex(
        @"\b(?:cvv2?|cvc2?|csc|security code|card code|código de seguridad)\b(?:\s{0,2}(?:number|code|is|was|es|era|on the back|del reverso|[:=(#-])){0,3}\s{0,2}(?<secret>[0-9]{3,4})(?![0-9])",
        AnyCase)]
    private static partial Regex NamedCode();

    /// <summary>Card, expiry and code in one line, as they stand on a form; the card itself was found already.</summary>
    [GeneratedRegex(@"\[\W{1,4}(?:exp\w{0,7}\W{1,3})?(?:0[1-9]|1[0-2])\s?[/-]\s?(?:20)?[2-4][0-9]\W{1,4}(?:(?:and|y|code)\s)?(?<secret>[0-9]{3,4})(?![0-9/])", AnyCase)]
    private static partial Regex CodeBehindCard();
}
