namespace EmpathyBot.Domain.Handoffs;

/// <summary>A sentence of the customer's and the turn it stands in.</summary>
internal sealed record KeySentence(string Text, string TurnId, double Weight)
{
    private static readonly string[] Askers =
    [
        "who", "what", "where", "when", "why", "how", "which", "can", "could", "is", "are", "do", "does", "did", "will", "would", "has", "have",
    ];

    private static readonly string[] Troubles =
    [
        "not", "n't", "never", "nothing", "wrong", "broken", "late", "missing", "refund", "cancel", "charged", "twice", "wait", "still",
        "lost", "damaged", "return", "deliver", "parcel", "package", "order", "again", "since", "days", "weeks", "week", "stopped", "fail",
        "error", "exchange", "invoice", "money", "paid", "account", " time", "asked", "ago",
    ];

    private static readonly string[] People = ["human", "person", "agent", "someone", "somebody", "representative", "operator", "advisor", "real people"];

    private static readonly string[] Openings = ["hi", "hello", "hey", "good morning", "good evening", "good afternoon", "and", "but", "so", "well", "ok", "okay", "please", "also", "listen"];

    /// <summary>The sentences of the episode's messages, those that tell most about the matter first.</summary>
    /// <param name="messages">Turn id and text, in order.</param>
    public static IReadOnlyList<KeySentence> Rank(IEnumerable<(string TurnId, string Text)> messages) =>
    [
        .. messages
            .SelectMany((message, place) => Sentences.Of(message.Text).Select(sentence => Weigh(WithoutOpening(sentence), message.TurnId, place)))
            .OrderByDescending(sentence => sentence.Weight),
    ];

    /// <summary>True for a question, with or without its mark.</summary>
    public bool IsQuestion => Text.EndsWith('?') || Array.Exists(Askers, asker => BeginsWith(Text, asker));

    private static KeySentence Weigh(string sentence, string turnId, int place)
    {
        var words = Sentences.WordCount(sentence);
        double weight = sentence.EndsWith('?') || Array.Exists(Askers, asker => BeginsWith(sentence, asker)) ? 3 : 0;
        weight += Math.Min(Troubles.Count(trouble => sentence.Contains(trouble, StringComparison.OrdinalIgnoreCase)), 3);
        if (sentence.Any(char.IsDigit))
            weight += 0.5;
        if (words < 3)
            weight -= 5;
        if (words > 25)
            weight -= 1;
        if (Array.Exists(People, person => sentence.Contains(person, StringComparison.OrdinalIgnoreCase)))
            weight -= 4;
        // The matter is usually told in the first message; later ones answer questions.
        return new(sentence, turnId, weight - 0.3 * place);
    }

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

    private static bool BeginsWith(string text, string word) =>
        text.StartsWith(word, StringComparison.OrdinalIgnoreCase) && (text.Length == word.Length || !char.IsLetterOrDigit(text[word.Length]) && text[word.Length] != '\'' && text[word.Length] != '’');
}
