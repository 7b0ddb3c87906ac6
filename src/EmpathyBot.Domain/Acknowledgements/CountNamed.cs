using System.Globalization;

namespace EmpathyBot.Domain.Acknowledgements;

/// <summary>
/// Finds how often the customer had to write. "For the 3rd time" is "the third time", when it is the customer who does it
/// again: "the third time it broke" counts something else. The first is no repetition.
/// </summary>
internal static class CountNamed
{
    private const int Most = 100;
    private const int MostBetween = 6;
    private const int LookedBack = 6;

    public static string? Find(MentionWords words, CountWords known)
    {
        for (var at = 1; at < words.Count; at++)
        {
            if (known.Times.Contains(words[at]) && words.Joined(at - 1) && IsContact(words, at, known) && Ordinal(words[at - 1], known) is { } ordinal)
                return known.Said.Replace("*", ordinal, StringComparison.Ordinal);
        }

        return null;
    }

    private static string? Ordinal(string word, CountWords known)
    {
        if (known.Ordinals.TryGetValue(word, out var place))
            return known.OrdinalsSaid[place - 2];
        var ending = word.TrimStart(['0', '1', '2', '3', '4', '5', '6', '7', '8', '9']);
        var digits = word[..^ending.Length];
        if (ending.Length == 0 || !known.Endings.Contains(ending)
            || !int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out place) || place is < 2 or >= Most)
            return null;
        return place - 2 < known.OrdinalsSaid.Count
            ? known.OrdinalsSaid[place - 2]
            : known.SaidInDigits?.Replace("*", digits, StringComparison.Ordinal) ?? word;
    }

    private static bool IsContact(MentionWords words, int time, CountWords known)
    {
        var next = time;
        while (words.Joined(next) && next < time + MostBetween)
        {
            next++;
            if (known.Contacts.Contains(words[next]))
                return true;
            if (!known.Passing.Contains(words[next]))
                return false;
        }

        return !words.Joined(next) && !Enumerable.Range(time - LookedBack, LookedBack).Any(at => known.Happenings.Contains(words[at]));
    }
}
