using EmpathyBot.Detection;
using EmpathyBot.Domain.Emotions;
using Microsoft.Extensions.DependencyInjection;

namespace EmpathyBot.Workbench.Emotions;

/// <summary>What reads the messages of a file.</summary>
internal static class EmotionReaders
{
    /// <summary>The detector the bot itself would use.</summary>
    public static IEmotionDetector Open() => new ServiceCollection().AddDetection().BuildServiceProvider().GetRequiredService<IEmotionDetector>();
}
