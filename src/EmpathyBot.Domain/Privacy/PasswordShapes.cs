using System.Text.RegularExpressions;
using EmpathyBot.Domain.Handoffs;

namespace EmpathyBot.Domain.Privacy;

/// <summary>Passwords and PINs that are told as such: nothing else shows that they are one.</summary>
internal static partial class PasswordShapes
{
    public static IReadOnlyList<MaskShape> All { get; } =
    [
        new(SecretMask.Password, Told(), static (_, match) => IsTold(match) ? match.Groups["secret"].Length : 0),
        new(SecretMask.Password, BarePin()),
        new(SecretMask.Password, Bare()),
        new(SecretMask.Password, Quoted()),
        new(SecretMask.Password, ToldAfter()),
        new(SecretMask.Password, InBrackets()),
        new(SecretMask.Password, BehindAddress()),
    ];

    /// <summary>Behind a sign anything is a password. "Clave" and "pass" mean other things, too: there a digit must show it.</summary>
    private static bool IsTold(Match match)
    {
        var secret = match.Groups["secret"].Value;
        var behindSign = match.Groups["sign"].Success;
        return SecretShapes.LooksLikePassword(secret, behindSign) && (behindSign || !match.Groups["loose"].Success || secret.Any(char.IsAsciiDigit));
    }

    private const RegexOptions AnyCase = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    private const string Word =
        @"\b(?:password|passwort|kennwort|passcode|pass ?phrase|pwd|wachtwoord|mot de passe|contrase[ñn]a|pin(?: ?code| number)?|(?<loose>clave(?: de acceso)?|pass|pw))\b";

    private const string Filler = @"[""']?(?: for [\w ]{1,30}?| (?:that )?i [\w ']{2,30}?| que [\w ]{2,25}?)?";

    private const string IsWord = @"\s{0,3}(?:(?<sign>[:=])|['’]s\b|is\b|was\b|ist\b|war\b|es\b|era\b)\s{0,3}";

    private const string End = @"(?=[.,;!?)]*(?:\s|$))";

    private const string QuotedOrBareSecret =
        @"(?:[""“'](?<sign>)(?<secret>[^""”'\n]{3,64})(?=[""”'])|(?<secret>[^\s""']{3,200}?)" + End + ")";

    [GeneratedRegex(Word + Filler + IsWord + QuotedOrBareSecret, AnyCase)]
    private static partial Regex Told();

    /// <summary>"Pin 7009".</summary>
    [GeneratedRegex(@"\bpin(?: ?code| number)?\s{0,3}(?<secret>[0-9]{3,8})(?![0-9])", AnyCase)]
    private static partial Regex BarePin();

    /// <summary>A password with a digit in it that follows its word at once.</summary>
    [GeneratedRegex(@"\b(?:password|passcode|contrase[ñn]a|wachtwoord|clave(?: de acceso)?(?=\s[^\s\[0-9]))\s(?<secret>(?=[^\s\[]{0,40}[0-9])[^\s\[]{4,40}?)" + End, AnyCase)]
    private static partial Regex Bare();

    [GeneratedRegex(Word + @"\s{0,2}[""“](?<secret>[^""”\n]{3,64})[""”]", AnyCase)]
    private static partial Regex Quoted();

    /// <summary>"open2 is my password", "with open2 as password".</summary>
    [GeneratedRegex(
        @"(?:[""“](?<secret>[^""”\n]{3,64})[""”]|(?<![^\s])(?<secret>(?=[^\s\[]{0,40}[0-9])[^\s\[]{4,40}))\s(?:is|es|as|como)\s(?:my |mi |the |la )?(?:password|passcode|pin|contrase[ñn]a|clave)\b",
        AnyCase)]
    private static partial Regex ToldAfter();

    private const string Beside = @"\b(?:pin|puk|passcode|password|cvv|cvc|security code)\b";

    /// <summary>"It asks for my PIN and never takes it (7009)": a bare number in brackets beside such a word.</summary>
    [GeneratedRegex(Beside + @"[^.!?\n\[(]{0,120}\((?<secret>[0-9]{3,8})\)|\((?<secret>[0-9]{3,8})\)[^.!?\n\[(]{0,120}" + Beside, AnyCase)]
    private static partial Regex InBrackets();

    /// <summary>"name@shop.example / Secret1": what stands behind an address like that is what one signs in with.</summary>
    [GeneratedRegex(@"@[\w-]{1,60}(?:\.[\w-]{1,60}){1,4}\s{0,2}[/|:]\s{0,2}(?<secret>(?=[^\s\[]{0,40}[0-9])(?=[^\s\[]{0,40}[A-Za-z])[^\s\[]{6,40}?)(?=[.,;!?]*(?:\s|$))")]
    private static partial Regex BehindAddress();
}
