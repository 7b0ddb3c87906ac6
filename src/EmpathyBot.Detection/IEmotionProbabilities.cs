using EmpathyBot.Domain.Emotions;

namespace EmpathyBot.Detection;

/// <summary>A detector that can also say how likely each emotion is: what measuring needs beyond a reading.</summary>
internal interface IEmotionProbabilities
{
    /// <summary>How likely each emotion is to be the primary one.</summary>
    /// <param name="message">The message.</param>
    /// <param name="byEmotion">Receives one probability an emotion, in the order of <see cref="Emotion"/>; they add up to 1.</param>
    void Probabilities(MessageToRead message, Span<float> byEmotion);
}
