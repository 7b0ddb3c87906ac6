namespace EmpathyBot.Domain.Handoffs;

/// <summary>Tells what a customer said.</summary>
internal static class CustomerSpeech
{
    /// <summary>The beginnings of a wish, with how it is told.</summary>
    private static readonly (string Opening, string Verb)[] Wishes =
    [
        ("i would like", "would like"), ("i'd really like", "would like"), ("i'd like", "would like"), ("id like", "would like"),
        ("i would love", "would love"), ("i'd love", "would love"), ("i only want", "only wants"), ("i still want", "still wants"),
        ("i want", "wants"), ("i wanted", "wanted"), ("i need", "needs"),
        ("i wish", "wishes"), ("i prefer", "prefers"), ("i'd prefer", "would prefer"), ("i'd rather", "would rather"), ("i'm trying", "is trying"), ("i am trying", "is trying"),
        ("i'm looking", "is looking"), ("i am looking", "is looking"), ("we want", "wants"), ("we need", "needs"), ("we would like", "would like"), ("we'd like", "would like"),
        ("i'm hoping", "is hoping"), ("i am hoping", "is hoping"), ("looking", "is looking"), ("trying", "is trying"), ("need", "needs"), ("want", "wants"),
    ];

    private static readonly string[] AsksUsTo = ["can you", "could you", "would you", "will you", "can u", "could u", "can someone", "could someone", "can anyone", "could anyone", "can somebody"];

    /// <summary>Verbs that begin what a customer tells the company to do.</summary>
    private static readonly HashSet<string> Commands = new(StringComparer.Ordinal)
    {
        "refund", "cancel", "send", "resend", "change", "fix", "help", "tell", "give", "stop", "check", "call", "pay", "update", "deliver", "return", "explain", "make",
        "remove", "delete", "replace", "exchange", "book", "rebook", "transfer", "connect", "put", "get", "let", "look", "sort", "block", "unblock", "bring", "add", "apply", "correct",
        "confirm", "forward", "ship", "show", "find", "reopen", "restore", "switch", "move", "close", "email", "contact", "release", "reset", "leave", "try", "keep", "take", "hold", "split", "reverse", "credit", "reduce", "extend", "drop",
    };

    /// <summary>"Fined 75 on the tram": not something the customer did.</summary>
    private static readonly HashSet<string> DoneToThem = new(StringComparer.Ordinal)
    {
        "fined", "charged", "overcharged", "locked", "billed", "told", "refused", "banned", "blocked", "hacked", "stranded", "disconnected", "promised", "denied", "robbed", "delayed", "double-charged", "given", "sold", "quoted", "advised",
    };

    /// <summary>"Yes, from Monday please" asks for nothing new; it says how.</summary>
    private static readonly HashSet<string> NoThing = new(StringComparer.Ordinal)
    {
        "from", "to", "in", "on", "at", "for", "with", "by", "not", "yes", "no", "please", "as", "about", "before", "after", "until", "just", "only", "it", "same", "hurry", "quick", "quickly", "asap", "urgent",
    };

    /// <summary>How the sentence of a customer is told behind "The customer".</summary>
    public static Reported Of(List<string> words, string sentence)
    {
        if (words.Count > 2 && EnglishWords.Bare(words[0]) is "i" or "we" && EnglishWords.Bare(words[1]) is "also" or "just" or "really" or "now" or "then" or "actually" or "therefore")
            words.RemoveAt(1);
        var lower = string.Join(' ', words.Select(EnglishWords.Bare));
        if (Wished(words, lower) is { } wish)
            return wish;
        if (Asked(words, lower) is { } asked)
            return asked;
        if (ReportedQuestion.Of(words, sentence.TrimEnd().EndsWith('?'), Speaker.Customer) is { } question)
            return new(SpeechKind.Question, "asks", question);
        if (sentence.Contains('?', StringComparison.Ordinal) || words.Count > 2 && EnglishWords.Askers.Contains(EnglishWords.Bare(words[0])) && EnglishWords.Bare(words[1]) is "is" or "are" or "do" or "does" or "did" or "can" or "will")
            return BareQuestion(words, sentence);
        if (words.Count > 1 && words.Exists(word => EnglishWords.Bare(word) == "please") && WithoutPlease(words).Count > 0 && !ReportedSpeech.HasVerb(words) && !NoThing.Contains(EnglishWords.Bare(words[0])))
        {
            var named = WithoutPlease(words);
            var thing = ReportedSpeech.Told(named, Speaker.Customer);
            var article = named.Count == 1 && !thing.EndsWith('s') && thing.All(char.IsLetter) ? "aeiou".Contains(thing[0], StringComparison.Ordinal) ? "an " : "a " : "";
            return new(SpeechKind.Request, "asks for", article + thing);
        }

        return Stated(words, sentence);
    }

    private static Reported? Wished(IReadOnlyList<string> words, string lower)
    {
        foreach (var (opening, verb) in Wishes)
        {
            if (!lower.StartsWith(opening + " ", StringComparison.Ordinal))
                continue;
            var rest = words.Skip(opening.Split(' ').Length).ToList();
            // "I'd rather not" refuses something.
            if (rest.Count == 0 || EnglishWords.Bare(rest[0]) == "not" || EnglishWords.Bare(rest[0]) is "that" or "i" && verb is "wishes")
                continue;
            return new(SpeechKind.Request, verb, ReportedSpeech.Told(WithoutPlease(rest), Speaker.Customer));
        }

        return null;
    }

    private static Reported? Asked(IReadOnlyList<string> words, string lower)
    {
        var polite = lower.StartsWith("please ", StringComparison.Ordinal) || lower.StartsWith("kindly ", StringComparison.Ordinal);
        var rest = polite ? words.Skip(1).ToList() : words.ToList();
        var asks = string.Join(' ', rest.Select(EnglishWords.Bare));
        if (Array.Find(AsksUsTo, opening => asks.StartsWith(opening + " ", StringComparison.Ordinal)) is { } can)
            return Requested(WithoutPlease([.. rest.Skip(2)]), can.Contains("some", StringComparison.Ordinal) || can.Contains("any", StringComparison.Ordinal) ? "asks whether someone can" : "asks us to");
        if (Third(rest) is { } third)
            return third;
        if (asks.StartsWith("can i ", StringComparison.Ordinal) || asks.StartsWith("could i ", StringComparison.Ordinal) || asks.StartsWith("may i ", StringComparison.Ordinal))
        {
            var wanted = WithoutPlease([.. rest.Skip(2)]);
            return wanted.Count == 0 ? null
                : EnglishWords.Bare(wanted[0]) is "have" or "get" && wanted.Count > 1 && EnglishWords.Bare(wanted[1]) is "a" or "an" or "my" or "the" or "some" && !wanted.Skip(2).Any(word => EnglishWords.IsPast(EnglishWords.Bare(word)))
                    ? new(SpeechKind.Request, "asks for", ReportedSpeech.Told([.. wanted.Skip(1)], Speaker.Customer))
                    : EnglishWords.Bare(wanted[0]) is "just" ? null : new(SpeechKind.Request, "asks whether they can", ReportedSpeech.Told(wanted, Speaker.Customer));
        }

        // "Do not cancel it, move it" wants something as much as "cancel it" does.
        if (rest.Count > 2 && EnglishWords.Bare(rest[0]) == "do" && EnglishWords.Bare(rest[1]) == "not" && Commands.Contains(EnglishWords.Bare(rest[2])))
            return new(SpeechKind.Request, "asks us not to", ReportedSpeech.Told(WithoutPlease([.. rest.Skip(2)]), Speaker.Customer));
        if (rest.Count > 1 && EnglishWords.Bare(rest[0]) is "just" or "then")
            rest = [.. rest.Skip(1)];
        if (rest.Count < 2 || !polite && (!Commands.Contains(EnglishWords.Bare(rest[0])) || EnglishWords.Auxiliaries.Contains(EnglishWords.Bare(rest[1])) || EnglishWords.IsPast(EnglishWords.Bare(rest[1]))))
            return null;
        if (EnglishWords.Bare(rest[0]) == "let" && EnglishWords.Bare(rest[1]) is "me" or "us")
            return rest.Count > 2 && EnglishWords.Bare(rest[2]) != "know" ? new(SpeechKind.Request, "asks to", ReportedSpeech.Told(WithoutPlease([.. rest.Skip(2)]), Speaker.Customer)) : null;
        return polite && !Commands.Contains(EnglishWords.Bare(rest[0])) && ReportedSpeech.HasVerb(rest) ? null : Requested(WithoutPlease(rest), "asks us to");
    }

    /// <summary>"Can an engineer come before Friday" asks for the engineer.</summary>
    private static Reported? Third(List<string> words) =>
        words.Count > 3 && EnglishWords.Bare(words[0]) is "can" or "could" && EnglishWords.Bare(words[1]) is "a" or "an" or "the" or "your" && ReportedQuestion.Of(words, true, Speaker.Customer) is { } whether
            ? new(SpeechKind.Request, "asks", whether)
            : null;

    /// <summary>"Tell me where it is" asks where it is; "tell me the status" asks us to tell them.</summary>
    private static Reported? Requested(IReadOnlyList<string> words, string verb)
    {
        if (words.Count == 0)
            return null;
        if (words.Count > 2 && EnglishWords.Bare(words[0]) is "tell" or "explain" or "advise" or "say" or "confirm" or "let")
        {
            var asker = words.ToList().FindIndex(word => EnglishWords.Askers.Contains(EnglishWords.Bare(word)) || EnglishWords.Bare(word) is "if" or "whether");
            if (asker is > 0 and <= 3)
            {
                var about = words.Skip(asker).ToList();
                return new(SpeechKind.Question, "asks", ReportedQuestion.Of(about, false, Speaker.Customer) ?? ReportedSpeech.Told(about, Speaker.Customer));
            }
        }

        var told = ReportedSpeech.Told(words, Speaker.Customer);
        return new(SpeechKind.Request, verb, char.ToLowerInvariant(told[0]) + told[1..]);
    }

    private static Reported BareQuestion(List<string> words, string sentence)
    {
        if (words.Count <= 6 && !ReportedSpeech.HasVerb(words) && words.Count > 1 && EnglishWords.Bare(words[0]) is "the" or "my" or "a" or "any")
            return new(SpeechKind.Question, "asks about", ReportedSpeech.Told(words, Speaker.Customer));
        return ReportedSpeech.Quote(sentence, "asks");
    }

    private static Reported Stated(List<string> words, string sentence)
    {
        var first = EnglishWords.Bare(words[0]);
        if (first is "still" or "been" or "waiting" or "not" && words.Count > 2)
        {
            var lead = first switch { "been" => "they have been", "waiting" => "they are waiting", _ => "" };
            if (lead.Length > 0)
                return new(SpeechKind.Statement, "says", $"{lead} {ReportedSpeech.Told([.. words.Skip(1)], Speaker.Customer)}".Trim());
        }

        if (first.Length > 5 && first.EndsWith("ing", StringComparison.Ordinal) && words.Count > 2 && first is not ("nothing" or "something" or "anything" or "everything" or "during" or "morning" or "evening" or "regarding") && EnglishWords.Bare(words[1]) is not ("is" or "was" or "are"))
            return new(SpeechKind.Statement, "says", "they are " + ReportedSpeech.Told(words, Speaker.Customer));
        if (words.Count > 2 && (first == "did" || EnglishWords.IsPast(first) && !EnglishWords.Auxiliaries.Contains(first)) && first is not ("thought" or "gone" or "done"))
            return EnglishWords.Bare(words[1]) == "by" ? ReportedSpeech.Quote(sentence, "writes") : new(SpeechKind.Statement, "says", (DoneToThem.Contains(first) ? "they were " : "they ") + ReportedSpeech.Told(words, Speaker.Customer));
        if (!ReportedSpeech.HasVerb(words))
            return new(SpeechKind.Fragment, "gives", ReportedSpeech.Told(words, Speaker.Customer));
        if (words.Count < 3)
            return ReportedSpeech.Quote(sentence, "writes");
        return new(SpeechKind.Statement, "says", ReportedSpeech.Told(words, Speaker.Customer));
    }

    private static IReadOnlyList<string> WithoutPlease(IReadOnlyList<string> words) => [.. words.Where(word => EnglishWords.Bare(word) is not ("please" or "kindly"))];
}
