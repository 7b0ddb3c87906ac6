namespace EmpathyBot.Domain.Handoffs;

/// <summary>Tells what an assistant or agent of the company said or did.</summary>
internal static class CompanySpeech
{
    private static readonly string[] Offers = ["shall i", "shall we", "should i", "may i offer you", "i can offer you", "we can offer you", "i can offer", "we can offer", "would you like me to", "do you want me to", "would you like us to"];

    private static readonly string[] AsksThemTo =
    [
        "can you please", "could you please", "would you please", "can you kindly", "could you", "can you", "would you mind", "please could you", "please can you", "would you", "will you", "you can always", "kindly", "please",
    ];

    private static readonly string[] AsksFor =
    [
        "may i have", "may i ask you for", "may we ask for", "may i ask for", "could i have", "can i have", "could we have", "can we have", "could i get", "can i get", "i need", "we need", "could you give me", "can you give me", "could you tell me", "can you tell me", "can you tell us", "could you tell us",
        "could you give us", "can you give us", "could you provide us with", "can you provide us with", "could you provide", "can you provide", "please provide", "please send me", "please give me",
    ];

    private static readonly HashSet<string> Commands = new(StringComparer.Ordinal)
    {
        "try", "check", "call", "contact", "visit", "go", "click", "use", "send", "dm", "email", "follow", "open", "restart", "update", "let", "keep", "reach", "press", "log", "make", "take", "drop", "give", "message", "see", "tap", "select",
        "wait", "sign", "provide", "share", "join", "ask", "note", "write", "reply", "download", "reinstall", "head", "speak", "bring", "pop", "feel", "shoot", "allow",
    };

    /// <summary>How it is told behind "The assistant".</summary>
    public static Reported Of(IReadOnlyList<string> words, string sentence)
    {
        var lower = string.Join(' ', words.Select(EnglishWords.Bare));
        if (EnglishWords.Bare(words[0]) is "found" && words.Count > 2 && sentence.IndexOf(':', StringComparison.Ordinal) is > 0 and < 30)
            return new(SpeechKind.Statement, "found", ReportedSpeech.Told([.. words.SkipWhile(word => !word.EndsWith(':')).Skip(1)], Speaker.Company));
        if (Behind(words, lower, Offers) is { Count: > 0 } offered)
            return EnglishWords.Bare(offered[0]) is "a" or "an" or "the" or "some" or "you"
                ? new(SpeechKind.Request, "offered", ReportedSpeech.Told(EnglishWords.Bare(offered[0]) == "you" ? [.. offered.Skip(1)] : offered, Speaker.Company))
                : new(SpeechKind.Request, "offered to", ReportedSpeech.Told(offered, Speaker.Company));
        if (Behind(words, lower, AsksFor) is { Count: > 0 } needed)
            return EnglishWords.Askers.Contains(EnglishWords.Bare(needed[0])) || EnglishWords.Bare(needed[0]) is "if" or "more"
                ? new(SpeechKind.Question, "asked", ReportedQuestion.Of(needed, false, Speaker.Company) ?? ReportedSpeech.Told(needed, Speaker.Company))
                : new(SpeechKind.Question, EnglishWords.Bare(needed[0]) is "you" or "to" ? "asked" : "asked for", ReportedSpeech.Told(needed, Speaker.Company));
        if (Behind(words, lower, AsksThemTo) is { Count: > 0 } todo && EnglishWords.Bare(todo[0]) is not ("like" or "prefer" or "be" or "want" or "rather"))
            return Told(todo);
        if (Asked(words, lower, sentence) is { } asked)
            return asked;
        if (sentence.TrimEnd().EndsWith('?'))
            return ReportedSpeech.Quote(sentence, "asked");
        if (Done(words) is { } done)
            return done;
        if (words.Count > 1 && EnglishWords.Bare(words[0]) is "let's" && EnglishWords.Bare(words[1]) is not ("investigate" or "see" or "look" or "get"))
            return new(SpeechKind.Request, "suggested to", ReportedSpeech.Told([.. words.Skip(1)], Speaker.Company));
        if (words.Count > 2 && Commands.Contains(EnglishWords.Bare(words[0])))
            return Told(words);
        return ReportedSpeech.HasVerb(words) && words.Count > 2
            ? new(SpeechKind.Statement, "said", ReportedSpeech.Told(words, Speaker.Company))
            : new(SpeechKind.Fragment, "said", ReportedSpeech.Told(words, Speaker.Company));
    }

    private static Reported Told(IReadOnlyList<string> words)
    {
        var bare = words.Select(EnglishWords.Bare).ToList();
        if (bare.Count > 2 && bare[0] == "do" && bare[1] == "not")
            return new(SpeechKind.Request, "asked them not to", ReportedSpeech.Told([.. words.Skip(2)], Speaker.Company));
        if (bare.Count > 3 && bare[0] == "let" && bare[2] == "know")
            return new(SpeechKind.Question, "asked", ReportedSpeech.Told([.. words.Skip(3)], Speaker.Company));
        if (bare.Count > 2 && bare[0] == "tell" && bare[1] is "me" or "us")
            return new(SpeechKind.Question, "asked", ReportedQuestion.Of([.. words.Skip(2)], false, Speaker.Company) ?? ReportedSpeech.Told([.. words.Skip(2)], Speaker.Company));
        return new(SpeechKind.Request, "asked them to", ReportedSpeech.Told(words, Speaker.Company));
    }

    private static Reported? Asked(IReadOnlyList<string> words, string lower, string sentence)
    {
        if (!sentence.TrimEnd().EndsWith('?'))
            return null;
        // "What is your order number?" asks for it.
        foreach (var opening in new[] { "what is your ", "what is the ", "what are your ", "what was your ", "what was the ", "which is your " })
        {
            if (lower.StartsWith(opening, StringComparison.Ordinal) && words.Count <= 9)
                return new(SpeechKind.Question, "asked for", ReportedSpeech.Told([.. words.Skip(2)], Speaker.Company));
        }

        return ReportedQuestion.Of(words, true, Speaker.Company) is { } question ? new(SpeechKind.Question, "asked", question) : null;
    }

    /// <summary>"I have sent it", "I tried", "I cannot", "I see two charges": what was done, without "said".</summary>
    private static Reported? Done(IReadOnlyList<string> words)
    {
        var rest = words.ToList();
        var first = EnglishWords.Bare(rest[0]);
        if (first is "i've" or "we've" || first is "i" or "we" && rest.Count > 2 && EnglishWords.Bare(rest[1]) == "have")
        {
            rest = rest.Skip(first is "i" or "we" ? 2 : 1).ToList();
            if (rest.Count > 1 && EnglishWords.Bare(rest[0]) is "now" or "just" or "already" or "also")
                rest = rest.Skip(1).ToList();
            var verb = EnglishWords.Bare(rest[0]);
            if (rest.Count < 2 || !EnglishWords.IsPast(verb) && !EnglishWords.Participles.ContainsKey(verb) && verb is not ("put" or "set" or "let" or "left" or "reset"))
                return null;
            return Act(EnglishWords.Participles.GetValueOrDefault(verb, verb), rest.Skip(1));
        }

        if (first is not ("i" or "we") || rest.Count < 3)
            return null;
        var second = EnglishWords.Bare(rest[1]);
        var third = EnglishWords.Bare(rest[2]);
        return second switch
        {
            "can" when third is "see" or "find" && rest.Count > 3 => Found(rest.Skip(3)),
            "see" or "found" or "find" => Found(rest.Skip(2)),
            "cannot" => Act("could not", rest.Skip(2)),
            "could" when third == "not" => Act("could not", rest.Skip(3)),
            "do" or "did" when third == "not" && rest.Count > 3 => Act("did not", rest.Skip(3)),
            "did" or "do" or "had" => null,
            _ when EnglishWords.IsPast(second) => Act(second, rest.Skip(2)),
            _ => null,
        };
    }

    private static Reported Found(IEnumerable<string> words)
    {
        var rest = words.ToList();
        var clause = EnglishWords.Bare(rest[0]) is "that" or "you" or "you've" or "your" or "it" or "the" or "from" && ReportedSpeech.HasVerb(rest);
        return Act(clause ? "saw" : "found", rest);
    }

    private static Reported Act(string verb, IEnumerable<string> rest)
    {
        // The verb goes along, since what stands before "you" tells whom it means.
        var told = ReportedSpeech.Told([verb.Split(' ')[^1], .. rest], Speaker.Company);
        return new(SpeechKind.Statement, verb, told[(told.IndexOf(' ', StringComparison.Ordinal) + 1)..]);
    }

    private static IReadOnlyList<string>? Behind(IReadOnlyList<string> words, string lower, string[] openings)
    {
        foreach (var opening in openings)
        {
            if (lower.StartsWith(opening + " ", StringComparison.Ordinal))
                return [.. words.Skip(opening.Split(' ').Length)];
        }

        return null;
    }
}
