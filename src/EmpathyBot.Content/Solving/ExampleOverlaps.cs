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

    private readonly List<Placed> _all = [];

    public void Add(string file, IEnumerable<YamlText> examples) => _all.AddRange(examples.Select(example => new Placed(file, example)));

    /// <summary>Tells what stands in two files; after all of them were added.</summary>
    public void Report(MatchingWords words, Problems problems)
    {
        foreach (var (here, there) in Pairs(example => [TextFolding.FoldWords(example)]))
            problems.Add(here.File, here.Example.Line, $"\"{here.Example.Text}\" is an example of {there.File}({there.Example.Line}) too. It can ask for only one of the two.");
        if (!problems.TakesAdvice)
            return;
        foreach (var (here, there) in Pairs(example => Meanings(example, words)).Where(pair => !AreSame(pair.Here.Example, pair.There.Example)))
        {
            problems.Advise(
                here.File, here.Example.Line,
                $"\"{here.Example.Text}\" is nearly \"{there.Example.Text}\" in {there.File}({there.Example.Line}). Keep it where it belongs, or tell them apart by another word.");
        }
    }

    private IEnumerable<Pair> Pairs(Func<string, IEnumerable<string>> keys)
    {
        var alike = new Dictionary<string, List<Placed>>(StringComparer.Ordinal);
        foreach (var one in _all)
        {
            foreach (var key in keys(one.Example.Text).Where(key => key.Length > 0))
            {
                if (alike.TryGetValue(key, out var others))
                    others.Add(one);
                else
                    alike[key] = [one];
            }
        }

        return alike.Values.Where(all => all.Count > 1)
            .SelectMany(all => all.Where(one => one.File != all[0].File).DistinctBy(one => one.File).Select(one => new Pair(one, all[0]))).Distinct();
    }

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

    /// <summary>An example and its file. Classes, not tuples: what is generic over a value is compiled anew at every start.</summary>
    private sealed record Placed(string File, YamlText Example);

    private sealed record Pair(Placed Here, Placed There);

    private static bool AreSame(YamlText one, YamlText other) => TextFolding.FoldWords(one.Text) == TextFolding.FoldWords(other.Text);
}
