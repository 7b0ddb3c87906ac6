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
        ["fortnight"] = "fortnight", ["month"] = "month", ["months"] = "month", ["year"] = "year", ["years"] = "year",
    }.ToFrozenDictionary();

    private static readonly FrozenSet<string> Beginnings = new[]
    {
        "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "january", "february", "march", "april", "may",
        "june", "july", "august", "september", "october", "november", "december", "christmas", "easter",
    }.ToFrozenSet();

    /// <summary>Reached or got, so many days ago: the waiting was over.</summary>
    private static readonly FrozenSet<string> Arrivals = new[]
    {
        "bought", "purchased", "received", "got", "arrived", "came", "delivered", "moved", "joined", "died", "married", "born", "collected",
    }.ToFrozenSet();

    private const int MostBetween = 6;

    private static readonly FrozenSet<string> Contacts = new[]
    {
        "ask", "asked", "asking", "write", "wrote", "written", "writing", "call", "called", "calling", "contact", "contacted", "contacting",
        "email", "emailed", "emailing", "message", "messaged", "messaging", "tell", "told", "telling", "explain", "explained", "explaining",
        "chase", "chased", "chasing", "phone", "phoned", "phoning", "complain", "complained", "complaining", "chat", "chatted", "chatting",
        "request", "requested", "requesting", "repeat", "repeated", "repeating", "say", "said", "saying", "touch", "report", "reported", "reporting",
    }.ToFrozenSet();

    /// <summary>What goes wrong again by itself.</summary>
    private static readonly FrozenSet<string> Happenings = new[]
    {
        "broke", "broken", "crashed", "crashes", "failed", "fails", "happened", "happens", "late", "wrong", "cancelled", "declined", "charged",
        "lost", "damaged", "missing", "delayed", "torn", "stopped", "down", "delivered", "lucky",
    }.ToFrozenSet();

    /// <summary>Something lived that long; nobody waited for it.</summary>
    private static readonly FrozenSet<string> Lives = new[]
    {
        "worked", "lasted", "used", "wore", "worn", "owned", "broke", "broken", "stopped", "died", "tore", "fell", "customer", "member", "client", "aged", "saved", "saving",
        "ill", "sick", "unwell", "hospital", "surgery", "pregnant", "injured", "covid", "flu", "pain", "away", "holiday", "holidays", "vacation", "abroad",
        "married", "divorced", "widowed", "dead", "live", "lived", "living", "work", "works", "using", "use", "valid", "rented", "known", "unemployed", "free",
    }.ToFrozenSet();

    /// <summary>How long the customer has waited: a length of time, else a beginning.</summary>
    public static string? Span(MentionWords words) => Length(words) ?? Since(words);

    /// <summary>"for 2 weeks now" is "two weeks"; a deadline, an age, a loyalty or a term is no wait.</summary>
    private static string? Length(MentionWords words)
    {
        for (var i = 1; i < words.Count; i++)
        {
            if (!Units.TryGetValue(words[i], out var unit) || !words.Joined(i - 1))
                continue;
            var number = i - 1;
            if (words[number] is "whole" or "full" or "working" or "business" or "long" or "entire" or "solid" or "more")
                number--;
            if (number >= 0 && Amount(words, number) is { } amount && IsWait(words, amount.First, i))
                return amount.IsOne ? One(unit, amount.Article, isHalf: words[number - 1] == "half") : $"{amount.Text} {unit}s";
            if (words[i] == $"{unit}s" && words[i - 1] is "for" or "waited" or "waiting" or "took" or "taken" && IsWait(words, i, i))
                return words[i];
        }

        return null;
    }

    private static string One(string unit, bool hasArticle, bool isHalf)
    {
        var article = unit == "hour" ? "an" : "a";
        return isHalf ? $"half {article} {unit}" : $"{(hasArticle ? article : "one")} {unit}";
    }

    /// <summary>
    /// "for the 3rd time" is "the third time", when it is the customer who does it again: "the third time it broke" counts
    /// something else. The first is no repetition.
    /// </summary>
    public static string? Count(MentionWords words)
    {
        for (var i = 1; i < words.Count; i++)
        {
            if (words[i] != "time" || !words.Joined(i - 1) || !IsContact(words, i))
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
    private static string? Since(MentionWords words)
    {
        for (var i = 0; i + 1 < words.Count; i++)
        {
            if (words[i] != "since" || !words.Joined(i) || IsLife(words, i))
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

    private static bool IsContact(MentionWords words, int time)
    {
        var next = time;
        while (words.Joined(next) && next < time + MostBetween)
        {
            next++;
            if (Contacts.Contains(words[next]))
                return true;
            if (words[next] is not ("now" or "already" or "today" or "this" or "week" or "that" or "i" or "i'm" or "im" or "i've" or "ive" or "we" or "we're" or "we've"
                or "am" or "are" or "have" or "had" or "has" or "to" or "in" or "a" or "row" or "is" or "and" or "has" or "be" or "been" or "must" or "even"))
                return false;
        }

        return !words.Joined(next) && !Enumerable.Range(time - 6, 6).Any(i => Happenings.Contains(words[i]));
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
        return word is "eleven" or "twelve" or "thirteen" or "fourteen" or "sixteen" or "fifty" or "sixty" or "ninety" or "fifteen" or "twenty" or "thirty" or "forty" ? (at, word, false, false) : null;
    }

    private static bool IsWait(MentionWords words, int first, int unit)
    {
        var (before, after) = (words[first - 1], words[unit + 1]);
        if (before is "in" or "within" or "next" or "every" or "per" or "under" or "to" or "or" or "open" or "times"
            or "told" or "promised" or "said" or "another" or "say" or "says" or "of" or "takes")
            return false;
        // "A day" alone may be a rate ("twice a day"); as a wait something says so.
        if (words[first] is "a" or "an" && words[first + 1] is not "few" and not "couple"
            && before is not ("for" or "waited" or "waiting" or "wait" or "about" or "over" or "than" or "nearly" or "almost" or "took" or "been" or "after" or "already" or "hold" or "is" or "half"))
            return false;
        if (after is "old" or "return" or "returns" or "warranty" or "trial" or "guarantee" or "policy" or "window" or "delivery" or "per" or "from")
            return false;
        if (after is "to" or "left" && before is "have" or "has" or "got" or "had" or "only" || after is "left" or "before" or "until" or "till"
            or "subscription" or "contract" or "plan" or "membership" or "payment" or "payments" or "a" or "early")
            return false;
        // "2-3 weeks" and "2.5 weeks" are not three and not five.
        if (before.Length > 0 && before.All(char.IsAsciiDigit))
            return false;
        if (after is "ago" && Around(words, first, unit).Any(Arrivals.Contains))
            return false;
        // "Broke after two days" is no wait; "after two weeks still nothing" is.
        if (before is "after" && !(Enumerable.Range(unit + 1, 5).Any(i => words[i] is "still" or "nothing" or "no" or "waiting")))
            return false;
        return !IsLife(words, first);
    }

    /// <summary>Whether what stands before speaks of something that lasted, unless waiting is nearer.</summary>
    private static bool IsLife(MentionWords words, int at)
    {
        for (var i = at - 1; i >= at - 5; i--)
        {
            if (words[i] is "wait" or "waited" or "waiting")
                return false;
            if (Lives.Contains(words[i]))
                return true;
        }

        return false;
    }

    private static IEnumerable<string> Around(MentionWords words, int first, int unit) =>
        Enumerable.Range(first - 5, 5).Concat(Enumerable.Range(unit + 2, 3)).Select(i => words[i]);

    private static string Proper(string word) => word is "" ? "" : char.ToUpperInvariant(word[0]) + word[1..];
}
