using EmpathyBot.Detection.LocalModel;
using EmpathyBot.Domain.Emotions;
using Microsoft.Extensions.DependencyInjection;

namespace EmpathyBot.Detection;

/// <summary>Registers the reading of emotion.</summary>
public static class DetectionServiceCollectionExtensions
{
    /// <summary>
    /// Adds an <see cref="IEmotionDetector"/>; one that is there already stays. The models are opened at once, so that a bot
    /// whose models cannot be used does not start.
    /// </summary>
    /// <exception cref="ModelFileException">A model is missing, damaged or foreign.</exception>
    public static IServiceCollection AddDetection(this IServiceCollection services)
    {
        if (!services.Any(service => service.ServiceType == typeof(IEmotionDetector)))
            services.AddSingleton<IEmotionDetector>(new LocalModelDetector(LanguageModel.Shared));
        return services;
    }
}
