namespace EmpathyBot.Domain.Handoffs;

/// <summary>Reports English sentences in the third person. What it is not sure of it quotes: nothing is reworded by guess.</summary>
internal static class ReportedSpeech
{
    /// <summary>How the sentence of a customer is told, in the present: "wants a refund".</summary>
    public static Reported OfCustomer(string sentence)
    {
        var words = Spell(sentence, Speaker.Customer);
        return words.Count == 0 ? Quote(sentence, "writes") : CustomerSpeech.Of(words, sentence);
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
            if (place > 0 && EnglishWords.Verbs.Contains(word) && before is not ("the" or "a" or "an" or "my" or "your" or "our" or "their" or "of" or "no"))
                return true;
            if (word is "came" or "want" or "need" or "think" or "got" or "says" or "keeps" or "wants" or "needs")
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
        || text.Split(' ', 2)[0].TrimEnd(',') is not "Today" && text.Split(' ', 2)[0].TrimEnd(',').EndsWith("day", StringComparison.Ordinal) && char.IsUpper(text[0]) && text[0] is 'M' or 'T' or 'W' or 'F' or 'S' && text.Split(' ', 2)[0].EndsWith("day", StringComparison.Ordinal);

    /// <summary>The words with short forms spelled out, without vocatives at their end.</summary>
    private static List<string> Spell(string sentence, Speaker speaker)
    {
        var spelled = new List<string>();
        foreach (var word in sentence.Replace('’', '\'').Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        {
            var bare = EnglishWords.Bare(word);
            if (spelled.Count > 0 && EnglishWords.Bare(spelled[^1]) == "your" && bare is "the" or "a" or "an" or "so" or "not")
                spelled[^1] = spelled[^1].Replace("your", "you're", StringComparison.OrdinalIgnoreCase);
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
