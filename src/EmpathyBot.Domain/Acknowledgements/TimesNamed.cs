using System.Globalization;

namespace EmpathyBot.Domain.Acknowledgements;

/// <summary>
/// Finds how long the customer has waited: a length of time, else a beginning. A deadline, an age, a loyalty or a term is
/// no wait.
/// </summary>
internal sealed class TimesNamed(MentionWords words, SpanWords known)
{
    private const int LongestAmount = 3;
    private const int LongestBeginning = 4;
    private const int LongestPhrase = 3;
    private const int Near = 5;
    private const int MostDigits = 3;
    private const int LargestNumber = 365;

    public string? Span() => Length() ?? Beginning();

    private string? Length()
    {
        for (var at = 1; at < words.Count; at++)
        {
            if (!known.Units.TryGetValue(words[at], out var unit) || !words.Joined(at - 1))
                continue;
            var before = known.Between.Contains(words[at - 1]) ? at - 2 : at - 1;
            if (Amount(before, unit) is { } amount && IsWait(amount.First, at, amount.IsArticle))
                return known.SaidLength.Replace("*", amount.Said, StringComparison.Ordinal);
            if (words[at] == MentionWords.Fold(unit.Many) && known.BareAfter.Contains(words[at - 1]) && IsWait(at, at, isArticle: false))
                return known.SaidLength.Replace("*", unit.Many, StringComparison.Ordinal);
        }

        return null;
    }

    /// <summary>"since Tuesday", "since last week".</summary>
    private string? Beginning()
    {
        for (var at = 0; at + 1 < words.Count; at++)
        {
            if (known.Since.Contains(words[at]) && words.Joined(at) && !IsLife(at)
                && words.LongestFrom(at + 1, known.Beginnings.ContainsKey, LongestBeginning) is { } found)
                return known.SaidSince.Replace("*", known.Beginnings[found.Key], StringComparison.Ordinal);
        }

        return null;
    }

    /// <summary>The amount that ends here, with its unit as we say it, and where it begins.</summary>
    private (int First, string Said, bool IsArticle)? Amount(int at, TimeUnit unit)
    {
        if (at < 0)
            return null;
        if (unit.Half is { } half && words.LongestUpTo(at, known.Halves.Contains, LongestAmount) is not null)
            return (at, half, false);
        var word = words[at];
        if (known.Articles.Contains(word))
            return (at, unit.Some, true);
        if (word == "1" || known.Numbers.Count > 1 && word == MentionWords.Fold(known.Numbers[1]))
            return (at, unit.One, false);
        if (words.LongestUpTo(at, known.Amounts.ContainsKey, LongestAmount) is { } amount)
            return (at - amount.Length + 1, $"{known.Amounts[amount.Key]} {unit.Many}", false);
        if (word.Length <= MostDigits && int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var digits) && digits is >= 2 and <= LargestNumber)
            return (at, $"{(digits < known.Numbers.Count ? known.Numbers[digits] : word)} {unit.Many}", false);
        return null;
    }

    private bool IsWait(int first, int unit, bool isArticle)
    {
        var (before, after) = (words[first - 1], words[unit + 1]);
        if (known.NotAfter.Contains(before) || words.LongestFrom(unit + 1, known.NotBefore.Contains, LongestPhrase) is not null)
            return false;
        if (isArticle && !known.AfterThem.Contains(before))
            return false;
        if (known.LeftWords.Contains(after) && known.HavingWords.Contains(before))
            return false;
        // "2-3 weeks" and "2.5 weeks" are not three and not five.
        if (before.Length > 0 && before.All(char.IsAsciiDigit))
            return false;
        if ((known.Ago.Contains(after) || known.Ago.Contains(before)) && Around(first, unit).Any(known.Arrivals.Contains))
            return false;
        // "Broke after two days" is no wait; "after two weeks still nothing" is.
        if (words.LongestUpTo(first - 1, known.AfterWords.Contains, LongestPhrase) is not null && !Enumerable.Range(unit + 1, Near).Any(at => known.Still.Contains(words[at])))
            return false;
        return !IsLife(first);
    }

    /// <summary>Whether what stands before speaks of something that lasted, unless waiting is nearer.</summary>
    private bool IsLife(int at)
    {
        for (var back = at - 1; back >= at - Near; back--)
        {
            if (known.Waits.Contains(words[back]))
                return false;
            if (known.Lives.Contains(words[back]))
                return true;
        }

        return false;
    }

    private IEnumerable<string> Around(int first, int unit) =>
        Enumerable.Range(first - Near, Near).Concat(Enumerable.Range(unit + 2, 3)).Select(at => words[at]);
}
