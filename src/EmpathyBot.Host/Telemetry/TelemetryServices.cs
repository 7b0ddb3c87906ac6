using EmpathyBot.Domain.Conversations;
using EmpathyBot.Domain.Emotions;
using EmpathyBot.Domain.Solving;

namespace EmpathyBot.Host.Telemetry;

/// <summary>Adds traces and metrics.</summary>
internal static class TelemetryServices
{
    /// <summary>Adds them; to be called after the store, the detector and the back office were added, which it measures.</summary>
    public static IServiceCollection AddTelemetry(this IServiceCollection services, Action<TelemetryOptions> configure)
    {
        services.AddOptions<TelemetryOptions>().Configure(configure).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<HostMeters>();
        services.AddSingleton<BackOfficeHealth>();
        services.Wrap<IConversationStore>((inner, provider) => ActivatorUtilities.CreateInstance<MeasuredConversationStore>(provider, inner));
        services.Wrap<IEmotionDetector>((inner, provider) => ActivatorUtilities.CreateInstance<MeasuredDetector>(provider, inner));
        services.Wrap<IBackOffice>((inner, provider) => ActivatorUtilities.CreateInstance<MeasuredBackOffice>(provider, inner));
        services.AddHostedService<TelemetryExport>();
        services.AddHostedService<QueueWatch>();
        return services;
    }

    private static void Wrap<TService>(this IServiceCollection services, Func<TService, IServiceProvider, TService> wrap)
        where TService : class
    {
        var added = services.Last(service => service.ServiceType == typeof(TService));
        services.Remove(added);
        services.AddSingleton(provider => wrap((TService)Make(added, provider), provider));
    }

    private static object Make(ServiceDescriptor added, IServiceProvider provider) =>
        added.ImplementationInstance ?? added.ImplementationFactory?.Invoke(provider) ?? ActivatorUtilities.CreateInstance(provider, added.ImplementationType!);
}
