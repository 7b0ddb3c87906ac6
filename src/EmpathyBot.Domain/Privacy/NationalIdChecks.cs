using System.Globalization;

namespace EmpathyBot.Domain.Privacy;

/// <summary>The check digits and letters of national ids, as their states publish them.</summary>
internal static class NationalIdChecks
{
    private const string Letters = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";

    /// <summary>What an Italian character counts on an odd place.</summary>
    private static readonly int[] ItalianOdd =
    [
        1, 0, 5, 7, 9, 13, 15, 17, 19, 21,
        1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23,
    ];

    /// <summary>Tax identification number: one digit of the first ten occurs twice or three times, and ISO 7064 mod 11,10.</summary>
    public static bool IsGerman(string text)
    {
        var digits = string.Concat(text.Where(char.IsAsciiDigit));
        if (digits.Length != 11 || digits[..10].GroupBy(digit => digit).Count(same => same.Count() is 2 or 3) != 1 || digits[..10].Distinct().Count() < 8)
            return false;
        var product = 10;
        foreach (var digit in digits[..10])
        {
            var sum = (digit - '0' + product) % 10;
            product = (sum == 0 ? 10 : sum) * 2 % 11;
        }

        return (11 - product) % 10 == digits[10] - '0';
    }

    /// <summary>INSEE number with its key; Corsica's departments 2A and 2B count as 19 and 18.</summary>
    public static bool IsFrench(string text)
    {
        var compact = text.Replace(" ", "", StringComparison.Ordinal).ToUpperInvariant()
            .Replace("2A", "19", StringComparison.Ordinal).Replace("2B", "18", StringComparison.Ordinal);
        return compact.Length == 15 && long.TryParse(compact[..13], NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && int.TryParse(compact[13..], NumberStyles.None, CultureInfo.InvariantCulture, out var key) && 97 - number % 97 == key;
    }

    /// <summary>Codice fiscale: its last letter follows from the fifteen signs before.</summary>
    public static bool IsItalian(string text)
    {
        var signs = text.ToUpperInvariant();
        var sum = signs[..15].Select((sign, place) =>
        {
            var value = Letters.IndexOf(sign, StringComparison.Ordinal);
            return place % 2 == 0 ? ItalianOdd[value] : value < 10 ? value : value - 10;
        }).Sum();
        return signs[15] - 'A' == sum % 26;
    }

    /// <summary>CURP: the last digit follows from the seventeen signs before. Ñ counts in the row of letters.</summary>
    public static bool IsMexican(string text)
    {
        const string row = "0123456789ABCDEFGHIJKLMNÑOPQRSTUVWXYZ";
        var signs = text.ToUpperInvariant();
        var sum = signs[..17].Select((sign, place) => row.IndexOf(sign, StringComparison.Ordinal) * (18 - place)).Sum();
        return signs[17] - '0' == (10 - sum % 10) % 10;
    }
}
