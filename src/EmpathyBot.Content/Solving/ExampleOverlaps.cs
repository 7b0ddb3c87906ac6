using EmpathyBot.Content.Matching;
using EmpathyBot.Content.Reading;
using EmpathyBot.Text;

namespace EmpathyBot.Content.Solving;

/// <summary>
/// The examples of all articles and procedures of one language, side by side: one that stands in two files teaches the
/// matcher nothing but doubt. The same words are an error, nearly the same are told as advice.
/// </summary>
internal sealed class ExampleOverlaps
{
    /// <summary>Shorter words differ by a letter and mean something else ("late", "rate").</summary>
    private const int LongWord = 6;

    private readonly List<(string File, YamlText Example)> _all = [];

    public void Add(string file, IEnumerable<YamlText> examples) => _all.AddRange(examples.Select(example => (file, example)));

    /// <summary>Tells what stands in two files; after all of them were added.</summary>
    public void Report(MatchingWords words, Problems problems)
    {
        foreach (var (here, there) in Pairs(example => [TextFolding.FoldWords(example)]))
            problems.Add(here.File, here.Example.Line, $"\"{here.Example.Text}\" is an example of {there.File}({there.Example.Line}) too. It can ask for only one of the two.");
        foreach (var (here, there) in Pairs(example => Meanings(example, words)).Where(pair => !AreSame(pair.Here.Example, pair.There.Example)))
        {
            problems.Advise(
                here.File, here.Example.Line,
                $"\"{here.Example.Text}\" is nearly \"{there.Example.Text}\" in {there.File}({there.Example.Line}). Keep it where it belongs, or tell them apart by another word.");
        }
    }

    private IEnumerable<((string File, YamlText Example) Here, (string File, YamlText Example) There)> Pairs(Func<string, IEnumerable<string>> keys) => _all
        .SelectMany(one => keys(one.Example.Text).Where(key => key.Length > 0).Select(key => (Key: key, One: one)))
        .GroupBy(pair => pair.Key, pair => pair.One, StringComparer.Ordinal)
        .SelectMany(alike => alike.Where(one => one.File != alike.First().File).DistinctBy(one => one.File).Select(one => (one, alike.First())))
        .Distinct();

    /// <summary>
    /// What a message comes down to: its words without padding, in whatever order; and the same with one letter of one long word
    /// left out, by which slips and endings meet.
    /// </summary>
    private static IEnumerable<string> Meanings(string example, MatchingWords words)
    {
        var said = TextFolding.FoldWords(example).Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Where(word => !words.Padding.Contains(word)).Distinct(StringComparer.Ordinal).ToList();
        yield return Joined(said);
        for (var index = 0; index < said.Count; index++)
        {
            for (var at = 0; said[index].Length >= LongWord && at < said[index].Length; at++)
                yield return Joined([.. said[..index], said[index].Remove(at, 1), .. said[(index + 1)..]]);
        }
    }

    private static string Joined(IEnumerable<string> words) => string.Join(' ', words.Order(StringComparer.Ordinal));

    private static bool AreSame(YamlText one, YamlText other) => TextFolding.FoldWords(one.Text) == TextFolding.FoldWords(other.Text);
}
