using System.Text.RegularExpressions;

namespace EmpathyBot.Domain.Privacy;

/// <summary>Postal addresses: a street with a house number and what follows it, post boxes, and postcodes.</summary>
internal static partial class AddressShapes
{
    public static IReadOnlyList<MaskShape> All { get; } =
    [
        new(PersonalMask.Address, Spanish(), static (_, match) => Whole(match, !SpanishNoName().IsMatch(match.Groups["name"].Value))),
        new(PersonalMask.Address, French()),
        new(PersonalMask.Address, English(), static (_, match) => Whole(match, IsEnglish(match))),
        new(PersonalMask.Address, OneWordStreet()),
        new(PersonalMask.Address, PostBox()),
        new(PersonalMask.Address, NamedPostcode()),
        new(PersonalMask.Address, BarePostcode()),
    ];

    private static int Whole(Match match, bool isAddress) => isAddress ? match.Groups["secret"].Length : 0;

    /// <summary>
    /// "2 boxes the wrong way" is none. What names a street for sure may be written small, but then no word of a sentence
    /// may stand in its name; what also means something else must be written as a name.
    /// </summary>
    private static bool IsEnglish(Match match)
    {
        var names = match.Groups["name"].Captures.Select(name => name.Value).ToList();
        var capital = IsCapital(match.Groups["type"].Value);
        return capital
            ? names.TrueForAll(IsCapital)
            : match.Groups["sure"].Success && !names.Exists(name => SentenceWord().IsMatch(name));
    }

    private static bool IsCapital(string word) => char.IsUpper(word[0]) || char.IsAsciiDigit(word[0]);

    private const RegexOptions AnyCase = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    private const string CityWord = @"(?-i:\p{Lu})[\p{L}'’.-]{1,24}(?![\p{L}0-9])";

    private const string City = "(?:(?-i:A|O|La|El|Las|Los)\\s)?" + CityWord + @"(?:\s(?:(?:de|del|la|am|an|upon|aan|den)\s)?" + CityWord + "){0,3}";

    private const string UkPostcode = @"[A-Z]{1,2}[0-9][A-Z0-9]?\s?[0-9][A-Z]{2}\b";

    private const string Unit = @"(?:apt|apartment|flat|unit|suite|ste|room|floor|\#)\.?\s?[0-9]{0,4}[A-Za-z]?\b";

    /// <summary>What may follow a street: a unit, a city behind a comma, a postcode with or without its city; at the end of a sentence a city
    /// that is written small.</summary>
    private const string EnglishTail =
        @"(?:,?\s{1,2}" + Unit + @"|,?\s{1,2}(?-i:[A-Z]{2})\s[0-9]{5}(?:-[0-9]{4})?\b|,?\s{1,2}" + UkPostcode + @"|,\s{0,2}" + City + @"(?:\s" + UkPostcode + @")?|\s" + City + @",?\s" + UkPostcode + @"){0,4}(?:,\s(?!thank|please|pls|cheers|ok|not|and|but)[a-z]{3,20}(?=\s{0,3}(?:[.!?]|$)))?";

    private const string ContinentalTail = @"(?:,?\s{1,2}(?:[0-9]{4,5}(?:\s(?-i:[A-Z]{2})\b)?\s" + City + @"|[0-9]{4,5}\b)|,\s{0,2}" + City + "){0,2}";

    [GeneratedRegex(
        @"(?<![\w.-])(?<secret>(?:" + Unit + @",\s(?:[\p{L}'’.]{2,20}\sHouse,\s)?)?[0-9]{1,5}[A-Za-z]?(?:-[0-9]{1,4})?,?\s(?:[NSEW]\.?\s)?(?:(?<name>[\p{L}0-9][\p{L}0-9'’.-]{0,20})\s){1,4}?"
        + @"(?<type>(?<sure>street|st|avenue|ave|road|rd|lane|ln|boulevard|blvd)|drive|dr|court|ct|way|place|pl|close|crescent|terrace|square|sq|gardens|grove|hill|mews|row|walk|view|quay|parkway|pkwy|highway|hwy|circle|cir|trail)\b\.?(?:\s(?:street|avenue|road|lane|drive|court|way|place|close|crescent|terrace|square|gardens|grove|hill|row|walk)\b)?(?:\s(?-i:[NSEW]{1,2})\b)?"
        + EnglishTail + ")",
        AnyCase)]
    private static partial Regex English();

    [GeneratedRegex(
        @"^(?:the|a|an|on|in|at|of|for|from|to|and|or|my|our|your|their|his|her|this|that|down|up|off|is|are|was|were|went|came|days?|weeks?|months?|years?|hours?|minutes?|mins?|seconds?|miles?|km|cm|mm|inch(?:es)?|x|times?|pieces?|pcs|boxes|chairs|people|per|by|with|over|out|one|went|wrong|right|same)$",
        AnyCase)]
    private static partial Regex SentenceWord();

    [GeneratedRegex(
        @"(?<![\w])(?<secret>(?:c/|avda\.|av\.|pza\.|ctra\.|urb\.|(?:calle|avenida|avda|av|plaza|pza|paseo|camino|carretera|ctra|ronda|traves[ií]a|glorieta|callej[oó]n|urbanizaci[oó]n)(?=\s))\s?(?<name>(?:[\p{L}][\p{L}'’.ªº-]{0,20}\s){0,5}?[\p{L}][\p{L}'’.ªº-]{0,20}),?\s(?:n[ºo°]\.?\s?|n[uú]mero\s|km\s?)?[0-9]{1,4}\b"
        + @"(?:,?\s(?:[0-9]{1,2}\s?[ºª°]?\s?(?:[A-Za-z]\b|izq\w{0,6}\b|dcha\b|derecha\b|[0-9]{1,2}\s?[ªº])|bajo\b|piso\s[0-9]{1,2}|puerta\s\w{1,2}|esc\w{0,6}\.?\s\w{1,2}))?"
        + ContinentalTail + ")",
        AnyCase)]
    private static partial Regex Spanish();

    [GeneratedRegex(@"\b(?:es|est[aá]|en|con|que|hay|son|por|se|no|fue|era|y|desde|hace|tiene)\b", AnyCase)]
    private static partial Regex SpanishNoName();

    [GeneratedRegex(
        @"(?<![\w.-])(?<secret>[0-9]{1,4}(?:\s?(?:bis|ter))?,?\s(?:rue|avenue|boulevard|place|chemin|all[ée]e|impasse|quai)\s(?:(?:de\sla|de|du|des|la|le|les|d['’]|l['’])\s?)?(?-i:\p{Lu})[\p{L}'’-]{1,24}(?:\s(?-i:\p{Lu})[\p{L}'’-]{1,24}){0,3}" + ContinentalTail + ")",
        AnyCase)]
    private static partial Regex French();

    /// <summary>German and Dutch: the street in one word, its number behind it.</summary>
    [GeneratedRegex(
        @"\b(?<secret>(?-i:\p{Lu})[\p{L}-]{2,30}(?:straße|strasse|str\.|gasse|allee|platz|weg|ufer|damm|straat|gracht|laan|plein|kade|singel|dijk)\s[0-9]{1,4}\s?[A-Za-z]?\b" + ContinentalTail + ")",
        AnyCase)]
    private static partial Regex OneWordStreet();

    [GeneratedRegex(@"\b(?<secret>(?:p\.?\s?o\.?\s?box|apartado de correos|apdo\.?)\s[0-9]{1,6}\b" + EnglishTail + ")", AnyCase)]
    private static partial Regex PostBox();

    [GeneratedRegex(
        @"\b(?:post ?code|postal code|zip(?: code)?|c[oó]digo postal|c\.?\s?p\.?|plz|postleitzahl)\W{0,3}(?:(?:is|es|number)\W{1,2})?(?<secret>[0-9]{5}(?:-[0-9]{4})?|[0-9]{4}\s?[A-Z]{2}|[A-Z]{1,2}[0-9][A-Z0-9]?\s?[0-9][A-Z]{2}|[A-Z][0-9][A-Z]\s?[0-9][A-Z][0-9])\b",
        AnyCase)]
    private static partial Regex NamedPostcode();

    /// <summary>British and Canadian ones show themselves.</summary>
    [GeneratedRegex(@"(?<![\w-])(?<secret>[A-Z]{1,2}[0-9][A-Z0-9]? [0-9][ABD-HJLNP-UW-Z]{2}|[A-Z][0-9][A-Z] [0-9][A-Z][0-9])(?![\w-])")]
    private static partial Regex BarePostcode();
}
