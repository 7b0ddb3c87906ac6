using System.Text.RegularExpressions;

namespace EmpathyBot.Domain.Handoffs;

/// <summary>How much a sentence tells an agent who was not there.</summary>
internal static partial class Salience
{
    private static readonly string[] Troubles =
    [
        "not ", "n't", "never", "nothing", "wrong", "broken", "late", "missing", "refund", "cancel", "charged", "twice", "wait", "still", "lost", "damaged", "return",
        "deliver", "parcel", "package", "order", "again", "since", "days", "weeks", "week", "stopped", "fail", "error", "exchange", "invoice", "money", "paid", "account",
        "asked", "ago", "no one", "nobody", "without", "expired", "too small", "too big", "instead", "second time", "third time", "fourth time",
    ];

    private static readonly string[] People =
        ["human", "person", "agent", "someone", "somebody", "representative", "operator", "advisor", "real people", "supervisor", "manager", "a colleague", "staff"];

    private static readonly string[] Courtesies =
    [
        "sorry", "apolog", "should not have happened", "shouldn't have happened", "should never have happened", "not how it should be", "thank", "hope ", "let us know if", "let me know if", "feel free", "happy to help", "great day", "understand how", "i understand", "we understand", "appreciate", "frustrat",
        "inconvenien", "here to help", "like to help", "can help", "pleasure", "you're welcome", "you are right", "you're right", "one moment", "let me ", "hear that", "welcome", "lovely day", "hidden it", "hidden the", "never share", "n't share", "not share", "full card number",
    ];

    private static readonly string[] CustomersCourtesies = ["look forward", "looking forward", "thank", "appreciate", "have a good", "have a great", "no worries", "cheers", "right place", "lovely bot", "anyone there", "anybody there", "are you there", "can anyone help", "can you help", "hope you"];

    private static readonly string[] HandsOver =
    [
        "connecting you", "passing you", "pass you", "handing", "getting someone", "getting a person", "bringing in", "with you shortly", "take this over", "takes over", "calling a colleague", "transfer you", "be with you",
        "passed you", "be connected", "connected here", "connect you", "i'm getting", "explain it", "explain again", "repeat it", "repeat yourself", "take it from here", "colleague now",
        "ask a colleague", "ask someone who", "bring in a colleague", "offer you a colleague", "a colleague who can", "get a colleague", "a person take",
    ];

    private static readonly string[] Hindrances =
        ["not ", "n't", "cannot", "unable", "no ", "only ", "error", "sold out", "overdue", "late", "expired", "declined", "refused", "failed", "left out", "missing", "broken", "needs", "must", "has to", "already", "too "];

    private static readonly string[] Jokes = ["dying here", "just kidding", "only joking", "on a roll", "the best", "all ears", "going spare", "good grief", "lucky me", "you are very kind", "you're very kind", "i could cry", "end of story", "as usual"];

    private const double QuotedQuestion = 0.8;
    private const double First = 3.0;

    /// <summary>A customer's sentence. What is wrong and what is wanted tells most, and what the other side takes up.</summary>
    public static double OfCustomer(string sentence, Reported told, int message, Dictionary<string, int> spoken)
    {
        var weight = told.Kind switch { SpeechKind.Request => 2.5, SpeechKind.Question => 1.5, SpeechKind.Quoted => sentence.EndsWith('?') ? QuotedQuestion : 0, SpeechKind.Fragment => -0.5, _ => 0.5 };
        weight += Math.Min(Count(sentence, Troubles), 3);
        weight += Shared(sentence, spoken) + Facts(sentence) + ForLength(sentence);
        if (Holds(sentence, Jokes))
            weight -= 3;
        if (ForPersonOnly(sentence, told))
            weight -= 4;
        if (Holds(sentence, ["[password]", "[card number]", "[bank account]", "[national id]"]))
            weight -= 3;
        if (Holds(sentence, CustomersCourtesies))
            weight -= 5;
        // The matter is mostly told first; later messages answer questions.
        return weight + (message == 0 ? First : 0) - Math.Min(0.4 * message, 2);
    }

    /// <summary>What the company said: what was done and found, what cannot be done, what is to happen; no courtesy.</summary>
    public static double OfCompany(string sentence, Reported told, int message, Dictionary<string, int> spoken)
    {
        var weight = (told.Kind, told.Verb) switch
        {
            (SpeechKind.Statement, "said") => 0.5,
            (SpeechKind.Statement, _) => 2,
            (SpeechKind.Request, _) => 1.5,
            (SpeechKind.Question, _) => 0.3,
            (SpeechKind.Fragment, _) => -1.5,
            _ => 0,
        };
        weight += Shared(sentence, spoken) + Facts(sentence) + ForLength(sentence) + Math.Min(Count(sentence, Hindrances), 2) * 0.7;
        if (Holds(sentence, Courtesies))
            weight -= 2.5;
        // What a colleague is offered for may tell something all the same.
        if (Holds(sentence, HandsOver))
            weight -= told.Verb == "offered to" && Sentences.WordCount(sentence) > 10 ? 1.5 : 4;
        return weight + 0.3 * message;
    }

    /// <summary>True when the company's sentence says what cannot be had, or only under a condition.</summary>
    public static bool IsHindrance(string sentence) => Holds(sentence, Hindrances) && !Holds(sentence, Courtesies) && !Holds(sentence, HandsOver);

    /// <summary>True when it says when: a day, a date, a deadline.</summary>
    public static bool SaysWhen(string sentence) => When().IsMatch(sentence);

    [GeneratedRegex(@"\b(?:(?:mon|tues|wednes|thurs|fri|satur|sun)days?|(?:mon|tue|wed|thu|fri|sat|sun)(?=\W|$)|tomorrow|tonight|today|yesterday|midnight|noon|deadline|this (?:morning|evening|afternoon)|(?:next|last|this) (?:week|month|year|weekend)|(?:in|within) (?:two|three|\d+) (?:days|weeks|hours)|\d{1,2}(?:st|nd|rd|th)|\d{1,2} (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\w*|\d{1,2}:\d\d)\b", RegexOptions.IgnoreCase)]
    private static partial Regex When();

    /// <summary>True when it hands over, or says that it will.</summary>
    public static bool IsHandover(string sentence) => Holds(sentence, HandsOver);

    public static bool IsCourtesy(string sentence) => Holds(sentence, Courtesies);

    /// <summary>True when nothing but a person is asked for.</summary>
    public static bool AsksForPersonOnly(SaidClause clause) => ForPersonOnly(clause.Sentence, clause.Told);

    private static bool ForPersonOnly(string sentence, Reported told) =>
        Holds(sentence, People) && Holds(sentence, Reaching) && ContentWords(told.Words).Count(word => !Contacting.Contains(word)) < 3;

    private static readonly string[] Reaching = ["talk", "speak", "chat", "get ", "connect", "transfer", "put ", "want", "need", "have ", "call", "please", "pls", "let me", "can i", "give me", "is there"];

    /// <summary>Words of "let me talk to a human being"; with more than these something else is wanted, too.</summary>
    private static readonly HashSet<string> Contacting = new(StringComparer.Ordinal)
    {
        "talk", "speak", "chat", "connect", "transfer", "put", "call", "human", "being", "person", "agent", "someone", "somebody", "representative", "operator", "advisor", "real", "people", "supervisor", "manager",
        "colleague", "through", "want", "need", "let", "want", "like", "live", "actual", "right", "let's", "customer", "service",
    };

    /// <summary>False for "can somebody sort that out?" and "a human, perhaps?": nothing in them could be answered.</summary>
    public static bool AsksSomething(string question) => ContentWords(question).Any(word => !Contacting.Contains(word) && !Idle.Contains(word)) || !Holds(question, People);

    private static readonly HashSet<string> Idle = new(StringComparer.Ordinal) { "sort", "help", "perhaps", "maybe", "proper", "look", "check", "tell", "telephone", "phone", "do", "get", "back", "actually" };

    /// <summary>In how many messages each longer word is spoken.</summary>
    public static Dictionary<string, int> SpokenWords(IEnumerable<string> texts)
    {
        var spoken = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        foreach (var word in texts.SelectMany(text => Longer(text).Distinct(StringComparer.OrdinalIgnoreCase)))
            spoken[word] = spoken.GetValueOrDefault(word) + 1;
        return spoken;
    }

    /// <summary>The words that carry what a text is about, each once, in lower case.</summary>
    public static IReadOnlySet<string> ContentWords(string text) =>
        text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(EnglishWords.Bare)
            .Where(word => word.Length > 1 && !EnglishWords.Small.Contains(word)).ToHashSet(StringComparer.Ordinal);

    /// <summary>Numbers, codes and names weigh: they are what an agent would have to ask for again.</summary>
    private static double Facts(string sentence)
    {
        var words = sentence.Split(' ').Skip(1).ToList();
        var numbers = sentence.Split(' ').Count(word => word.Any(char.IsDigit));
        var names = words.Count(word => word.Length > 2 && char.IsUpper(word[0]));
        return Math.Min(0.8 * numbers, 1.6) + Math.Min(0.3 * names, 0.6);
    }

    /// <summary>A few words are mostly an answer or a sigh; very many tell no more than they ramble.</summary>
    private static double ForLength(string sentence) =>
        Sentences.WordCount(sentence) switch { < 2 => -5, < 3 => -2.5, < 4 => -1, < 5 => -0.3, > 30 => -0.5, _ => 0 };

    private static int Count(string sentence, string[] words) => words.Count(word => sentence.Contains(word, StringComparison.OrdinalIgnoreCase));

    private static bool Holds(string sentence, string[] words) => Array.Exists(words, word => sentence.Contains(word, StringComparison.OrdinalIgnoreCase));

    private static double Shared(string sentence, Dictionary<string, int> spoken) =>
        Math.Min(0.5 * Longer(sentence).Distinct(StringComparer.OrdinalIgnoreCase).Count(word => spoken.GetValueOrDefault(word) > 1), 2.5);

    private static IEnumerable<string> Longer(string text) => text
        .Split([' ', '\n', '\t', '.', ',', '!', '?', ';', ':', '(', ')', '"', '“', '”', '/'], StringSplitOptions.RemoveEmptyEntries)
        .Where(word => word.Length >= 5 && !word.Contains('[', StringComparison.Ordinal));
}
