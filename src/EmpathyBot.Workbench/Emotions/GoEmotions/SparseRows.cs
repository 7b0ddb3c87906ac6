using EmpathyBot.Detection.LocalModel;
using EmpathyBot.Domain.Emotions;
using EmpathyBot.Text;
using EmpathyBot.Workbench.Emotions.Training;

namespace EmpathyBot.Workbench.Emotions.GoEmotions;

/// <summary>Texts as rows of feature numbers and values, all in one block of memory.</summary>
internal sealed class SparseRows
{
    private readonly int[] _starts;
    private readonly int[] _columns;
    private readonly float[] _values;

    private SparseRows(int[] starts, int[] columns, float[] values) => (_starts, _columns, _values) = (starts, columns, values);

    public int Count => _starts.Length - 1;

    public ReadOnlySpan<int> Columns(int row) => _columns.AsSpan(_starts[row], _starts[row + 1] - _starts[row]);

    public ReadOnlySpan<float> Values(int row) => _values.AsSpan(_starts[row], _starts[row + 1] - _starts[row]);

    /// <summary>The features of texts by the code that the bot reads with.</summary>
    public static List<FeatureVector> Features(IReadOnlyList<Comment> comments, LanguageLexicon lexicon) => TrainingSet.Features(
        [.. comments.Select(comment => new LabelledMessage(new MessageToRead(comment.Text, []), new(Emotion.Neutral, null, 0, 0, EmotionTarget.Unknown, MessageSignals.None), []))],
        lexicon);

    /// <summary>Rows over the features that are kept; each value times the weight of its feature.</summary>
    public static SparseRows Of(IReadOnlyList<FeatureVector> texts, uint[] keys, float[] factors)
    {
        var places = keys.Select((key, at) => (key, at)).ToDictionary(pair => pair.key, pair => pair.at);
        var (starts, columns, values) = (new int[texts.Count + 1], new List<int>(), new List<float>());
        for (var row = 0; row < texts.Count; row++)
        {
            var (own, weighed) = TrainingSet.Weigh(texts[row], places, factors);
            columns.AddRange(own);
            values.AddRange(weighed);
            starts[row + 1] = columns.Count;
        }

        return new(starts, [.. columns], [.. values]);
    }
}
