using System.Text.RegularExpressions;
using EmpathyBot.Domain.Handoffs;

namespace EmpathyBot.Domain.Privacy;

/// <summary>Numbers that states give to persons. What has a weak check, or none, counts only when it is named.</summary>
internal static partial class NationalIdShapes
{
    public static IReadOnlyList<MaskShape> All { get; } =
    [
        Of(French(), NationalIdChecks.IsFrench),
        Of(Italian(), NationalIdChecks.IsItalian),
        Of(Mexican(), NationalIdChecks.IsMexican),
        Of(UsSocialSecurity(), SecretShapes.IsUsSocialSecurity),
        Of(NamedUsSocialSecurity(), SecretShapes.IsUsSocialSecurity),
        Of(NamedDutchBsn(), SecretShapes.PassesElevenTest),
        new(SecretMask.NationalId, UkNationalInsurance()),
        Of(SpanishId(), SecretShapes.PassesSpanishLetter),
        Of(German(), NationalIdChecks.IsGerman),
        Of(NamedDocument(), static text => text.Count(char.IsAsciiDigit) >= 3),
    ];

    private static MaskShape Of(Regex pattern, Func<string, bool> passes) => MaskShape.Checked(SecretMask.NationalId, pattern, passes);

    private const RegexOptions AnyCase = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    [GeneratedRegex(@"(?<![0-9-])(?<secret>[0-9]{3}-[0-9]{2}-[0-9]{4})(?![0-9-])")]
    private static partial Regex UsSocialSecurity();

    [GeneratedRegex(@"\b(?:ssn|social(?: security)?(?: number| no\.?)?)\W{0,3}(?:is\W{0,3})?(?<secret>[0-9]{3}[ -]?[0-9]{2}[ -]?[0-9]{4})\b", AnyCase)]
    private static partial Regex NamedUsSocialSecurity();

    private const string BsnDigits = @"(?<secret>[0-9]{4}[ .]?[0-9]{2}[ .]?[0-9]{3}|[0-9]{3}[ .]?[0-9]{3}[ .]?[0-9]{3})\b";

    [GeneratedRegex(@"\b(?:bsn|burgerservicenummer|sofinummer)\b\W{0,3}(?:(?:is|nummer|number)\W{0,3}){0,2}" + BsnDigits, AnyCase)]
    private static partial Regex NamedDutchBsn();

    [GeneratedRegex(@"\b(?<secret>[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z] ?[0-9]{2} ?[0-9]{2} ?[0-9]{2} ?[A-D])\b", AnyCase)]
    private static partial Regex UkNationalInsurance();

    [GeneratedRegex(@"(?<![\w.-])(?<secret>(?:[XYZ]-?[0-9]{7}|[0-9]{7,8}|[0-9]{1,2}\.[0-9]{3}\.[0-9]{3})-?[A-Z])\b", AnyCase)]
    private static partial Regex SpanishId();

    [GeneratedRegex(@"(?<![0-9-])(?<secret>[1-9][0-9](?:[ /]?[0-9]{3}){3})(?![0-9-])")]
    private static partial Regex German();

    [GeneratedRegex(@"(?<![0-9-])(?<secret>[12] ?[0-9]{2} ?(?:0[1-9]|1[0-2]|[2-9][0-9]) ?(?:[0-9]{2}|2[AB]) ?[0-9]{3} ?[0-9]{3} ?[0-9]{2})(?![0-9-])", AnyCase)]
    private static partial Regex French();

    [GeneratedRegex(@"\b(?<secret>[A-Z]{6}[0-9]{2}[A-EHLMPRST][0-9]{2}[A-Z][0-9]{3}[A-Z])\b", AnyCase)]
    private static partial Regex Italian();

    [GeneratedRegex(@"\b(?<secret>[A-Z]{4}[0-9]{6}[HM][A-Z]{5}[A-Z0-9][0-9])\b", AnyCase)]
    private static partial Regex Mexican();

    [GeneratedRegex(
        @"\b(?:passport|pasaporte|driv(?:ing|er'?s) licen[cs]e|(?:permiso|carn[eé]t) de conducir)(?:\s(?:number|no\.?|nº|n[uú]mero|num\.?))?\W{0,3}(?:(?:is|es)\W{1,3})?(?<secret>[A-Z0-9]{6,18})\b",
        AnyCase)]
    private static partial Regex NamedDocument();
}
