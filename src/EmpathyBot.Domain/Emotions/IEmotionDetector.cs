using EmpathyBot.Domain.Handoffs;

namespace EmpathyBot.Domain.Emotions;

/// <summary>Something said earlier in the conversation.</summary>
/// <param name="Role"><c>customer</c>, <c>bot</c> or <c>agent</c>.</param>
/// <param name="Text">What was said.</param>
public sealed record EarlierTurn(string Role, string Text);

/// <summary>One customer message with what is needed to read it.</summary>
/// <param name="Text">The message as written.</param>
/// <param name="Earlier">What was said before, oldest first, at most six entries.</param>
/// <param name="ReadEmotion">False once the customer opted out: then only signals are read.</param>
public sealed record MessageToRead(string Text, IReadOnlyList<EarlierTurn> Earlier, bool ReadEmotion = true)
{
    /// <summary>
    /// ISO 639-1 code of the language the conversation is held in: what a message is taken for that is too short to tell, or
    /// belongs to two languages as much. Null when that is not known: then the earlier messages tell, and else English is expected.
    /// </summary>
    public string? Expected { get; init; }
}

/// <summary>The reading of one message: the emotion (null when switched off) and, apart from it, the signals.</summary>
public sealed record MessageReading(EmotionReading? Emotion, MessageSignals Signals)
{
    /// <summary>Secrets found while reading, to be masked before the message is kept.</summary>
    public IReadOnlyList<KnownSecret> Secrets { get; init; } = [];
}

/// <summary>
/// Reads how a customer feels. Any text is a valid message, however strange: a reading comes back in bounded time and
/// no implementation throws for what a message contains.
/// </summary>
public interface IEmotionDetector
{
    /// <summary>Reads one message.</summary>
    ValueTask<MessageReading> ReadAsync(MessageToRead message, CancellationToken cancellationToken);
}
