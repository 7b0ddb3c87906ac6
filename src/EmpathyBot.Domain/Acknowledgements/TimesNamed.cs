using System.Collections.Frozen;

namespace EmpathyBot.Domain.Acknowledgements;

/// <summary>Finds lengths of time, beginnings and counts in a message.</summary>
internal static class TimesNamed
{
    private static readonly string[] Numbers = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];
    private static readonly string[] Ordinals =
        ["", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"];

    private static readonly FrozenDictionary<string, string> Units = new Dictionary<string, string>
    {
        ["minute"] = "minute", ["minutes"] = "minute", ["min"] = "minute", ["mins"] = "minute",
        ["hour"] = "hour", ["hours"] = "hour", ["hr"] = "hour", ["hrs"] = "hour",
        ["day"] = "day", ["days"] = "day", ["week"] = "week", ["weeks"] = "week", ["wk"] = "week", ["wks"] = "week",
        ["month"] = "month", ["months"] = "month", ["year"] = "year", ["years"] = "year",
    }.ToFrozenDictionary();

    private static readonly FrozenSet<string> Beginnings = new[]
    {
        "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "january", "february", "march", "april", "may",
        "june", "july", "august", "september", "october", "november", "december", "christmas", "easter",
    }.ToFrozenSet();

    /// <summary>"for 2 weeks now" is "two weeks"; a deadline, an age, a loyalty or a term is no wait.</summary>
    public static string? Span(MentionWords words)
    {
        for (var i = 1; i < words.Count; i++)
        {
            if (!Units.TryGetValue(words[i], out var unit) || !words.Joined(i - 1))
                continue;
            var number = i - 1;
            if (words[number] is "whole" or "full" or "working" or "business" or "long" or "entire" or "solid" or "more")
                number--;
            if (number >= 0 && Amount(words, number) is { } amount && IsWait(words, amount.First, i))
                return amount.IsOne ? $"{(amount.Article ? unit == "hour" ? "an" : "a" : "one")} {unit}" : $"{amount.Text} {unit}s";
            if (words[i] == $"{unit}s" && words[i - 1] is "for" or "waited" or "waiting" or "took" or "taken")
                return words[i];
        }

        return null;
    }

    /// <summary>"for the 3rd time" is "the third time". The first is no repetition.</summary>
    public static string? Count(MentionWords words)
    {
        for (var i = 1; i < words.Count; i++)
        {
            if (words[i] != "time" || !words.Joined(i - 1))
                continue;
            var ordinal = words[i - 1];
            var place = Array.IndexOf(Ordinals, ordinal);
            if (place < 0 && ordinal.Length is 3 or 4 && ordinal[^2..] is "nd" or "rd" or "th" or "st")
                place = int.TryParse(ordinal[..^2], out var digits) ? digits : -1;
            if (place is >= 2 and < 100)
                return place < Ordinals.Length ? $"the {Ordinals[place]} time" : $"the {ordinal} time";
        }

        return null;
    }

    /// <summary>"since Tuesday", "since last week".</summary>
    public static string? Since(MentionWords words)
    {
        for (var i = 0; i + 1 < words.Count; i++)
        {
            if (words[i] != "since" || !words.Joined(i))
                continue;
            var (word, next) = (words[i + 1], words.Joined(i + 1) ? words[i + 2] : "");
            if (word is "yesterday")
                return "since yesterday";
            if (Beginnings.Contains(word))
                return $"since {Proper(word)}";
            if (word is "last" && (next is "week" or "month" or "year" || Beginnings.Contains(next)))
                return $"since last {(next is "week" or "month" or "year" ? next : Proper(next))}";
            if (word is "this" && next is "morning" or "afternoon")
                return $"since this {next}";
        }

        return null;
    }

    private static (int First, string Text, bool IsOne, bool Article)? Amount(MentionWords words, int at)
    {
        var word = words[at];
        if (word is "a" or "an" or "one" or "1")
            return (at, word, true, word is "a" or "an");
        if (word is "of" && words[at - 1] is "couple")
            return (at - 2, "a couple of", false, false);
        if (word is "couple")
            return (at - 1, "a couple of", false, false);
        if (word is "few")
            return (at - 1, "a few", false, false);
        if (word is "several" or "many")
            return (at, word, false, false);
        if (Array.IndexOf(Numbers, word) >= 2)
            return (at, word, false, false);
        if (word.Length <= 3 && int.TryParse(word, out var digits) && digits is >= 2 and <= 365)
            return (at, digits < Numbers.Length ? Numbers[digits] : word, false, false);
        return word is "twelve" or "fifteen" or "twenty" or "thirty" or "forty" ? (at, word, false, false) : null;
    }

    private static bool IsWait(MentionWords words, int first, int unit)
    {
        var (before, after) = (words[first - 1], words[unit + 1]);
        if (before is "in" or "within" or "next" or "every" or "per" or "under" or "to" or "or" or "open" or "times")
            return false;
        // "A day" alone may be a rate ("twice a day"); as a wait something says so.
        if (words[first] is "a" or "an" && words[first + 1] is not "few" and not "couple"
            && before is not ("for" or "waited" or "waiting" or "wait" or "about" or "over" or "than" or "nearly" or "almost" or "took" or "been" or "after" or "already" or "hold" or "is"))
            return false;
        if (after is "old" or "return" or "returns" or "warranty" or "trial" or "guarantee" or "policy" or "window" or "delivery" or "per" or "from")
            return false;
        // "Broke after two days" is no wait; "after two weeks still nothing" is.
        if (before is "after" && !(Enumerable.Range(unit + 1, 5).Any(i => words[i] is "still" or "nothing" or "no" or "waiting")))
            return false;
        return !Enumerable.Range(first - 5, 5).Any(i => words[i] is "customer" or "member" or "client" or "aged");
    }

    private static string Proper(string word) => word is "" ? "" : char.ToUpperInvariant(word[0]) + word[1..];
}
