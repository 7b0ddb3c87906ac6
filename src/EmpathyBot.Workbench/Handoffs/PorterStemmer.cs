namespace EmpathyBot.Workbench.Handoffs;

/// <summary>Cuts English words down to their stems as M. F. Porter described it in 1980; what ROUGE is mostly counted on.</summary>
internal static class PorterStemmer
{
    private static readonly (string End, string Stem)[] Step2 =
    [
        ("ational", "ate"), ("tional", "tion"), ("enci", "ence"), ("anci", "ance"), ("izer", "ize"), ("abli", "able"), ("alli", "al"),
        ("entli", "ent"), ("eli", "e"), ("ousli", "ous"), ("ization", "ize"), ("ation", "ate"), ("ator", "ate"), ("alism", "al"),
        ("iveness", "ive"), ("fulness", "ful"), ("ousness", "ous"), ("aliti", "al"), ("iviti", "ive"), ("biliti", "ble"),
    ];

    private static readonly (string End, string Stem)[] Step3 =
        [("icate", "ic"), ("ative", ""), ("alize", "al"), ("iciti", "ic"), ("ical", "ic"), ("ful", ""), ("ness", "")];

    private static readonly string[] Step4 =
    [
        "ement", "ance", "ence", "able", "ible", "ment", "ant", "ent", "ism", "ate", "iti", "ous", "ive", "ize", "al", "er", "ic", "ion", "ou",
    ];

    /// <summary>The stem of a word in lower case. Words of up to two letters stay as they are.</summary>
    public static string Stem(string word)
    {
        if (word.Length <= 2)
            return word;
        word = Plural(word);
        word = PastAndGerund(word);
        if (word.EndsWith('y') && HasVowel(word[..^1]))
            word = word[..^1] + "i";
        word = Replace(word, Step2);
        word = Replace(word, Step3);
        word = Suffix(word);
        if (word.EndsWith('e') && (Measure(word[..^1]) > 1 || Measure(word[..^1]) == 1 && !EndsShort(word[..^1])))
            word = word[..^1];
        return word.EndsWith("ll", StringComparison.Ordinal) && Measure(word[..^1]) > 1 ? word[..^1] : word;
    }

    private static string Plural(string word) => word switch
    {
        _ when word.EndsWith("sses", StringComparison.Ordinal) || word.EndsWith("ies", StringComparison.Ordinal) => word[..^2],
        _ when word.EndsWith("ss", StringComparison.Ordinal) || !word.EndsWith('s') => word,
        _ => word[..^1],
    };

    private static string PastAndGerund(string word)
    {
        if (word.EndsWith("eed", StringComparison.Ordinal))
            return Measure(word[..^3]) > 0 ? word[..^1] : word;
        var cut = word.EndsWith("ed", StringComparison.Ordinal) ? word[..^2] : word.EndsWith("ing", StringComparison.Ordinal) ? word[..^3] : null;
        if (cut is null || !HasVowel(cut))
            return word;
        if (cut.EndsWith("at", StringComparison.Ordinal) || cut.EndsWith("bl", StringComparison.Ordinal) || cut.EndsWith("iz", StringComparison.Ordinal))
            return cut + "e";
        if (cut.Length > 1 && cut[^1] == cut[^2] && IsConsonant(cut, cut.Length - 1) && cut[^1] is not ('l' or 's' or 'z'))
            return cut[..^1];
        return Measure(cut) == 1 && EndsShort(cut) ? cut + "e" : cut;
    }

    private static string Replace(string word, (string End, string Stem)[] rules)
    {
        foreach (var (end, stem) in rules)
        {
            if (word.EndsWith(end, StringComparison.Ordinal))
                return Measure(word[..^end.Length]) > 0 ? word[..^end.Length] + stem : word;
        }

        return word;
    }

    private static string Suffix(string word)
    {
        foreach (var end in Step4)
        {
            if (!word.EndsWith(end, StringComparison.Ordinal))
                continue;
            var cut = word[..^end.Length];
            return Measure(cut) > 1 && (end != "ion" || cut[^1] is 's' or 't') ? cut : word;
        }

        return word;
    }

    private static bool IsConsonant(string word, int place) => word[place] switch
    {
        'a' or 'e' or 'i' or 'o' or 'u' => false,
        'y' => place == 0 || !IsConsonant(word, place - 1),
        _ => true,
    };

    private static bool HasVowel(string word) => Enumerable.Range(0, word.Length).Any(place => !IsConsonant(word, place));

    /// <summary>How many times a vowel is followed by a consonant.</summary>
    private static int Measure(string word) =>
        Enumerable.Range(1, Math.Max(word.Length - 1, 0)).Count(place => IsConsonant(word, place) && !IsConsonant(word, place - 1));

    /// <summary>Consonant, vowel, consonant other than w, x and y: "hop".</summary>
    private static bool EndsShort(string word) => word.Length >= 3 && IsConsonant(word, word.Length - 1) && !IsConsonant(word, word.Length - 2)
        && IsConsonant(word, word.Length - 3) && word[^1] is not ('w' or 'x' or 'y');
}
