using System.Text;
using EmpathyBot.Text;

namespace EmpathyBot.Content.Matching;

/// <summary>
/// Turns a message into features for matching, in two views: as written (words and letters), and in plain words (slips
/// mended, padding gone, words of one meaning made one), so that "wheres my pakage pls" stands near "where is my order".
/// </summary>
internal sealed class MatchFeatures(MatchingWords words, Spelling spelling)
{
    private const uint PlainSalt = 0x51;

    private static readonly Featurizer AsWritten = new(new FeaturizerOptions());
    private static readonly Featurizer Plain = new(new FeaturizerOptions { WordGrams = 3, LongestLetters = 0 });

    public void Extract(string text, FeatureVector into)
    {
        into.Clear();
        AsWritten.Append(text, into, salt: 0, weight: 1);
        Plain.Append(PlainWords(text), into, PlainSalt, weight: 1);
        into.Merge();
    }

    /// <summary>The message in plain words.</summary>
    public string PlainWords(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var written in TextFolding.FoldWords(text).Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (words.Padding.Contains(written))
                continue;
            var word = words.Alike.ContainsKey(written) ? written : spelling.Correct(written) ?? written;
            if (words.Padding.Contains(word))
                continue;
            if (plain.Length > 0)
                plain.Append(' ');
            // The tokenizer drops signs: the name of a group is told from the word by a letter no word begins with.
            plain.Append(words.Alike.TryGetValue(word, out var group) ? "ʘ" + group[1..] : char.IsAsciiDigit(word[0]) ? "0" : word);
        }

        return plain.ToString();
    }
}
