using System.Text.RegularExpressions;

namespace EmpathyBot.Domain.Privacy;

/// <summary>E-mail addresses, also spelt out so that machines do not find them.</summary>
internal static partial class EMailShapes
{
    public static IReadOnlyList<MaskShape> All { get; } = [new(PersonalMask.EMail, Plain()), new(PersonalMask.EMail, SpeltOut())];

    [GeneratedRegex(@"(?<![\w.+'-])(?<secret>[\w.%+'-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){0,4}\.[A-Za-z]{2,24})(?![\w-])", RegexOptions.CultureInvariant)]
    private static partial Regex Plain();

    /// <summary>"bob (at) example.com", "bob at example dot com"; a plain "at" needs the "dot", too: "see me at shop.example" is none.</summary>
    [GeneratedRegex(
        @"(?<![\w.+-])(?<secret>[\w.+-]{1,64}(?:\s?(?:\(at\)|\[at\]|\sarroba\s|\sarroba(?=\s))\s?[\w-]{1,63}(?:\s?(?:\.|\(dot\)|\[dot\]|dot\s|punto\s)\s?[\w-]{2,63}){1,4}|\sat\s[\w-]{1,63}(?:\sdot\s[\w-]{2,63}){1,4}))\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex SpeltOut();
}
