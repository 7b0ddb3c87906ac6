using EmpathyBot.Content.Reading;
using EmpathyBot.Text;

namespace EmpathyBot.Content.Matching;

/// <summary>How a message refers back to what was dealt with before it.</summary>
/// <param name="HasReference">A word in it stands for something named before: "that", "it".</param>
/// <param name="MeansAnother">It means another thing of the same kind: "the other one", or an order number.</param>
/// <param name="Rest">What it says by itself, without how it begins; empty when it is nothing but a reference.</param>
internal sealed record FollowUp(bool HasReference, bool MeansAnother, string Rest);

/// <summary>
/// Tells messages that refer back ("and for 10023?", "how long does that take?") by the words of
/// <c>refer_back</c> in <c>solving/matching/&lt;locale&gt;.yaml</c>.
/// </summary>
internal sealed class FollowUps
{
    /// <summary>Longer messages say by themselves what they are about.</summary>
    private const int MostWords = 10;

    private readonly List<string[]> _begins;
    private readonly List<string[]> _refers;
    private readonly List<string[]> _another;
    private readonly HashSet<string> _beside;

    private FollowUps(List<string[]> begins, List<string[]> refers, List<string[]> another, HashSet<string> beside)
    {
        _begins = begins;
        _refers = refers;
        _another = another;
        _beside = beside;
    }

    public static FollowUps None { get; } = new([], [], [], []);

    /// <summary>Reads the mapping under <c>refer_back</c>; none when it is not there.</summary>
    public static FollowUps Read(YamlMap? map)
    {
        if (map is null)
            return None;
        var read = new FollowUps(Words(map, "begins"), Words(map, "refers"), Words(map, "another"), [.. Words(map, "beside").SelectMany(words => words)]);
        map.Close();
        return read;
    }

    /// <summary>True for a word that begins something more: "and", but not "because".</summary>
    public bool GoesOn(string word) => _begins.Exists(begin => begin.Length == 1 && begin[0] == word);

    /// <summary>How this message refers back, or null when it does not.</summary>
    /// <param name="text">The message.</param>
    /// <param name="orderNumberDigits">A number of so many digits is an order number.</param>
    /// <param name="padding">Words that say nothing.</param>
    public FollowUp? Read(string text, int orderNumberDigits, IReadOnlySet<string> padding)
    {
        var words = TextFolding.FoldWords(text).Split(' ', StringSplitOptions.RemoveEmptyEntries).ToList();
        if (words.Count is 0 or > MostWords)
            return null;
        var begins = StartOf(words);
        words.RemoveRange(0, begins);
        var rest = words.ToList();
        var numbers = rest.RemoveAll(word => orderNumberDigits > 0 && word.Length == orderNumberDigits && word.All(char.IsAsciiDigit));
        var another = Remove(_another, rest);
        var refers = Remove(_refers, rest);
        var bare = rest.TrueForAll(word => _beside.Contains(word) || padding.Contains(word));
        if (begins == 0 && !another && !refers && (numbers == 0 || !bare))
            return null;
        return new(refers || another, another || numbers > 0, bare ? "" : string.Join(' ', words));
    }

    /// <summary>How many words at the beginning say no more than that it goes on.</summary>
    private int StartOf(List<string> words)
    {
        var length = 0;
        while (LongestAt(words, length) is > 0 and var found)
            length += found;
        return length;
    }

    /// <summary>How many words the longest beginning that stands here has; the longest come first.</summary>
    private int LongestAt(List<string> words, int at)
    {
        foreach (var begin in _begins)
        {
            if (begin.Length <= words.Count - at && Stands(begin, words, at))
                return begin.Length;
        }

        return 0;
    }

    private static bool Remove(List<string[]> phrases, List<string> words)
    {
        var count = words.Count;
        foreach (var phrase in phrases)
        {
            for (var at = words.Count - phrase.Length; at >= 0; at--)
            {
                if (at + phrase.Length <= words.Count && Stands(phrase, words, at))
                    words.RemoveRange(at, phrase.Length);
            }
        }

        return words.Count < count;
    }

    private static bool Stands(string[] phrase, List<string> words, int at)
    {
        for (var place = 0; place < phrase.Length; place++)
        {
            if (words[at + place] != phrase[place])
                return false;
        }

        return true;
    }

    private static List<string[]> Words(YamlMap map, string key) =>
        [.. map.Texts(key).Select(text => TextFolding.FoldWords(text.Text).Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .Where(words => words.Length > 0).OrderByDescending(words => words.Length)];
}
