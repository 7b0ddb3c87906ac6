namespace EmpathyBot.Domain.Handoffs;

/// <summary>A sentence somebody said and the turn it stands in.</summary>
/// <param name="Text">The sentence, without a greeting before it.</param>
/// <param name="TurnId">Where it stands.</param>
/// <param name="Weight">How much it tells about the matter; below 0 it tells next to nothing.</param>
internal sealed record KeySentence(string Text, string TurnId, double Weight)
{
    private static readonly string[] Askers =
    [
        "who", "what", "where", "when", "why", "how", "which", "can", "could", "is", "are", "do", "does", "did", "will", "would", "has",
        "have",
    ];

    private static readonly string[] Troubles =
    [
        "not", "n't", "never", "nothing", "wrong", "broken", "late", "missing", "refund", "cancel", "charged", "twice", "wait", "still",
        "lost", "damaged", "return", "deliver", "parcel", "package", "order", "again", "since", "days", "weeks", "week", "stopped", "fail",
        "error", "exchange", "invoice", "money", "paid", "account", " time", "asked", "ago",
    ];

    private static readonly string[] People =
        ["human", "person", "agent", "someone", "somebody", "representative", "operator", "advisor", "real people"];

    private static readonly string[] Courtesies =
    [
        "sorry", "apolog", "thank", "hope", "let us know", "let me know", "reach out", "feel free", "happy to help", "great day",
    ];

    private static readonly string[] Openings =
    [
        "hi", "hello", "hey", "good morning", "good evening", "good afternoon", "and", "but", "so", "well", "ok", "okay", "please", "also",
        "listen",
    ];

    /// <summary>True for a question, with or without its mark.</summary>
    public bool IsQuestion => Text.EndsWith('?') || Array.Exists(Askers, asker => BeginsWith(Text, asker));

    /// <summary>What a customer said, first what tells most about the matter: mostly said early, with what is wrong in it.</summary>
    /// <param name="messages">Turn id and text, in order.</param>
    /// <param name="others">What others said: what both speak of is what it is about.</param>
    public static IReadOnlyList<KeySentence> OfCustomer(IReadOnlyList<(string TurnId, string Text)> messages, IEnumerable<string> others)
    {
        var spoken = SpokenWords([.. messages.Select(message => message.Text), .. others]);
        return Rank(messages, (sentence, place) =>
        {
            double weight = Asks(sentence) ? 2 : 0;
            weight += Math.Min(Troubles.Count(trouble => sentence.Contains(trouble, StringComparison.OrdinalIgnoreCase)), 3);
            weight += Shared(sentence, spoken);
            if (sentence.Any(char.IsDigit))
                weight += 0.5;
            if (Holds(sentence, People))
                weight -= 4;
            // The matter is mostly told in the first message; later ones answer questions.
            return weight - Math.Min(0.6 * place, 3);
        });
    }

    /// <summary>What was answered, the sentences first that tell most: late, about the matter, and no courtesy.</summary>
    public static IReadOnlyList<KeySentence> OfAnswers(IReadOnlyList<(string TurnId, string Text)> messages, IEnumerable<string> others)
    {
        var spoken = SpokenWords([.. messages.Select(message => message.Text), .. others]);
        return Rank(messages, (sentence, place) =>
            Shared(sentence, spoken) + 0.3 * place - (Holds(sentence, Courtesies) ? 2.5 : 0) - (Asks(sentence) ? 0.5 : 0));
    }

    private static IReadOnlyList<KeySentence> Rank(IReadOnlyList<(string TurnId, string Text)> messages, Func<string, int, double> weigh) =>
    [
        .. messages
            .SelectMany((message, place) => Sentences.Of(message.Text).Select(sentence =>
            {
                var text = WithoutOpening(sentence);
                return new KeySentence(text, message.TurnId, weigh(text, place) + ForLength(text));
            }))
            .OrderByDescending(sentence => sentence.Weight),
    ];

    /// <summary>A few words are mostly an answer or a sigh; very many tell no more than they ramble.</summary>
    private static double ForLength(string sentence) =>
        Sentences.WordCount(sentence) switch { < 3 => -5, < 4 => -1.5, < 5 => -0.5, > 30 => -1, _ => 0 };

    private static bool Asks(string sentence) => sentence.EndsWith('?') || Array.Exists(Askers, asker => BeginsWith(sentence, asker));

    private static bool Holds(string sentence, string[] words) =>
        Array.Exists(words, word => sentence.Contains(word, StringComparison.OrdinalIgnoreCase));

    /// <summary>In how many messages each longer word is spoken.</summary>
    private static Dictionary<string, int> SpokenWords(IEnumerable<string> texts)
    {
        var spoken = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        foreach (var word in texts.SelectMany(text => Longer(text).Distinct(StringComparer.OrdinalIgnoreCase)))
            spoken[word] = spoken.GetValueOrDefault(word) + 1;
        return spoken;
    }

    private static double Shared(string sentence, Dictionary<string, int> spoken) =>
        Math.Min(0.6 * Longer(sentence).Distinct(StringComparer.OrdinalIgnoreCase).Count(word => spoken.GetValueOrDefault(word) > 1), 3);

    private static IEnumerable<string> Longer(string text) => text
        .Split([' ', '\n', '\t', '.', ',', '!', '?', ';', ':', '(', ')', '"', '“', '”', '/'], StringSplitOptions.RemoveEmptyEntries)
        .Where(word => word.Length >= 5 && !word.Contains('[', StringComparison.Ordinal));

    private static string WithoutOpening(string sentence)
    {
        var cut = sentence;
        for (var more = true; more;)
        {
            more = false;
            foreach (var opening in Openings)
            {
                if (!BeginsWith(cut, opening))
                    continue;
                var rest = cut[opening.Length..].TrimStart(' ', ',', '!', '-', '.', '…');
                if (rest.Length == 0)
                    continue;
                (cut, more) = (rest, true);
            }
        }

        return cut == sentence ? sentence : char.ToUpperInvariant(cut[0]) + cut[1..];
    }

    private static bool BeginsWith(string text, string word) => text.StartsWith(word, StringComparison.OrdinalIgnoreCase)
        && (text.Length == word.Length || !char.IsLetterOrDigit(text[word.Length]) && text[word.Length] is not ('\'' or '’'));
}
