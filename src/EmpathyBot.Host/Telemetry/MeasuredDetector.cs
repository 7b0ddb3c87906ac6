using System.Diagnostics;
using EmpathyBot.Bot.Conversations;
using EmpathyBot.Domain.Emotions;

namespace EmpathyBot.Host.Telemetry;

/// <summary>Tells how long reading takes.</summary>
internal sealed class MeasuredDetector(IEmotionDetector inner, HostMeters meters) : IEmotionDetector
{
    public async ValueTask<MessageReading> ReadAsync(MessageToRead message, CancellationToken cancellationToken)
    {
        using var span = BotTelemetry.Begin("read");
        var began = Stopwatch.GetTimestamp();
        var reading = await inner.ReadAsync(message, cancellationToken);
        meters.Read(Stopwatch.GetElapsedTime(began));
        return reading;
    }
}
