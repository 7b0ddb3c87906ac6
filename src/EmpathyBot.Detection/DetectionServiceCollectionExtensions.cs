using EmpathyBot.Detection.Lexicon;
using EmpathyBot.Domain.Emotions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace EmpathyBot.Detection;

/// <summary>Registers the reading of emotion.</summary>
public static class DetectionServiceCollectionExtensions
{
    /// <summary>Adds an <see cref="IEmotionDetector"/>; one that is there already stays.</summary>
    public static IServiceCollection AddDetection(this IServiceCollection services)
    {
        services.TryAddSingleton<IEmotionDetector, LexiconDetector>();
        return services;
    }
}
