using EmpathyBot.Domain.Emotions;

namespace EmpathyBot.Tests.Bot;

/// <summary>Reads what the test says: capitals are anger, "human" asks for a person, "end it all" speaks of harm, "boom" throws, P1234567 is a secret.</summary>
internal sealed class ScriptedDetector : IEmotionDetector
{
    public ValueTask<MessageReading> ReadAsync(MessageToRead message, CancellationToken cancellationToken)
    {
        if (message.Text.Contains("boom", StringComparison.Ordinal))
            throw new InvalidOperationException("The detector broke, as the test wants.");
        var angry = message.Text.Any(char.IsLetter) && !message.Text.Any(char.IsLower);
        var reading = angry
            ? new EmotionReading(Emotion.Anger, null, 0.8, 0, 0.9, EmotionTarget.Wait, [new Cue(0, 4, message.Text[..4])], "script")
            : EmotionReading.NothingFound;
        var signals = MessageSignals.None with { WantsHuman = message.Text.Contains("human", StringComparison.OrdinalIgnoreCase), AtRisk = message.Text.Contains("end it all", StringComparison.Ordinal) };
        return ValueTask.FromResult(new MessageReading(message.ReadEmotion ? reading : null, signals) { Secrets = [new("P1234567", "national id")] });
    }
}
