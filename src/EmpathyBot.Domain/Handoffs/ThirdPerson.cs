namespace EmpathyBot.Domain.Handoffs;

/// <summary>
/// Turns a customer's statement into what is said about them: "My parcel has not arrived" becomes "their parcel has not
/// arrived". "They" takes the verb forms of "I", so little can go wrong; whatever might is left to be quoted.
/// </summary>
internal static class ThirdPerson
{
    private static readonly Dictionary<string, string> Turned = new(StringComparer.OrdinalIgnoreCase)
    {
        ["i"] = "they", ["i'm"] = "they are", ["im"] = "they are", ["i've"] = "they have", ["ive"] = "they have",
        ["i'll"] = "they will", ["i'd"] = "they would", ["me"] = "them", ["my"] = "their", ["mine"] = "theirs", ["myself"] = "themselves",
    };

    /// <summary>Words a statement may begin with; anything else may be a wish, a question or a name.</summary>
    private static readonly HashSet<string> Beginnings = new(StringComparer.OrdinalIgnoreCase)
    {
        "i", "i'm", "im", "i've", "ive", "i'd", "i'll", "my", "the", "a", "an", "it", "it's", "its", "this", "that", "there", "they",
        "he", "she", "nobody", "no", "nothing", "someone", "somebody", "after", "since", "because", "every", "all", "half", "one",
    };

    /// <summary>Who is meant by these, only a reader of the whole can tell.</summary>
    private static readonly HashSet<string> Unclear = new(StringComparer.OrdinalIgnoreCase)
    {
        "you", "your", "yours", "you're", "you've", "youre", "u", "ur", "yourself", "y'all", "we", "we're", "we've", "our", "ours", "us",
    };

    /// <summary>The statement about the customer, in lower case and without its closing sign; null when it is better quoted.</summary>
    public static string? Rephrase(string sentence)
    {
        var words = sentence.TrimEnd('.', '!', ' ').Replace('’', '\'').Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var isStatement = words.Length >= 3 && !sentence.TrimEnd().EndsWith('?') && Beginnings.Contains(Bare(words[0]));
        if (!isStatement || words.Any(word => Unclear.Contains(Bare(word))))
            return null;

        var turned = new string[words.Length];
        for (var place = 0; place < words.Length; place++)
            turned[place] = Turn(words, place);
        turned[0] = char.ToLowerInvariant(turned[0][0]) + turned[0][1..];
        return string.Join(' ', turned);
    }

    private static string Turn(string[] words, int place)
    {
        var word = words[place];
        var bare = Bare(word);
        if (Turned.TryGetValue(bare, out var other))
            return word.Replace(bare, other, StringComparison.OrdinalIgnoreCase);
        var besideI = place > 0 && Bare(words[place - 1]).Equals("i", StringComparison.OrdinalIgnoreCase)
            || place + 1 < words.Length && Bare(words[place + 1]).Equals("i", StringComparison.OrdinalIgnoreCase);
        return (besideI, bare.ToLowerInvariant()) switch
        {
            (true, "am") => "are",
            (true, "was") => "were",
            _ => word,
        };
    }

    private static string Bare(string word) => word.Trim('.', ',', ';', ':', '!', '?', '"', '“', '”', '(', ')', '*');
}
