using EmpathyBot.Content.Solving;

namespace EmpathyBot.Content.Language;

/// <summary>A wording that is known to fail with customers, and why.</summary>
internal sealed record BannedWording(PhraseAutomaton Wording, string Why);

/// <summary>What may not be said in one language, and what only an apology may say. Immutable.</summary>
/// <param name="Banned">Refused in everything the bot says.</param>
/// <param name="Apologies">Refused everywhere but in an apology, which has a budget; null when no words are known.</param>
/// <param name="Samples">What the variables of an acknowledgement may look like, by name, for reading it aloud.</param>
internal sealed record Wording(
    IReadOnlyList<BannedWording> Banned, PhraseAutomaton? Apologies, IReadOnlyDictionary<string, string> Samples)
{
    private static readonly char[] SentenceEnds = ['.', '!', '?', '\n', ':', ';'];

    public static Wording Anything { get; } = new([], null, new Dictionary<string, string>());

    /// <summary>A sentence for each banned wording in the text.</summary>
    public IEnumerable<string> BrokenIn(string text)
    {
        var sentences = Sentences(text);
        foreach (var (wording, why) in Banned)
        {
            foreach (var sentence in sentences)
            {
                if (Found(wording, sentence) is not { } words)
                    continue;
                yield return $"\"{words}\" may not be said: {why}.";
                break;
            }
        }
    }

    public bool Apologises(string text) => Apologies is { } apologies && Array.Exists(Sentences(text), apologies.Matches);

    private static string[][] Sentences(string text) =>
        Array.ConvertAll(text.Split(SentenceEnds, StringSplitOptions.RemoveEmptyEntries), sentence => Phrase.WordsOf(sentence));

    /// <summary>The shortest run of words that the wording matches, or null.</summary>
    private static string? Found(PhraseAutomaton wording, string[] words)
    {
        if (!wording.Matches(words))
            return null;
        var end = Enumerable.Range(1, words.Length).First(end => wording.Matches(words[..end]));
        var start = Enumerable.Range(1, end).Select(length => end - length).First(start => wording.Matches(words[start..end]));
        return string.Join(' ', words[start..end]);
    }
}
