using EmpathyBot.Detection;
using EmpathyBot.Domain.Emotions;
using Microsoft.Extensions.DependencyInjection;

namespace EmpathyBot.Tests.Detection;

/// <summary>Reads messages with the detector as the host registers it.</summary>
internal static class Reading
{
    private static readonly IEmotionDetector Detector =
        new ServiceCollection().AddDetection().BuildServiceProvider().GetRequiredService<IEmotionDetector>();

    public static MessageReading Of(string text, params EarlierTurn[] earlier) =>
        Of(new MessageToRead(text, earlier));

    public static MessageReading Of(MessageToRead message)
    {
        var reading = Detector.ReadAsync(message, CancellationToken.None);
        return reading.IsCompletedSuccessfully ? reading.Result : throw new InvalidOperationException("The detector reads at once.");
    }

    /// <summary>The feeling that may be acted upon: neutral when unsure.</summary>
    public static string Feeling(this MessageReading reading) =>
        reading.Emotion is { IsSure: true } sure ? sure.Primary.ToString().ToLowerInvariant() : "neutral";
}
