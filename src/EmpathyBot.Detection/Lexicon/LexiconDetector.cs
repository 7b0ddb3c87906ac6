using EmpathyBot.Domain.Emotions;

namespace EmpathyBot.Detection.Lexicon;

/// <summary>
/// The first detector: a lexicon, patterns and context, all in the text files of this folder. English only: a message in
/// another language gets an unsure reading.
/// </summary>
internal sealed class LexiconDetector : IEmotionDetector
{
    /// <summary>The name readings carry.</summary>
    public const string Name = "lexicon";

    /// <summary>Confidence of a reading of a language that is not understood here.</summary>
    private const double NotUnderstood = 0.2;

    /// <inheritdoc/>
    public ValueTask<MessageReading> ReadAsync(MessageToRead message, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(message);
        return ValueTask.FromResult(Read(message));
    }

    private static MessageReading Read(MessageToRead message)
    {
        var book = Book.Shipped;
        var findings = new Findings(message.Text ?? "", book);
        var context = MessageContext.Of(message, findings, book);
        var signals = SignalReader.Read(findings);
        signals = signals with { Repeat = signals.Repeat || context.SaysItAgain };
        var urgency = signals.Urgent ? Math.Min(1, 0.55 + 0.15 * SignalReader.UrgentPlaces(findings)) : 0;

        if (findings.Language is not (null or "en"))
            return new(message.ReadEmotion ? Unsure(urgency) : null, signals);

        var (reading, sarcasm) = EmotionReader.Read(findings, context, urgency);
        return new(message.ReadEmotion ? reading : null, signals with { Sarcasm = signals.Sarcasm || sarcasm });
    }

    private static EmotionReading Unsure(double urgency) =>
        new(Emotion.Neutral, null, 0, urgency, NotUnderstood, EmotionTarget.Unknown, [], Name);
}
