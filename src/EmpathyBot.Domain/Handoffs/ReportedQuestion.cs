namespace EmpathyBot.Domain.Handoffs;

/// <summary>Turns a question into the clause behind "asks": "where is my refund" becomes "where their refund is".</summary>
internal static class ReportedQuestion
{
    private static readonly HashSet<string> Pronouns = new(StringComparer.Ordinal)
    {
        "i", "you", "it", "he", "she", "they", "we", "this", "that", "there", "someone", "somebody", "anyone", "anybody", "nobody", "everyone", "these", "those", "u",
    };

    private static readonly HashSet<string> Determiners = new(StringComparer.Ordinal)
    {
        "my", "the", "your", "a", "an", "our", "their", "his", "her", "any", "all", "this", "that", "these",
    };

    /// <summary>The clause, or null when it is no question or its parts cannot be told apart.</summary>
    /// <param name="words">The words, short forms spelled out.</param>
    /// <param name="marked">True when it ended in a question mark.</param>
    /// <param name="speaker">Who asks.</param>
    public static string? Of(IReadOnlyList<string> words, bool marked, Speaker speaker)
    {
        var bare = words.Select(EnglishWords.Bare).ToList();
        if (bare.Count < 2)
            return null;
        // "Did it on the laptop, same" tells what was done, with the "I" left out.
        if (!marked && bare[0] == "did" && bare[1] is "it" or "this" or "that" or "these" or "those")
            return null;
        if (EnglishWords.Auxiliaries.Contains(bare[0]))
            return marked || Pronouns.Contains(bare[1]) ? Undone(words, bare, 0, speaker, "whether") : null;
        if (!EnglishWords.Askers.Contains(bare[0]))
            return null;
        // "Who did it" and "what happens now" are in order already; "when I open it" is no question at all.
        var auxiliary = bare.FindIndex(1, Math.Min(4, bare.Count - 1), EnglishWords.Auxiliaries.Contains);
        if (auxiliary < 0 || bare[0] == "who" && auxiliary == 1)
            return marked || bare[0] is "who" ? ReportedSpeech.Told(words, speaker) : null;
        if (Pronouns.Contains(bare[auxiliary - 1]) && auxiliary > 1)
            return marked ? ReportedSpeech.Told(words, speaker) : null;
        if (auxiliary > 1 && bare[0] is "what" or "when" or "where" or "why" && !marked)
            return null;
        return Undone(words, bare, auxiliary, speaker, null);
    }

    private static string? Undone(IReadOnlyList<string> words, List<string> bare, int auxiliary, Speaker speaker, string? lead)
    {
        var asker = lead is null ? words.Take(auxiliary).ToList() : [lead];
        var first = auxiliary + 1;
        var not = first < bare.Count && bare[first] == "not";
        if (not)
            first++;
        if (first >= bare.Count)
            return null;
        if (bare[first] is "i" && bare[auxiliary] is "do" or "can" or "should" or "could" && lead is null && !not && bare[0] is "how" or "what" or "where" or "who" && first + 1 < bare.Count)
            return ReportedSpeech.Told([.. asker, "to", .. words.Skip(first + 1)], speaker);
        var after = SubjectEnd(words, bare, first, auxiliary);
        if (after < 0)
            return after == Predicate && lead is null ? ReportedSpeech.Told(words, speaker) : null;

        var subject = words.Skip(first).Take(after - first).ToList();
        subject[0] = bare[first] == "i" ? "I" : char.ToLowerInvariant(subject[0][0]) + subject[0][1..];
        subject[^1] = subject[^1].TrimEnd('?', '!', '.', ',', '…');
        var rest = words.Skip(after).ToList();
        var verb = bare[auxiliary];
        IEnumerable<string> predicate = verb switch
        {
            "do" or "does" or "did" when rest.Count > 0 && EnglishWords.Bare(rest[0]) is "not" or "still" or "always" => [verb, .. rest],
            "do" when !not => rest,
            "does" when !not && rest.Count > 0 => [EnglishWords.ThirdOf(rest[0]), .. rest.Skip(1)],
            "did" when !not && rest.Count > 0 => [EnglishWords.PastOf(EnglishWords.Bare(rest[0])), .. rest.Skip(1)],
            _ => [verb, .. not ? new[] { "not" } : [], .. rest],
        };
        // "Did it on" has no verb behind it to turn.
        if (verb == "did" && rest.Count > 0 && EnglishWords.Bare(rest[0]) is "on" or "in" or "at" or "to" or "for" or "with" or "from" or "by" or "about")
            return null;
        if (verb is "do" or "does" or "did" && rest.Count == 0)
            return null;
        return ReportedSpeech.Told([.. asker.Select((word, place) => place == 0 ? char.ToLowerInvariant(word[0]) + word[1..] : word), .. subject, .. predicate], speaker);
    }

    private const int Unclear = -1;
    private const int Predicate = -2;

    /// <summary>Where the subject that begins here ends.</summary>
    private static int SubjectEnd(IReadOnlyList<string> words, List<string> bare, int first, int auxiliary)
    {
        var isBe = bare[auxiliary] is "is" or "are" or "was" or "were" or "am";
        if (first < words.Count && words[first][0] is '"' or '“')
        {
            var closed = words.ToList().FindIndex(first, word => word.Length > 1 && word[^1] is '"' or '”');
            return closed < 0 ? Unclear : closed + 1;
        }

        if (Pronouns.Contains(bare[first]) && !(bare[first] is "this" or "that" or "these" or "those" && first + 1 < bare.Count && !FollowsPronoun(bare[first + 1])))
            return first + 1;
        if (!Determiners.Contains(bare[first]))
            return isBe && bare[0] is "what" or "who" ? Predicate : Unclear;
        if (isBe)
        {
            var split = bare.FindIndex(first + 2 <= bare.Count ? first + 2 : bare.Count, BeginsPredicate);
            return split > 0 ? split : bare[0] is "where" or "what" or "how" or "when" or "who" && bare.Count - first <= 6 && !EnglishWords.Auxiliaries.Contains(bare[0]) ? bare.Count : Unclear;
        }

        // Behind "did", "can" and the like stands the subject, then a verb in its base form that we may not know.
        var verb = bare.FindIndex(Math.Min(first + 2, bare.Count), word => BaseVerbs.Contains(word) || bare[auxiliary] is "has" or "have" or "had" && (EnglishWords.IsPast(word) || word is "been" or "not"));
        return verb > 0 ? verb : Unclear;
    }

    private static bool FollowsPronoun(string word) => EnglishWords.Auxiliaries.Contains(word) || BeginsPredicate(word) || BaseVerbs.Contains(word) || word is "normal" or "right" or "correct" or "a" or "the" or "my" or "happening" or "possible" or "true" or "so";

    private static bool BeginsPredicate(string word) => word.EndsWith("ing", StringComparison.Ordinal) && word.Length > 5 || EnglishWords.IsPast(word)
        || word is "not" or "still" or "so" or "in" or "on" or "at" or "from" or "available" or "down" or "late" or "open" or "out" or "due" or "ready" or "valid" or "always" or "too" or "back" or "free" or "only" or "going" or "never" or "now" or "taking";

    private static readonly HashSet<string> BaseVerbs = new(StringComparer.Ordinal)
    {
        "arrive", "come", "get", "take", "be", "work", "have", "go", "start", "stop", "open", "close", "ship", "deliver", "send", "cost", "include", "mean", "need", "say", "show", "keep", "run", "fit",
        "last", "end", "expire", "leave", "depart", "land", "charge", "refund", "pay", "accept", "make", "fix", "change", "not", "still", "always", "look", "tell", "stay", "happen", "return", "update", "support", "check", "book", "help", "call", "ring", "sort", "cancel", "move", "replace", "repair", "visit", "reach", "explain", "hold", "wait", "use", "bring", "give", "collect", "release",
    };
}
