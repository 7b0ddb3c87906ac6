using EmpathyBot.Domain.Acknowledgements;

namespace EmpathyBot.Content.Reading;

/// <summary>Lists of words as authors write them: with commas between, a word or several, <c>kids = kids'</c> when we say it another way.</summary>
internal static class WordList
{
    private static readonly char[] Comma = [','];

    /// <summary>The words as written, in order; empty when the key is not there.</summary>
    public static IReadOnlyList<string> Texts(YamlMap map, string key) =>
        [.. map.Texts(key).SelectMany(text => Cut(text.Text))];

    /// <summary>The words, to be looked up.</summary>
    public static IReadOnlySet<string> Set(YamlMap map, string key) =>
        Read(map, key).Select(word => word.Written).ToHashSet(StringComparer.Ordinal);

    /// <summary>The words, to be looked up, each with how we say it. One that is said in two ways is reported.</summary>
    public static IReadOnlyDictionary<string, string> Said(YamlMap map, string key)
    {
        var all = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (written, said, line) in Read(map, key))
        {
            if (!all.TryAdd(written, said) && all[written] != said)
                map.Report(line, $"\"{written}\" stands twice in \"{key}\" and is said in two ways.");
        }

        return all;
    }

    private static IEnumerable<(string Written, string Said, int Line)> Read(YamlMap map, string key)
    {
        foreach (var text in map.Texts(key))
        {
            foreach (var word in Cut(text.Text))
            {
                var sides = word.Split('=', 2, StringSplitOptions.TrimEntries);
                var written = NamingWords.Key(sides[0]);
                if (written.Length > 0 && sides[^1].Length > 0)
                    yield return (written, sides[^1], text.Line);
                else
                    map.Report(text.Line, $"\"{word}\" is no word. Write words with commas between, or \"as customers write = as we say\".");
            }
        }
    }

    private static string[] Cut(string text) => text.Split(Comma, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
