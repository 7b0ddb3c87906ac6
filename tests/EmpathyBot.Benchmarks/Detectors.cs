using EmpathyBot.Detection;
using EmpathyBot.Domain.Emotions;
using Microsoft.Extensions.DependencyInjection;

namespace EmpathyBot.Benchmarks;

/// <summary>The detector as the host registers it.</summary>
internal static class Detectors
{
    public static IEmotionDetector Open() =>
        new ServiceCollection().AddDetection().BuildServiceProvider().GetRequiredService<IEmotionDetector>();

    /// <summary>Reads; the local detector answers at once.</summary>
    public static MessageReading Read(this IEmotionDetector detector, MessageToRead message)
    {
        var reading = detector.ReadAsync(message, CancellationToken.None);
        return reading.IsCompletedSuccessfully ? reading.Result : reading.AsTask().GetAwaiter().GetResult();
    }
}
