namespace EmpathyBot.Domain.Handoffs;

/// <summary>Who speaks: the customer, or someone of the company (assistant or agent).</summary>
internal enum Speaker { Customer, Company }

/// <summary>
/// Turns what somebody said into what is said about them, for an agent of the company to read: the customer becomes
/// "they", the company "we". Both take the verb forms of "I" and "you", so nothing has to be inflected.
/// </summary>
internal static class ThirdPerson
{
    private static readonly Dictionary<string, string> OfCustomer = new(StringComparer.Ordinal)
    {
        ["i"] = "they", ["i'm"] = "they are", ["i've"] = "they have", ["i'll"] = "they will", ["i'd"] = "they would", ["me"] = "them",
        ["my"] = "their", ["mine"] = "theirs", ["myself"] = "themselves", ["we"] = "they", ["we're"] = "they are", ["we've"] = "they have",
        ["we'll"] = "they will", ["we'd"] = "they would", ["us"] = "them", ["our"] = "their", ["ours"] = "theirs", ["ourselves"] = "themselves",
        ["your"] = "our", ["yours"] = "ours", ["you're"] = "we are", ["you've"] = "we have", ["you'll"] = "we will", ["you'd"] = "we would",
        ["yourself"] = "ourselves", ["yourselves"] = "ourselves",
    };

    private static readonly Dictionary<string, string> OfCompany = new(StringComparer.Ordinal)
    {
        ["i"] = "we", ["i'm"] = "we are", ["i've"] = "we have", ["i'll"] = "we will", ["i'd"] = "we would", ["me"] = "us", ["my"] = "our",
        ["mine"] = "ours", ["myself"] = "ourselves", ["we're"] = "we are", ["we've"] = "we have", ["we'll"] = "we will", ["we'd"] = "we would",
        ["your"] = "their", ["yours"] = "theirs", ["you're"] = "they are", ["you've"] = "they have", ["you'll"] = "they will",
        ["you'd"] = "they would", ["yourself"] = "themselves", ["yourselves"] = "themselves",
    };

    /// <summary>The words about the speaker, short forms spelled out. Capitals of names and codes stay.</summary>
    public static IReadOnlyList<string> Turn(IReadOnlyList<string> words, Speaker speaker)
    {
        var table = speaker == Speaker.Customer ? OfCustomer : OfCompany;
        // Where others are "they" already, the customer is named.
        var others = speaker == Speaker.Customer && words.Any(word => EnglishWords.Bare(word) is "they" or "they're" or "they've" or "they'll");
        var turned = new List<string>(words.Count);
        for (var place = 0; place < words.Count; place++)
        {
            var bare = EnglishWords.Bare(words[place]);
            var before = place > 0 ? EnglishWords.Bare(words[place - 1]) : "";
            var next = place + 1 < words.Count ? EnglishWords.Bare(words[place + 1]) : "";
            var other = bare switch
            {
                // "Which version you use": what stands between the two is a noun.
                "you" when place > 1 && EnglishWords.Bare(words[place - 2]) is "which" or "what" or "how" && next.Length > 0 => speaker == Speaker.Customer ? "we" : "they",
                "you" => You(before, next, speaker),
                "me" or "us" when others => "the customer",
                "am" when before == "i" || next == "i" => "are",
                "was" when before == "i" || next == "i" => "were",
                _ => table.GetValueOrDefault(bare),
            };
            turned.Add(other is null ? words[place] : Around(words[place], other));
        }

        return turned;
    }

    private static string You(string before, string next, Speaker speaker)
    {
        var (subject, whom) = speaker == Speaker.Customer ? ("we", "us") : ("they", "them");
        if (before.Length == 0 || EnglishWords.Auxiliaries.Contains(next) || EnglishWords.Auxiliaries.Contains(before))
            return subject;
        if (EnglishWords.BeforeSubject.Contains(before) && !(next.Length == 0 || next is "to" or "for" or "and" or "with"))
            return subject;
        if (EnglishWords.BeforeObject.Contains(before) || EnglishWords.IsPast(before) || before.EndsWith("ing", StringComparison.Ordinal) || next.Length == 0)
            return whom;
        return EnglishWords.IsPast(next) || EnglishWords.Pasts.ContainsKey(next) || next is "need" or "want" or "just" or "still" or "keep" or "never" or "ship"
            ? subject
            : whom;
    }

    /// <summary>The new word with the signs that stood around the old one.</summary>
    private static string Around(string word, string other)
    {
        var start = 0;
        while (start < word.Length && !char.IsLetterOrDigit(word[start]))
            start++;
        var end = word.Length;
        while (end > start && !char.IsLetterOrDigit(word[end - 1]))
            end--;
        return word[..start] + other + word[end..];
    }
}
