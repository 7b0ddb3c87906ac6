using System.Text.RegularExpressions;

namespace EmpathyBot.Domain.Handoffs;

/// <summary>How a customer can be reached outside the chat.</summary>
public enum ContactKind { Email = 0, Phone }

/// <summary>An e-mail address or a phone number that a customer left for a callback.</summary>
/// <param name="Kind">Which of the two.</param>
/// <param name="Value">The address in lower case, or the number with its digits and a leading plus only.</param>
public sealed partial record CustomerContact(ContactKind Kind, string Value)
{
    private const int MostLooked = 1000;
    private const int LongestEmail = 254;
    private const int FewestDigits = 7;
    private const int MostDigits = 15;

    /// <summary>The contact that stands in a message: an e-mail address before a phone number; null when there is none.</summary>
    public static CustomerContact? Find(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var head = text.Length <= MostLooked ? text : text[..MostLooked];
        foreach (Match found in Email().Matches(head))
        {
            if (found.Length <= LongestEmail && !found.Value.Contains("..", StringComparison.Ordinal))
                return new(ContactKind.Email, found.Value.ToLowerInvariant());
        }

        // A number inside something that only looks like an address is not one to call.
        foreach (Match found in Phone().Matches(head))
        {
            var digits = string.Concat(found.Value.Where(char.IsAsciiDigit));
            if (digits.Length is >= FewestDigits and <= MostDigits && digits.Distinct().Count() > 1)
                return new(ContactKind.Phone, (found.Value.StartsWith('+') ? "+" : "") + digits);
        }

        return null;
    }

    /// <summary>True when a message seems to hold an address or a number that cannot be right: it is asked for again.</summary>
    public static bool IsTried(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Find(text) is null && (text.Contains('@', StringComparison.Ordinal) || text.Count(char.IsAsciiDigit) >= 5);
    }

    [GeneratedRegex(@"(?<![\w.+@-])[a-z0-9_](?:[a-z0-9._%+-]{0,62}[a-z0-9_+-])?@(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.){1,5}[a-z]{2,24}(?![\w@-])",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 100)]
    private static partial Regex Email();

    [GeneratedRegex(@"(?<![\w@.#+-])\+?[0-9(][0-9 ()./-]{5,22}[0-9](?![\w@])", RegexOptions.CultureInvariant, 2000)]
    private static partial Regex Phone();
}
