using System.Text;
using EmpathyBot.Text;

namespace EmpathyBot.Content.Matching;

/// <summary>
/// Turns a message into features for matching, slips mended, in two views: all words and their letters, and plain words
/// only (padding gone, words of one meaning made one), so that "wheres my pakage pls" stands near "where is my parcel".
/// </summary>
internal sealed class MatchFeatures(MatchingWords words, Spelling spelling)
{
    private const uint PlainSalt = 0x51;

    /// <summary>Begins the name of a group: a letter that no word begins with, since the tokenizer drops signs.</summary>
    private const string Group = "ʘ";
    private const string OrderNumber = Group + "ordernumber";

    private static readonly Featurizer AsWritten = new(new FeaturizerOptions());
    private static readonly Featurizer PlainWords = new(new FeaturizerOptions { WordGrams = 1, LongestLetters = 0 });
    private static readonly Featurizer Plain = new(new FeaturizerOptions { WordGrams = 3, LongestLetters = 0 });

    /// <summary>All features of a text, and apart from them its plain words alone.</summary>
    public void Extract(string text, FeatureVector into, FeatureVector plainWords)
    {
        var mended = new StringBuilder(text.Length);
        var plain = new StringBuilder(text.Length);
        foreach (var written in TextFolding.FoldWords(text).Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var word = spelling.Correct(written) ?? written;
            if (words.Padding.Contains(word))
                continue;
            if (IsOrderNumber(word))
                word = OrderNumber;
            mended.Append(word).Append(' ');
            plain.Append(words.Alike.TryGetValue(word, out var group) ? Group + group : word).Append(' ');
        }

        into.Clear();
        AsWritten.Append(mended.ToString(), into, salt: 0, weight: 1);
        Plain.Append(plain.ToString(), into, PlainSalt, weight: 1);
        into.Merge();
        PlainWords.Extract(plain.ToString(), plainWords);
    }

    private bool IsOrderNumber(string word) =>
        words.OrderNumberDigits > 0 && word.Length == words.OrderNumberDigits && word.All(char.IsAsciiDigit);
}
