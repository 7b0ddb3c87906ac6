using EmpathyBot.Domain.Emotions;
using EmpathyBot.Domain.Handoffs;

namespace EmpathyBot.Detection.TextAnalytics;

/// <summary>
/// Reads here first, then asks Azure AI Language and fuses the two (<see cref="ReadingFusion"/>). A customer who switched
/// reading off is never sent; nor is a message without a word. Secrets are masked before anything is sent.
/// </summary>
internal sealed class TextAnalyticsDetector(IEmotionDetector local, LanguageService service) : IEmotionDetector
{
    /// <inheritdoc/>
    public async ValueTask<MessageReading> ReadAsync(MessageToRead message, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(message);
        var ours = await local.ReadAsync(message, cancellationToken);
        if (!message.ReadEmotion || !message.Text.Any(char.IsLetter))
            return ours;

        var answer = await service.AskAsync(SecretMask.Mask(message.Text).Text, ours.Signals.Language, cancellationToken);
        return ReadingFusion.Fuse(ours, answer, message.Text);
    }
}
