using EmpathyBot.Detection;
using EmpathyBot.Domain.Emotions;

namespace EmpathyBot.Workbench.Emotions.Evaluation;

/// <summary>A message with its reading.</summary>
/// <param name="Item">The message.</param>
/// <param name="Emotion">What was read.</param>
/// <param name="Signals">The signals that were read.</param>
/// <param name="Probabilities">One an emotion, in the order of <see cref="Domain.Emotions.Emotion"/>.</param>
internal sealed record ReadItem(EvaluationItem Item, EmotionReading Emotion, MessageSignals Signals, float[] Probabilities)
{
    private static readonly int Labels = Enum.GetValues<Emotion>().Length;

    /// <summary>Reads all messages, one after the other.</summary>
    public static async Task<IReadOnlyList<ReadItem>> ReadAllAsync(
        IEnumerable<EvaluationItem> items, IEmotionDetector detector, CancellationToken cancellationToken)
    {
        List<ReadItem> read = [];
        foreach (var item in items)
        {
            var reading = await detector.ReadAsync(item.Message, cancellationToken);
            var emotion = reading.Emotion ?? throw new InvalidOperationException("A reading was asked for and none was given.");
            read.Add(new(item, emotion, reading.Signals, ProbabilitiesOf(detector, item.Message, emotion)));
        }

        return read;
    }

    /// <summary>A detector that gives none is taken at its word: its confidence is the primary's, half of the rest the secondary's.</summary>
    private static float[] ProbabilitiesOf(IEmotionDetector detector, MessageToRead message, EmotionReading reading)
    {
        var probabilities = new float[Labels];
        if (detector is IEmotionProbabilities known)
        {
            known.Probabilities(message, probabilities);
            return probabilities;
        }

        var rest = 1 - reading.Confidence;
        if (reading.Secondary is { } second)
            (probabilities[(int)second], rest) = ((float)(rest / 2), rest / 2);
        for (var label = 0; label < Labels; label++)
            probabilities[label] += (float)(rest / Labels);
        probabilities[(int)reading.Primary] += (float)reading.Confidence;
        return probabilities;
    }
}
