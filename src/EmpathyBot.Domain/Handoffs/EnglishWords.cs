using System.Collections.Frozen;

namespace EmpathyBot.Domain.Handoffs;

/// <summary>The small closed classes of English words that rephrasing rests on. All in lower case.</summary>
internal static class EnglishWords
{
    /// <summary>Words that ask in front of an auxiliary.</summary>
    public static readonly FrozenSet<string> Askers = Set("who whom whose what where when why how which");

    /// <summary>Forms of "be", "have", "do" and the modal verbs.</summary>
    public static readonly FrozenSet<string> Auxiliaries =
        Set("am is are was were be been do does did have has had can cannot could will would shall should may might must");

    /// <summary>After these "you" and "I" begin a clause of their own.</summary>
    public static readonly FrozenSet<string> BeforeSubject = Set(
        "that if when what how why which where because and but so as whether while before after once since until unless or than think hope "
        + "see know say said believe guess wish understand sure though although like whenever whatever");

    /// <summary>After these "you" is whom something is done to.</summary>
    public static readonly FrozenSet<string> BeforeObject = Set(
        "to with from for by of about at on in into against behind after tell told ask asked give gave send sent call called contact email "
        + "help let get got show offer refund charge thank thanks want assist advise inform refer connect transfer put keep hear pay paid rebook "
        + "book message reach text phone write update see make made need trust love hate owe owed wish remind warn allow cost bring sell sold");

    /// <summary>Verbs behind "it" that are seldom nouns, and pasts without "-ed" that are not listed elsewhere.</summary>
    public static readonly FrozenSet<string> Verbs = Set(
        "says keeps came works means shows got gives costs looks seems takes goes stays comes needs wants stops fails crashes freezes drops arrives leaves opens closes starts hangs "
        + "refuses rejects asks sends happens expires ends disappears jumps flickers leaks smells makes turns gets becomes runs loses lets fell broke stood fits begins hurts happened fall falls "
        + "contains includes belongs reads tells knows thinks remains lies sits blinks flashes buffers loads lasts");

    /// <summary>Frequent verbs whose past is not made with "-ed", with that past.</summary>
    public static readonly FrozenDictionary<string, string> Pasts = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["get"] = "got", ["send"] = "sent", ["go"] = "went", ["come"] = "came", ["see"] = "saw", ["take"] = "took", ["give"] = "gave",
        ["make"] = "made", ["find"] = "found", ["tell"] = "told", ["say"] = "said", ["pay"] = "paid", ["buy"] = "bought", ["bring"] = "brought",
        ["keep"] = "kept", ["leave"] = "left", ["lose"] = "lost", ["think"] = "thought", ["know"] = "knew", ["write"] = "wrote", ["hear"] = "heard",
        ["read"] = "read", ["put"] = "put", ["let"] = "let", ["cut"] = "cut", ["set"] = "set", ["hold"] = "held", ["speak"] = "spoke",
        ["break"] = "broke", ["choose"] = "chose", ["begin"] = "began", ["run"] = "ran", ["meet"] = "met", ["do"] = "did", ["have"] = "had",
        ["sell"] = "sold", ["feel"] = "felt", ["build"] = "built", ["spend"] = "spent", ["forget"] = "forgot", ["cost"] = "cost",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Participles that differ from the past: "I have given" is told as "gave".</summary>
    public static readonly FrozenDictionary<string, string> Participles = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["given"] = "gave", ["taken"] = "took", ["seen"] = "saw", ["done"] = "did", ["written"] = "wrote", ["spoken"] = "spoke",
        ["gone"] = "went", ["chosen"] = "chose", ["begun"] = "began", ["broken"] = "broke", ["come"] = "came", ["forgotten"] = "forgot",
        ["been"] = "was", ["shown"] = "showed", ["run"] = "ran", ["gotten"] = "got", ["known"] = "knew", ["driven"] = "drove",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Pasts and participles that are no past of a verb with "-ed".</summary>
    public static readonly FrozenSet<string> IrregularPasts = Pasts.Values.Concat(Participles.Keys)
        .Except(["read", "put", "let", "cut", "set", "cost", "come", "run", "left"]).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Short forms as they are mostly typed, spelled out.</summary>
    public static readonly FrozenDictionary<string, string> Spelled = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["dont"] = "do not", ["doesnt"] = "does not", ["didnt"] = "did not", ["cant"] = "cannot", ["wont"] = "will not", ["isnt"] = "is not",
        ["arent"] = "are not", ["wasnt"] = "was not", ["werent"] = "were not", ["havent"] = "have not", ["hasnt"] = "has not",
        ["hadnt"] = "had not", ["couldnt"] = "could not", ["wouldnt"] = "would not", ["shouldnt"] = "should not", ["don't"] = "do not",
        ["doesn't"] = "does not", ["didn't"] = "did not", ["can't"] = "cannot", ["won't"] = "will not", ["isn't"] = "is not",
        ["aren't"] = "are not", ["wasn't"] = "was not", ["weren't"] = "were not", ["haven't"] = "have not", ["hasn't"] = "has not",
        ["hadn't"] = "had not", ["couldn't"] = "could not", ["wouldn't"] = "would not", ["shouldn't"] = "should not", ["ain't"] = "is not",
        ["thats"] = "that's", ["whats"] = "what's", ["theres"] = "there's", ["wheres"] = "where's", ["whos"] = "who's",
        ["what's"] = "what is", ["where's"] = "where is", ["who's"] = "who is", ["how's"] = "how is", ["when's"] = "when is",
        ["gonna"] = "going to", ["wanna"] = "want to", ["gotta"] = "have to", ["u"] = "you", ["ur"] = "your", ["r"] = "are", ["im"] = "i'm",
        ["ive"] = "i've", ["youre"] = "you're", ["youve"] = "you've", ["pls"] = "please", ["plz"] = "please", ["thx"] = "thanks", ["b4"] = "before",
        ["theyre"] = "they're", ["weve"] = "we've", ["youll"] = "you'll", ["youd"] = "you'd", ["theyll"] = "they'll", ["itll"] = "it will", ["lets"] = "let's", ["bc"] = "because", ["cos"] = "because",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Words that carry nothing of what a sentence is about.</summary>
    public static readonly FrozenSet<string> Small = Set(
        "a an the and or but so if then than that this these those there here it its it's is are was were be been being am do does did done have has "
        + "had having will would shall should can could may might must not no yes of in on at to for from by with about as into over under up "
        + "out off again very just only also too now i me my mine we us our ours you your yours he him his she her they them their theirs who "
        + "whom which what when where why how all any some such own same other more most much many one please thanks thank hello hi get got");

    /// <summary>True for a word that looks like a verb in the past: "ordered", "sent".</summary>
    public static bool IsPast(string word) =>
        IrregularPasts.Contains(word) || word.Length > 3 && word.EndsWith("ed", StringComparison.Ordinal) && word is not ("need" or "speed" or "indeed" or "exceed" or "feed");

    /// <summary>The past of a verb in its base form.</summary>
    public static string PastOf(string verb) => Pasts.TryGetValue(verb, out var past) ? past
        : verb.EndsWith('e') ? verb + "d"
        : verb.Length > 2 && verb.EndsWith('y') && !"aeiou".Contains(verb[^2], StringComparison.Ordinal) ? verb[..^1] + "ied"
        : verb + "ed";

    /// <summary>The form behind "it": "takes", "goes".</summary>
    public static string ThirdOf(string verb) => verb switch
    {
        "have" => "has",
        _ when verb.EndsWith('s') || verb.EndsWith("sh", StringComparison.Ordinal) || verb.EndsWith("ch", StringComparison.Ordinal) || verb.EndsWith('x') || verb.EndsWith('o') => verb + "es",
        _ when verb.Length > 2 && verb.EndsWith('y') && !"aeiou".Contains(verb[^2], StringComparison.Ordinal) => verb[..^1] + "ies",
        _ => verb + "s",
    };

    /// <summary>A word without the signs around it, in lower case, with a plain apostrophe.</summary>
    public static string Bare(string word) =>
        word.Trim(Signs).Replace('’', '\'').ToLowerInvariant();

    private static readonly char[] Signs = ['.', ',', ';', ':', '!', '?', '"', '“', '”', '(', ')', '*', '…', '\'', '‘', '’'];

    private static FrozenSet<string> Set(string words) => words.Split(' ', StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);
}
