using System.Globalization;
using System.Text.RegularExpressions;
using EmpathyBot.Domain.Solving;

namespace EmpathyBot.Bot.Dialogs;

/// <summary>Says whether a message answers what a procedure asked, and takes the answer out of it.</summary>
internal static partial class AnswerCheck
{
    /// <summary>True when the text holds an answer of the kind asked for.</summary>
    public static bool Fits(AskStep asked, string text, AnswerWords words, CustomerRequest request = CustomerRequest.None) =>
        Take(asked, text, words, request) is not null;

    /// <summary>The answer in the text, in its plain form, or null when there is none.</summary>
    /// <param name="asked">What was asked.</param>
    /// <param name="text">The message.</param>
    /// <param name="words">The words of its language.</param>
    /// <param name="request">What content read in it: yes and no are words of a language.</param>
    public static string? Take(AskStep asked, string text, AnswerWords words, CustomerRequest request = CustomerRequest.None) => (asked.Kind, request) switch
    {
        (AskKind.Confirm, CustomerRequest.Yes) => "yes",
        (AskKind.Confirm, CustomerRequest.No) => "no",
        _ => TakeFrom(asked, Head(text), words),
    };

    /// <summary>An order number anywhere in the text: five digits, with or without a hash sign.</summary>
    public static string? OrderNumber(string text) =>
        OrderNumberPattern().Match(Head(text)) is { Success: true } found ? found.Groups[1].Value : null;

    /// <summary>An e-mail address anywhere in the text, in lower case.</summary>
    public static string? Email(string text) =>
        EmailPattern().Match(Head(text)) is { Success: true } found ? found.Value.ToLowerInvariant().TrimEnd('.') : null;

    /// <summary>A code anywhere in the text, in capitals and without dashes.</summary>
    public static string? Code(string text) => CodeIn(Head(text));

    // An answer stands within the first lines of any message; more is not looked through.
    private static string Head(string text) => text.Length <= 2000 ? text : text[..2000];

    private static string? TakeFrom(AskStep asked, string text, AnswerWords words) => asked.Kind switch
    {
        AskKind.OrderNumber => OrderNumber(text),
        AskKind.EmailOrPostcode => Email(text) ?? Postcode(words.WithoutPostcodeLabel(text.Trim())),
        AskKind.Confirm => words.Confirms(text) switch { true => "yes", false => "no", _ => null },
        AskKind.Choice => Chosen(asked.Choices, text, words),
        AskKind.Email => Email(text),
        AskKind.Phone => PhonePattern().Match(text) is { Success: true } found ? PhoneSigns().Replace(found.Value, "") : null,
        AskKind.Address => Address(text),
        AskKind.Code => CodeIn(text),
        AskKind.Pin => PinPattern().Match(text) is { Success: true } found ? found.Value : null,
        AskKind.Amount => Amount(text),
        AskKind.Link => LinkPattern().Match(text) is { Success: true } found ? found.Value.TrimEnd('.', ',', ')') : null,
        _ => text.Trim() is { Length: > 0 and <= 500 } own ? own : null,
    };

    private static string? CodeIn(string text) =>
        CodePattern().Match(text.ToUpperInvariant()) is { Success: true } found ? found.Value.Replace("-", "", StringComparison.Ordinal) : null;

    private static string? Postcode(string text)
    {
        var candidate = text.TrimEnd('.', '!');
        return candidate.Any(char.IsDigit) && PostcodePattern().IsMatch(candidate)
            ? candidate.Replace(" ", "", StringComparison.Ordinal).ToUpperInvariant()
            : null;
    }

    /// <summary>By its words, by its place in the list, or as the only one that the message names.</summary>
    private static string? Chosen(IReadOnlyList<string> choices, string text, AnswerWords language)
    {
        var words = Plain(text);
        if (int.TryParse(words, NumberStyles.None, CultureInfo.InvariantCulture, out var place) && place >= 1 && place <= choices.Count)
            return choices[place - 1];
        if (choices.FirstOrDefault(choice => Plain(choice) == words) is { } exact)
            return exact;
        // A part of it will do ("bank"), or more than it ("the voucher please"), when nothing else can be meant.
        var parts = words.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var partOf = choices.Where(choice => parts.Length > 0 && parts.All(Plain(choice).Split(' ').Contains)).ToList();
        if (partOf is [var begun])
            return begun;
        var named = choices.Where(choice => $" {words} ".Contains($" {Plain(choice)} ", StringComparison.Ordinal)).ToList();
        // "Not the voucher" names it too: what is refused is not chosen.
        return named is [var only] && !language.Refuses(words.Replace(Plain(only), "", StringComparison.Ordinal)) ? only : null;
    }

    private static string Plain(string text) => string.Concat(text.Trim().ToLowerInvariant()
        .Where(sign => char.IsLetterOrDigit(sign) || sign is ' ' or '\''));

    /// <summary>An address has a number and two words at least; a postcode alone is none.</summary>
    private static string? Address(string text)
    {
        var words = text.ReplaceLineEndings(", ").Trim();
        return words.Length <= 200 && words.Any(char.IsDigit) && !words.Contains('?', StringComparison.Ordinal)
            && words.Split([' ', ','], StringSplitOptions.RemoveEmptyEntries).Count(word => word.Any(char.IsLetter)) >= 2
                ? words
                : null;
    }

    /// <summary>An amount with a point before its cents: "€ 1.234,50" is 1234.50.</summary>
    private static string? Amount(string text)
    {
        if (AmountPattern().Match(text) is not { Success: true } found)
            return null;
        var digits = found.Groups[1].Value;
        var cents = digits.Length > 2 && digits[^3] is ',' or '.' ? digits[^2..] : "00";
        var whole = digits.Length > 2 && digits[^3] is ',' or '.' ? digits[..^3] : digits;
        whole = string.Concat(whole.Where(char.IsAsciiDigit)).TrimStart('0');
        return whole.Length is > 0 and <= 6 ? $"{whole}.{cents}" : null;
    }

    [GeneratedRegex(@"(?<![\w+])\+?[0-9][0-9 ()./-]{6,18}[0-9](?!\w)", RegexOptions.CultureInvariant, 2000)]
    private static partial Regex PhonePattern();

    [GeneratedRegex(@"[ ()./-]", RegexOptions.CultureInvariant, 2000)]
    private static partial Regex PhoneSigns();

    // Letters and digits in one piece, of each at least one: "WELCOME10", "LL-100001".
    [GeneratedRegex(@"(?<![\w@.])(?=[A-Z-]*[0-9])(?=[0-9-]*[A-Z])[A-Z0-9](?:-?[A-Z0-9]){3,23}(?![\w@])", RegexOptions.CultureInvariant, 2000)]
    private static partial Regex CodePattern();

    [GeneratedRegex(@"(?<!\w)[0-9]{4}(?!\w)", RegexOptions.CultureInvariant, 2000)]
    private static partial Regex PinPattern();

    [GeneratedRegex(@"(?<![\w.,])(?:€|eur|£|\$)?\s?([0-9][0-9.,]{0,11})(?![\w])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 2000)]
    private static partial Regex AmountPattern();

    [GeneratedRegex(@"(?:https?://)?(?:[\w-]{1,63}\.){1,5}[a-z]{2,12}(?:/[^\s]{0,300})?", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 2000)]
    private static partial Regex LinkPattern();

    [GeneratedRegex(@"(?<![\d\w@.])#?(\d{5})(?![\d\w@])", RegexOptions.CultureInvariant, 2000)]
    private static partial Regex OrderNumberPattern();

    [GeneratedRegex(@"[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}", RegexOptions.CultureInvariant, 2000)]
    private static partial Regex EmailPattern();

    [GeneratedRegex(@"^[A-Za-z0-9][A-Za-z0-9 -]{2,9}$", RegexOptions.CultureInvariant, 2000)]
    private static partial Regex PostcodePattern();
}
