using Azure;
using Azure.Identity;
using EmpathyBot.Detection.TextAnalytics;
using EmpathyBot.Domain.Emotions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace EmpathyBot.Detection;

/// <summary>Registers Azure AI Language as a second reader.</summary>
public static class LanguageServiceCollectionExtensions
{
    /// <summary>
    /// Lets Azure AI Language sharpen the readings of the <see cref="IEmotionDetector"/> registered so far, when
    /// <see cref="LanguageOptions.Endpoint"/> is set; otherwise that detector is used as it is.
    /// </summary>
    /// <exception cref="InvalidOperationException">No detector is registered: call <c>AddDetection</c> first.</exception>
    public static IServiceCollection AddLanguageService(this IServiceCollection services, Action<LanguageOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(configure);
        var local = services.LastOrDefault(service => service.ServiceType == typeof(IEmotionDetector))
            ?? throw new InvalidOperationException("There is no detector to sharpen. Call AddDetection before AddLanguageService.");

        services.AddOptions<LanguageOptions>().Configure(configure).ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<LanguageOptions>, LanguageOptionsRules>());
        var settings = new LanguageOptions();
        configure(settings);
        if (settings.Endpoint.Length == 0)
            return services;

        services.TryAddSingleton(TimeProvider.System);
        services.AddMetrics();
        services.TryAddSingleton<LanguageMeter>();
        services.TryAddSingleton<LanguagePatience>();
        services.TryAddSingleton<LanguageService>();
        services.TryAddSingleton(provider => Client(provider.GetRequiredService<IOptions<LanguageOptions>>().Value));
        services.Replace(ServiceDescriptor.Singleton<IEmotionDetector>(provider => Detector(provider, local)));
        return services;
    }

    private static TextAnalyticsDetector Detector(IServiceProvider provider, ServiceDescriptor local)
    {
        var detector = local.ImplementationInstance ?? local.ImplementationFactory?.Invoke(provider)
            ?? ActivatorUtilities.CreateInstance(provider, local.ImplementationType!);
        return new TextAnalyticsDetector((IEmotionDetector)detector, provider.GetRequiredService<LanguageService>());
    }

    private static TextAnalyticsClient Client(LanguageOptions settings)
    {
        var options = new TextAnalyticsClientOptions();
        // A second try would outlive the budget; the circuit decides when to ask again.
        options.Retry.MaxRetries = 0;
        var endpoint = new Uri(settings.Endpoint);
        return settings.Key.Length > 0
            ? new TextAnalyticsClient(endpoint, new AzureKeyCredential(settings.Key), options)
            : new TextAnalyticsClient(endpoint, new UnhurriedCredential(Identity(settings)), options);
    }

    private static ManagedIdentityCredential Identity(LanguageOptions settings) => new(settings.ManagedIdentityClientId.Length > 0
        ? ManagedIdentityId.FromUserAssignedClientId(settings.ManagedIdentityClientId)
        : ManagedIdentityId.SystemAssigned);
}
