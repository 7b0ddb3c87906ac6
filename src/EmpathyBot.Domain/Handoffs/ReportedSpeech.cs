namespace EmpathyBot.Domain.Handoffs;

/// <summary>What kind of thing somebody said.</summary>
internal enum SpeechKind
{
    /// <summary>Tells something.</summary>
    Statement,

    /// <summary>Wants something done.</summary>
    Request,

    /// <summary>Wants to know something.</summary>
    Question,

    /// <summary>Words without a verb: an answer, a name, a number.</summary>
    Fragment,

    /// <summary>Better quoted than rephrased.</summary>
    Quoted,
}

/// <summary>A sentence as it is reported: "says" + "their parcel has not arrived".</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Verb">What the speaker does: "says", "wants", "asks us to"; for the company in the past: "said", "asked for".</param>
/// <param name="Words">What follows the verb.</param>
internal sealed record Reported(SpeechKind Kind, string Verb, string Words)
{
    /// <summary>Verb and words.</summary>
    public string Text => $"{Verb} {Words}".Trim();
}

/// <summary>Reports English sentences in the third person. What it is not sure of it quotes: nothing is reworded by guess.</summary>
internal static class ReportedSpeech
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

    /// <summary>How the sentence of a customer is told.</summary>
    public static Reported OfCustomer(string sentence)
    {
        var words = Spell(sentence, Speaker.Customer);
        if (words.Count == 0)
            return Quote(sentence, "writes");
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
        if (EnglishWords.Bare(words[^1]) == "please" && words.Count > 1 && !HasVerb(words))
        {
            var thing = Told(words.Take(words.Count - 1).ToList(), Speaker.Customer);
            var article = words.Count == 2 && !thing.EndsWith('s') && thing.All(char.IsLetter) ? "aeiou".Contains(thing[0], StringComparison.Ordinal) ? "an " : "a " : "";
            return new(SpeechKind.Request, "asks for", article + thing);
        }

        return Stated(words, sentence);
    }

    /// <summary>How the sentence of an assistant or agent is told, in the past: "said their parcel is on its way".</summary>
    public static Reported OfCompany(string sentence)
    {
        var words = Spell(sentence, Speaker.Company);
        if (words.Count == 0)
            return Quote(sentence, "wrote");
        return CompanySpeech.Of(words, sentence);
    }

    /// <summary>The words turned into the third person, joined, beginning small unless with a name or a code.</summary>
    public static string Told(IReadOnlyList<string> words, Speaker speaker)
    {
        var turned = string.Join(' ', ThirdPerson.Turn(words, speaker)).TrimEnd('.', '!', '?', ',', ';', ':', ' ', '…');
        return Lower(turned);
    }

    /// <summary>True when a verb is among the words.</summary>
    public static bool HasVerb(IReadOnlyList<string> words)
    {
        for (var place = 0; place < words.Count; place++)
        {
            var word = EnglishWords.Bare(words[place]);
            if (EnglishWords.Auxiliaries.Contains(word) || word.Contains('\'', StringComparison.Ordinal) && !word.EndsWith("'s", StringComparison.Ordinal) || word is "it's" or "that's" or "there's")
                return true;
            var before = place > 0 ? EnglishWords.Bare(words[place - 1]) : "";
            if (before is "i" or "we" or "you" or "they" or "it" or "he" or "she" or "who" || place > 0 && EnglishWords.IsPast(word) && before is not ("the" or "a" or "an" or "my" or "your"))
                return true;
            if (word is "says" or "keeps" or "came" or "works" or "want" or "need" or "think" or "means" or "shows" or "got" or "gives" or "costs" or "looks" or "seems" or "takes" or "goes" or "stays" or "comes" or "needs" or "wants")
                return true;
        }

        return false;
    }

    internal static Reported Quote(string sentence, string verb) => new(SpeechKind.Quoted, verb, Sentences.Quote(sentence, 20));

    internal static string Lower(string text)
    {
        if (text.Length == 0)
            return text;
        var first = text.Split(' ', 2)[0];
        return first.Skip(1).Any(char.IsUpper) || first.Any(char.IsDigit) || !EnglishWords.Small.Contains(EnglishWords.Bare(first)) && IsName(text) ? text : char.ToLowerInvariant(text[0]) + text[1..];
    }

    // "Monday" and "Mr Okafor" keep their capital; of other first words it cannot be told, and most are no names.
    private static bool IsName(string text) => text.Split(' ') is [_, var second, ..] && second.Length > 1 && char.IsUpper(second[0]) && second.Skip(1).All(char.IsLower)
        || text.StartsWith("Mr", StringComparison.Ordinal) || text.StartsWith("Ms", StringComparison.Ordinal)
        || text.Split(' ', 2)[0].TrimEnd(',').EndsWith("day", StringComparison.Ordinal) && char.IsUpper(text[0]) && text[0] is 'M' or 'T' or 'W' or 'F' or 'S' && text.Split(' ', 2)[0].EndsWith("day", StringComparison.Ordinal);

    private static Reported? Wished(IReadOnlyList<string> words, string lower)
    {
        foreach (var (opening, verb) in Wishes)
        {
            if (!lower.StartsWith(opening + " ", StringComparison.Ordinal))
                continue;
            var rest = words.Skip(opening.Split(' ').Length).ToList();
            if (rest.Count == 0 || EnglishWords.Bare(rest[0]) is "that" or "i" && verb is "wishes")
                continue;
            return new(SpeechKind.Request, verb, Told(WithoutPlease(rest), Speaker.Customer));
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
        if (asks.StartsWith("can i ", StringComparison.Ordinal) || asks.StartsWith("could i ", StringComparison.Ordinal) || asks.StartsWith("may i ", StringComparison.Ordinal))
        {
            var wanted = WithoutPlease([.. rest.Skip(2)]);
            return wanted.Count == 0 ? null
                : EnglishWords.Bare(wanted[0]) is "have" or "get" && wanted.Count > 1 && EnglishWords.Bare(wanted[1]) is "a" or "an" or "my" or "the" or "some" && !wanted.Skip(2).Any(word => EnglishWords.IsPast(EnglishWords.Bare(word)))
                    ? new(SpeechKind.Request, "asks for", Told([.. wanted.Skip(1)], Speaker.Customer))
                    : EnglishWords.Bare(wanted[0]) is "just" ? null : new(SpeechKind.Request, "asks whether they can", Told(wanted, Speaker.Customer));
        }

        // "Do not cancel it, move it" wants something as much as "cancel it" does.
        if (rest.Count > 2 && EnglishWords.Bare(rest[0]) == "do" && EnglishWords.Bare(rest[1]) == "not" && Commands.Contains(EnglishWords.Bare(rest[2])))
            return new(SpeechKind.Request, "asks us not to", Told(WithoutPlease([.. rest.Skip(2)]), Speaker.Customer));
        if (rest.Count > 1 && EnglishWords.Bare(rest[0]) is "just" or "then")
            rest = [.. rest.Skip(1)];
        if (rest.Count < 2 || !polite && (!Commands.Contains(EnglishWords.Bare(rest[0])) || EnglishWords.Auxiliaries.Contains(EnglishWords.Bare(rest[1])) || EnglishWords.IsPast(EnglishWords.Bare(rest[1]))))
            return null;
        if (EnglishWords.Bare(rest[0]) == "let" && EnglishWords.Bare(rest[1]) is "me" or "us")
            return rest.Count > 2 && EnglishWords.Bare(rest[2]) != "know" ? new(SpeechKind.Request, "asks to", Told(WithoutPlease([.. rest.Skip(2)]), Speaker.Customer)) : null;
        return polite && !Commands.Contains(EnglishWords.Bare(rest[0])) && HasVerb(rest) ? null : Requested(WithoutPlease(rest), "asks us to");
    }

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
                return new(SpeechKind.Question, "asks", ReportedQuestion.Of(about, false, Speaker.Customer) ?? Told(about, Speaker.Customer));
            }
        }

        var told = Told(words, Speaker.Customer);
        return new(SpeechKind.Request, verb, char.ToLowerInvariant(told[0]) + told[1..]);
    }

    private static Reported BareQuestion(List<string> words, string sentence)
    {
        if (words.Count <= 6 && !HasVerb(words) && words.Count > 1 && EnglishWords.Bare(words[0]) is "the" or "my" or "a" or "any")
            return new(SpeechKind.Question, "asks about", Told(words, Speaker.Customer));
        return Quote(sentence, "asks");
    }

    private static Reported Stated(List<string> words, string sentence)
    {
        var first = EnglishWords.Bare(words[0]);
        if (first is "still" or "been" or "waiting" or "not" && words.Count > 2)
        {
            var lead = first switch { "been" => "they have been", "waiting" => "they are waiting", _ => "" };
            if (lead.Length > 0)
                return new(SpeechKind.Statement, "says", $"{lead} {Told([.. words.Skip(1)], Speaker.Customer)}".Trim());
        }

        if (first.Length > 5 && first.EndsWith("ing", StringComparison.Ordinal) && words.Count > 2 && first is not ("nothing" or "something" or "anything" or "everything" or "during" or "morning" or "evening" or "regarding") && EnglishWords.Bare(words[1]) is not ("is" or "was" or "are"))
            return new(SpeechKind.Statement, "says", "they are " + Told(words, Speaker.Customer));
        if (words.Count > 2 && (first == "did" || EnglishWords.IsPast(first) && !EnglishWords.Auxiliaries.Contains(first)) && first is not ("thought" or "gone" or "done"))
            return new(SpeechKind.Statement, "says", (DoneToThem.Contains(first) ? "they were " : "they ") + Told(words, Speaker.Customer));
        if (!HasVerb(words))
            return new(SpeechKind.Fragment, "gives", Told(words, Speaker.Customer));
        if (words.Count < 3)
            return Quote(sentence, "writes");
        return new(SpeechKind.Statement, "says", Told(words, Speaker.Customer));
    }

    private static IReadOnlyList<string> WithoutPlease(IReadOnlyList<string> words) => [.. words.Where(word => EnglishWords.Bare(word) is not ("please" or "kindly"))];

    /// <summary>The words with short forms spelled out, without vocatives at their end.</summary>
    private static List<string> Spell(string sentence, Speaker speaker)
    {
        var spelled = new List<string>();
        foreach (var word in sentence.Replace('’', '\'').Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        {
            var bare = EnglishWords.Bare(word);
            if (bare.Length == 0 || bare is "tbh" or "lol" or "smh" or "mate" or "honestly" or "literally" or "imo" or "pmsl" or "ffs" or "omg")
                continue;
            if (EnglishWords.Spelled.TryGetValue(bare, out var full))
            {
                var text = word.Replace(word.Trim('.', ',', ';', ':', '!', '?', '"', '“', '”', '(', ')', '*', '…'), full, StringComparison.Ordinal);
                spelled.AddRange(text.Split(' '));
            }
            else
            {
                spelled.Add(word);
            }
        }

        if (spelled.Count > 3 && EnglishWords.Bare(spelled[^1]) is "thanks" or "thx" or "lol" or "smh" or "please" && speaker == Speaker.Customer && EnglishWords.Bare(spelled[^1]) != "please")
            spelled.RemoveAt(spelled.Count - 1);
        return spelled;
    }
}
