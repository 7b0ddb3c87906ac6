using System.Text.RegularExpressions;
using EmpathyBot.Domain.Solving;

namespace EmpathyBot.Bot.Dialogs;

/// <summary>Says whether a message answers what a procedure asked, and takes the answer out of it.</summary>
internal static partial class AnswerCheck
{
    /// <summary>True when the text holds an answer of the kind asked for.</summary>
    public static bool Fits(AskStep asked, string text) => Take(asked, text) is not null;

    /// <summary>The answer in the text, in its plain form, or null when there is none.</summary>
    public static string? Take(AskStep asked, string text) => TakeFrom(asked, Head(text));

    /// <summary>An order number anywhere in the text: five digits, with or without a hash sign.</summary>
    public static string? OrderNumber(string text) =>
        OrderNumberPattern().Match(Head(text)) is { Success: true } found ? found.Groups[1].Value : null;

    /// <summary>An e-mail address anywhere in the text, in lower case.</summary>
    public static string? Email(string text) =>
        EmailPattern().Match(Head(text)) is { Success: true } found ? found.Value.ToLowerInvariant().TrimEnd('.') : null;

    // An answer stands within the first lines of any message; more is not looked through.
    private static string Head(string text) => text.Length <= 2000 ? text : text[..2000];

    private static string? TakeFrom(AskStep asked, string text) => asked.Kind switch
    {
        AskKind.OrderNumber => OrderNumber(text),
        AskKind.EmailOrPostcode => Email(text) ?? Postcode(text),
        AskKind.Confirm => Confirmation(text),
        AskKind.Choice => asked.Choices.FirstOrDefault(choice => string.Equals(choice, text.Trim(), StringComparison.OrdinalIgnoreCase)),
        _ => text.Trim() is { Length: > 0 and <= 500 } words ? words : null,
    };

    private static string? Postcode(string text)
    {
        var candidate = text.Trim().TrimEnd('.', '!');
        if (PostcodeLabel().Match(candidate) is { Success: true } label)
            candidate = candidate[label.Length..].Trim();
        return candidate.Any(char.IsDigit) && PostcodePattern().IsMatch(candidate)
            ? candidate.Replace(" ", "", StringComparison.Ordinal).ToUpperInvariant()
            : null;
    }

    private static string? Confirmation(string text)
    {
        var words = text.Trim().TrimEnd('.', '!').ToLowerInvariant();
        if (YesPattern().IsMatch(words))
            return "yes";
        return NoPattern().IsMatch(words) ? "no" : null;
    }

    [GeneratedRegex(@"(?<![\d\w@.])#?(\d{5})(?![\d\w@])", RegexOptions.CultureInvariant, 100)]
    private static partial Regex OrderNumberPattern();

    [GeneratedRegex(@"[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}", RegexOptions.CultureInvariant, 100)]
    private static partial Regex EmailPattern();

    [GeneratedRegex(@"^[A-Za-z0-9][A-Za-z0-9 -]{2,9}$", RegexOptions.CultureInvariant, 100)]
    private static partial Regex PostcodePattern();

    [GeneratedRegex(@"^(?:(?:it'?s|it is|my|the|our|postcode|post code|postal code|zip|zip code|is|:)[\s:]*)+", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 100)]
    private static partial Regex PostcodeLabel();

    [GeneratedRegex(@"^(?:y|yes|yep|yeah|yup|sure|ok|okay|please|please do|yes please|yes,? (?:please|do|go ahead).*|go ahead|do it|of course|definitely|absolutely|that would be (?:great|good|nice))$", RegexOptions.CultureInvariant, 100)]
    private static partial Regex YesPattern();

    [GeneratedRegex(@"^(?:n|no|nope|nah|no,? thank(?:s| you)|not now|not yet|don'?t|no,? .{0,60}|rather not)$", RegexOptions.CultureInvariant, 100)]
    private static partial Regex NoPattern();
}
