using EmpathyBot.Domain.Emotions;
using EmpathyBot.Text.Messages;

namespace EmpathyBot.Detection.LocalModel;

/// <summary>
/// Says which of the customer's words made a reading so: each feature's share in the first emotion, against what it gives
/// the others, falls to the words it stands on. Kept and used again. Not safe for several threads at once.
/// </summary>
internal sealed class CueFinder
{
    private const int Most = 5;

    /// <summary>Words that speak this much less than the strongest are none.</summary>
    private const float Weakest = 0.25f;

    /// <summary>A neighbour that speaks so much belongs to the cue.</summary>
    private const float Joins = 0.3f;

    private const int LongestCue = 6;

    /// <summary>The columns of the emotions, and so many more as make whole steps of the processor.</summary>
    private const int DirectionLength = 16;

    private float[] _words = new float[256];
    private readonly float[] _direction = new float[DirectionLength];
    private readonly (int From, int To, float Weight)[] _found = new (int, int, float)[Most];

    /// <summary>The cues, strongest first.</summary>
    public Cue[] Find(string text, EmotionModel model, EmotionFeatures features, EmotionScores scores, ReadOnlySpan<int> rows, ReadOnlySpan<float> values)
    {
        var words = features.Message.Words.Words;
        if (words.IsEmpty)
            return [];
        if (_words.Length < words.Length)
            _words = new float[words.Length * 2];
        var weights = _words.AsSpan(0, words.Length);
        weights.Clear();
        SetDirection(scores);
        Weigh(model, features.Features, rows, values, weights);

        var count = 0;
        var strongest = 0f;
        while (count < Most)
        {
            var peak = Peak(weights);
            if (weights[peak] <= 0 || weights[peak] < strongest * Weakest)
                break;
            strongest = Math.Max(strongest, weights[peak]);
            _found[count++] = Grow(words, weights, peak);
        }

        var cues = new Cue[count];
        for (var at = 0; at < count; at++)
        {
            var start = words[_found[at].From].Start;
            var length = words[_found[at].To - 1].End - start;
            cues[at] = new(start, length, text.Substring(start, length));
        }

        return cues;
    }

    /// <summary>How the score of the first emotion, less that of the others by their shares, moves with each column.</summary>
    private void SetDirection(EmotionScores scores)
    {
        var first = (int)scores.Leading().First;
        for (var at = 0; at < EmotionHeads.EmotionCount; at++)
            _direction[at] = (at == first ? 1 : 0) - scores.Emotions[at];
    }

    private void Weigh(EmotionModel model, MessageFeatures features, ReadOnlySpan<int> rows, ReadOnlySpan<float> values, Span<float> weights)
    {
        for (var at = 0; at < features.Count; at++)
        {
            var place = features.Places[at];
            if (rows[at] < 0 || place.To == 0)
                continue;
            var share = values[at] * model.Rows.Along(rows[at], _direction) / (place.To - place.From);
            for (var word = place.From; word < place.To; word++)
                weights[word] += share;
        }
    }

    private static int Peak(ReadOnlySpan<float> weights)
    {
        var peak = 0;
        for (var at = 1; at < weights.Length; at++)
            peak = weights[at] > weights[peak] ? at : peak;
        return peak;
    }

    /// <summary>Takes the neighbours in that speak too, and marks all as taken.</summary>
    private static (int From, int To, float Weight) Grow(ReadOnlySpan<MessageWord> words, Span<float> weights, int peak)
    {
        var weight = weights[peak];
        var (from, to) = (peak, peak + 1);
        while (true)
        {
            if (from > 0 && Belongs(words, weights, from - 1, from, weight, to - from))
                from--;
            else if (to < words.Length && Belongs(words, weights, to, to - 1, weight, to - from))
                to++;
            else
                break;
        }

        weights[from..to].Fill(float.NegativeInfinity);
        return (from, to, weight);
    }

    private static bool Belongs(ReadOnlySpan<MessageWord> words, ReadOnlySpan<float> weights, int word, int neighbour, float weight, int length)
    {
        if (float.IsNegativeInfinity(weights[word]))
            return false;
        // "Don't" is read as two words but written as one: it is never cut.
        if (words[word].Start == words[neighbour].Start)
            return true;
        return length < LongestCue && weights[word] >= weight * Joins && words[word].Sentence == words[neighbour].Sentence;
    }
}
