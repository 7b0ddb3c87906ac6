using System.Text.RegularExpressions;

namespace EmpathyBot.Workbench.Handoffs;

/// <summary>ROUGE-1, -2 and -L as F1, 0 to 1.</summary>
internal readonly record struct RougeScore(double One, double Two, double Longest)
{
    /// <summary>The mean of several scores.</summary>
    public static RougeScore Mean(IReadOnlyCollection<RougeScore> scores) =>
        new(scores.Average(score => score.One), scores.Average(score => score.Two), scores.Average(score => score.Longest));
}

/// <summary>
/// ROUGE (Lin 2004) as it is mostly counted: lower case, runs of letters and digits as words, Porter stems of words of more
/// than three letters unless said otherwise, F1, and for L the longest common subsequence over the whole text.
/// </summary>
internal static partial class Rouge
{
    /// <summary>Compares a text with one that a person wrote.</summary>
    public static RougeScore Score(string written, string reference, bool stemmed = true)
    {
        var (ours, theirs) = (Words(written, stemmed), Words(reference, stemmed));
        return new(Grams(ours, theirs, 1), Grams(ours, theirs, 2), F1(Common(ours, theirs), ours.Length, theirs.Length));
    }

    /// <summary>The words of a text as they are compared.</summary>
    public static string[] Words(string text, bool stemmed = true) =>
        [.. Word().Matches(text.ToLowerInvariant()).Select(match => stemmed && match.Length > 3 ? PorterStemmer.Stem(match.Value) : match.Value)];

    private static double Grams(string[] ours, string[] theirs, int length)
    {
        var (left, right) = (Count(ours, length), Count(theirs, length));
        var shared = left.Sum(gram => Math.Min(gram.Value, right.GetValueOrDefault(gram.Key)));
        return F1(shared, left.Values.Sum(), right.Values.Sum());
    }

    private static Dictionary<string, int> Count(string[] words, int length)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var place = 0; place + length <= words.Length; place++)
        {
            var gram = string.Join(' ', words, place, length);
            counts[gram] = counts.GetValueOrDefault(gram) + 1;
        }

        return counts;
    }

    private static int Common(string[] left, string[] right)
    {
        var above = new int[right.Length + 1];
        foreach (var word in left)
        {
            var row = new int[right.Length + 1];
            for (var place = 1; place <= right.Length; place++)
                row[place] = word == right[place - 1] ? above[place - 1] + 1 : Math.Max(above[place], row[place - 1]);
            above = row;
        }

        return above[^1];
    }

    private static double F1(int shared, int ours, int theirs) => shared == 0 ? 0 : 2.0 * shared / (ours + theirs);

    [GeneratedRegex("[a-z0-9]+")]
    private static partial Regex Word();
}
