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
    private const uint PairSalt = 0x52;

    /// <summary>Words that are paired at most: pairs grow with the square.</summary>
    private const int MostPaired = 30;

    /// <summary>All features of a text, and apart from them its plain words alone.</summary>
    public void Extract(string text, FeatureVector into, FeatureVector plainWords)
    {
        var mended = new StringBuilder(text.Length);
        var plain = new StringBuilder(text.Length);
        Span<uint> paired = stackalloc uint[MostPaired];
        var pairs = 0;
        foreach (var written in TextFolding.FoldWords(text).Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var word = spelling.Correct(written) ?? written;
            if (words.Padding.Contains(word))
                continue;
            if (IsOrderNumber(word))
                word = OrderNumber;
            mended.Append(word).Append(' ');
            var meant = words.Alike.TryGetValue(word, out var group) ? Group + group : word;
            plain.Append(meant).Append(' ');
            var hash = TextHash.Of(meant);
            if (pairs < MostPaired && !paired[..pairs].Contains(hash))
                paired[pairs++] = hash;
        }

        into.Clear();
        AsWritten.Append(mended.ToString(), into, salt: 0, weight: 1);
        // Without words that are alike, the plain ones are those as written.
        if (words.Alike.Count > 0)
            Plain.Append(plain.ToString(), into, PlainSalt, weight: 1);
        AddPairs(paired[..pairs], into);
        into.MergeCounts();
        PlainWords.Extract(plain.ToString(), plainWords);
    }

    /// <summary>Adds each two words of the text, in whatever order and however far apart: "refund … status" says more than both.</summary>
    private static void AddPairs(Span<uint> hashes, FeatureVector into)
    {
        hashes.Sort();
        for (var one = 0; one < hashes.Length; one++)
        {
            for (var other = one + 1; other < hashes.Length; other++)
                into.Add(TextHash.Mix(TextHash.Mix(hashes[one], hashes[other]), PairSalt) & ~Featurizer.LettersBit, 1);
        }
    }

    private bool IsOrderNumber(string word) =>
        words.OrderNumberDigits > 0 && word.Length == words.OrderNumberDigits && word.All(char.IsAsciiDigit);
}
