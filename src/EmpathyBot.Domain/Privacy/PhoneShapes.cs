using System.Text.RegularExpressions;

namespace EmpathyBot.Domain.Privacy;

/// <summary>
/// Phone numbers. International ones show themselves; national ones are known by their grouping, unless they are named as
/// an order, a parcel or an article; a bare row of digits is one only when words for a phone stand before it.
/// </summary>
internal static partial class PhoneShapes
{
    /// <summary>How far back words say what a number is.</summary>
    private const int Reach = 40;

    public static IReadOnlyList<MaskShape> All { get; } =
    [
        new(PersonalMask.Phone, International(), static (_, match) => Whole(match, Digits(match) is >= 8 and <= 15)),
        new(PersonalMask.Phone, Grouped(), static (text, match) =>
            Whole(match, !LooksLikeDate().IsMatch(match.Value) && (Digits(match) is >= 9 and <= 13) && !IsNamedOtherwise(text, match))),
        new(PersonalMask.Phone, Row(), static (text, match) => Whole(match, Digits(match) is >= 7 and <= 13 && IsNamedPhone(text, match))),
    ];

    private static int Whole(Match match, bool isPhone) => isPhone ? match.Groups["secret"].Length : 0;

    private static int Digits(Match match) => match.Groups["secret"].Value.Count(char.IsAsciiDigit);

    private static bool IsNamedPhone(string text, Match match)
    {
        var before = Before(text, match);
        return PhoneWord().Matches(before) is [.., var phone] && (OtherWord().Matches(before) is not [.., var other] || other.Index < phone.Index);
    }

    private static bool IsNamedOtherwise(string text, Match match) =>
        !IsNamedPhone(text, match) && (OtherWord().IsMatch(Before(text, match)) || OtherAfter().IsMatch(After(text, match)));

    /// <summary>The words before a number, back to the number before it: that took its own words.</summary>
    private static string Before(string text, Match match)
    {
        var end = match.Groups["secret"].Index;
        var start = Math.Max(0, end - Reach);
        var before = text[start..end];
        var digit = before.LastIndexOfAny(['0', '1', '2', '3', '4', '5', '6', '7', '8', '9', '[']);
        return before[(digit + 1)..];
    }

    private static string After(string text, Match match)
    {
        var start = match.Groups["secret"].Index + match.Groups["secret"].Length;
        return text[start..Math.Min(text.Length, start + Reach)];
    }

    private const RegexOptions AnyCase = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    [GeneratedRegex(@"(?<![\w+])(?<secret>(?:\+|(?<![\w.-])00)[1-9](?:[ ().\-/]{0,2}[0-9]){6,14})(?![0-9])")]
    private static partial Regex International();

    /// <summary>North America; a leading zero and groups; Spain's nine digits.</summary>
    [GeneratedRegex(
        @"(?<![\w+.,-])(?<secret>(?:1[ .-])?\(?[2-9][0-9]{2}\)?[ .-]{1,2}[2-9][0-9]{2}[ .-][0-9]{4}|\(?0[1-9][0-9]{0,4}\)?(?:[ .\-/]{1,2}[0-9]{2,8}){1,4}|07[0-9]{9}|[6-9][0-9]{2}(?:[ -][0-9]{3}){2}|[6-9][0-9]{2}(?:[ .-][0-9]{2}){3}|9[0-9][ .-][0-9]{3}(?:[ .-][0-9]{2}){2})(?![\w-]|,[0-9])")]
    private static partial Regex Grouped();

    [GeneratedRegex(@"(?<![\w+.,-])(?<secret>\(?[0-9](?:[ ().\-/]{0,2}[0-9]){6,12})(?![\w-])")]
    private static partial Regex Row();

    [GeneratedRegex(@"^\(?[0-9]{2}[./ -][0-9]{2}[./ -](?:19|20)[0-9]{2}")]
    private static partial Regex LooksLikeDate();

    [GeneratedRegex(
        @"\b(?:phone|telephone|tel|mobile|cell(?:phone)?|call|ring|text|sms|whats ?app|reach|(?:my|her|his|our|contact) (?:new )?number|i['’]m (?:at|on)|tel[eé]fonos?|tfno|tlf|m[oó]vil|celular|ll[aá]m[\p{L}]{1,6}|ll[aá]menme|contact[\p{L}]{0,6}|(?:mi|nuestro|su) n[uú]mero(?! de (?!tel|contacto))|n[uú]mero de (?:tel[eé]fono|contacto|m[oó]vil)|fijo)\b",
        AnyCase)]
    private static partial Regex PhoneWord();

    private const string Things =
        "order|tracking|track|ref(?:erence)?|parcel|package|shipment|article|item|sku|product|serial|imei|model|invoice|ean|upc|isbn|bar ?code|customer|account|ticket|lot|batch|code|pedido|seguimiento|referencia|art[ií]culo|factura|env[ií]o|paquete|cliente|c[oó]digo|lote|serie|modelo|caso";

    [GeneratedRegex(@"\b(?:" + Things + @")\b", AnyCase)]
    private static partial Regex OtherWord();

    [GeneratedRegex(@"^\W{0,3}(?:(?:is|es|was|era)\W{1,2})?(?:[\p{L}]{1,10}\W{1,2}){0,3}?(?:" + Things + @")\b", AnyCase)]
    private static partial Regex OtherAfter();
}
