using System.Numerics;
using EmpathyBot.Domain.Emotions;
using EmpathyBot.Text;
using EmpathyBot.Text.Messages;

namespace EmpathyBot.Detection.LocalModel;

/// <summary>
/// Turns a message and what was said before into features: words, letters, how it is written, which phrases of the lexicon
/// it holds, and the turns before. Training and reading share it; a change here makes stored models foreign, so
/// <see cref="Version"/> must change with it. Kept and filled again. Not safe for several threads at once.
/// </summary>
internal sealed class EmotionFeatures
{
    /// <summary>Which features are made; stored in model files.</summary>
    public const int Version = 2;

    /// <summary>How much each group of features counts: words, letters, phrases, shape, the two turns before, place.</summary>
    public static readonly float[] Weights = [1, 0.5f, 0.5f, 0.5f, 0.5f, 0.5f, 0.3f];

    /// <summary>Characters of a message that are read, from its beginning and from its end.</summary>
    private const int MessageHead = 2_000, MessageTail = 1_000;

    /// <summary>Characters of an earlier turn that are read, from its beginning and from its end.</summary>
    private const int EarlierHead = 300, EarlierTail = 150;

    private const uint OwnTurn = 0x4F574E00, OtherTurn = 0x4F544800;
    private const uint LineSalt = 0x4C494E45, NegatedSalt = 0x4E454741, KindSalt = 0x4B494E44, LastSalt = 0x4B4C4153, PairSalt = 0x50414952;
    private const uint ShapedSalt = 0x53484150, LengthSalt = 0x4C454E47, PlaceSalt = 0x504C4143, BeforeSalt = 0x42454652;

    private readonly PhraseFindings _own = new();
    private readonly PhraseFindings _other = new();

    /// <summary>The message itself.</summary>
    public PhraseFindings Message { get; } = new();

    /// <summary>The features of the message read last.</summary>
    public MessageFeatures Features { get; } = new();

    /// <summary>Reads a message and makes its features.</summary>
    public void Read(MessageToRead message, LanguageLexicon lexicon)
    {
        ReadWords(message.Text, lexicon);
        Make(message, lexicon);
    }

    /// <summary>Reads only the words; enough to tell the language.</summary>
    public void ReadWords(string text, LanguageLexicon lexicon) => Message.Words.Read(text, lexicon.Forms, MessageHead, MessageTail);

    /// <summary>Makes the features of a message whose words were read with this language's lists.</summary>
    public void Make(MessageToRead message, LanguageLexicon lexicon)
    {
        Message.FindIn(lexicon);
        var (own, other, lastIsOwn) = Before(message.Earlier);
        Features.Clear();

        MessageFeaturizer.AddWords(Message.Words, Features, 0);
        Features.EndGroup(Weights[0]);
        MessageFeaturizer.AddLetters(Message.Words, Features, 3, 5);
        Features.EndGroup(Weights[1]);
        AddPhrases();
        Features.EndGroup(Weights[2]);
        ShapeFeatures.Add(Message.Words, Features, 0);
        Features.EndGroup(Weights[3]);
        AddBefore(own, _own, lexicon, OwnTurn);
        Features.EndGroup(Weights[4]);
        AddBefore(other, _other, lexicon, OtherTurn);
        Features.EndGroup(Weights[5]);
        AddPlace(own, other, lastIsOwn);
        Features.EndGroup(Weights[6]);
    }

    private void AddPhrases()
    {
        var hits = Message.Hits;
        for (var at = 0; at < hits.Length; at++)
        {
            var hit = hits[at];
            var salt = Message.IsNegated(hit) ? NegatedSalt : LineSalt;
            Features.Add(TextHash.Mix(hit.Line, salt), 1, hit.From, hit.To);
            if (Message.IsPart(at))
                continue;
            for (var kind = PhraseKinds.Of(Message.MeaningOf(hit), salt == NegatedSalt); kind != 0; kind &= kind - 1)
                Features.Add(TextHash.Mix((uint)BitOperations.TrailingZeroCount(kind), KindSalt), 1, hit.From, hit.To);
        }

        AddKinds(Message.KindsOfLastClause, LastSalt);
        var shape = Message.Words.Shape;
        AddKinds(Message.Kinds, ShapedSalt + (shape.IsShouted ? 4u : 0) + (shape.Questions > 0 ? 2u : 0) + (shape.Bangs > 0 ? 1u : 0));
        AddKinds(Message.Kinds, LengthSalt + (uint)ShapeFeatures.Bucket(Message.Words.Count) / 2);
        AddPairs(Message.Kinds, Message.Kinds, PairSalt);
    }

    private void AddKinds(ulong kinds, uint salt)
    {
        if (kinds == 0)
            Features.Add(TextHash.Mix(99, salt));
        for (; kinds != 0; kinds &= kinds - 1)
            Features.Add(TextHash.Mix((uint)BitOperations.TrailingZeroCount(kinds), salt));
    }

    private void AddPairs(ulong kinds, ulong others, uint salt)
    {
        for (; kinds != 0; kinds &= kinds - 1)
        {
            var first = (uint)BitOperations.TrailingZeroCount(kinds);
            for (var rest = others == 0 ? 0 : salt == PairSalt ? kinds & kinds - 1 : others; rest != 0; rest &= rest - 1)
                Features.Add(TextHash.Mix(first << 8 | (uint)BitOperations.TrailingZeroCount(rest), salt));
        }
    }

    private void AddBefore(string? turn, PhraseFindings into, LanguageLexicon lexicon, uint salt)
    {
        if (turn is null)
            return;
        into.Read(turn, lexicon, EarlierHead, EarlierTail);
        MessageFeaturizer.AddWords(into.Words, Features, salt);
        AddKinds(into.Kinds, KindSalt + salt);
        ShapeFeatures.Add(into.Words, Features, salt);
        AddPairs(into.Kinds & PhraseKinds.Feelings, Message.Kinds, BeforeSalt + salt);
        AddKinds(into.Kinds & PhraseKinds.Feelings, LengthSalt + salt + (uint)ShapeFeatures.Bucket(Message.Words.Count) / 2);
    }

    private void AddPlace(string? own, string? other, bool lastIsOwn)
    {
        var place = (own is null ? 0u : 1u) | (other is null ? 0u : 2u) | (lastIsOwn ? 4u : 0u);
        Features.Add(TextHash.Mix(place, PlaceSalt));
        Features.Add(TextHash.Mix(place << 8 | (uint)ShapeFeatures.Bucket(Message.Words.Count), PlaceSalt + 1));
        if (own is null)
            return;
        Features.Add(TextHash.Mix((uint)(4 * Overlap(Message.Words.Words, _own.Words.Words)), PlaceSalt + 2));
        if (Message.Words.Shape.IsShouted)
            Features.Add(TextHash.Mix(_own.Words.Shape.IsShouted ? 1u : 2u, PlaceSalt + 3));
    }

    /// <summary>The share of the message's words that the other one has too: who says it again is not heard.</summary>
    private static float Overlap(ReadOnlySpan<MessageWord> words, ReadOnlySpan<MessageWord> before)
    {
        var (longer, both) = (0, 0);
        foreach (ref readonly var word in words[..Math.Min(words.Length, 100)])
        {
            if (word.LettersLength <= 5)
                continue;
            longer++;
            foreach (ref readonly var other in before[..Math.Min(before.Length, 100)])
            {
                if (other.Hash != word.Hash)
                    continue;
                both++;
                break;
            }
        }

        return longer < 2 ? 0 : (float)both / longer;
    }

    /// <summary>What the customer said before, and what the other side said last.</summary>
    private static (string? Own, string? Other, bool LastIsOwn) Before(IReadOnlyList<EarlierTurn> earlier)
    {
        string? own = null, other = null;
        for (var at = earlier.Count - 1; at >= 0 && (own is null || other is null); at--)
        {
            if (earlier[at]?.Text is not { } text)
                continue;
            if (earlier[at].Role == "customer")
                own ??= text;
            else
                other ??= text;
        }

        return (own, other, earlier.Count > 0 && earlier[^1]?.Role == "customer");
    }
}
