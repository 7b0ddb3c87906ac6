using EmpathyBot.Domain.Solving;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;

namespace EmpathyBot.Content;

/// <summary>Wires the content ring.</summary>
public static class ContentServiceCollectionExtensions
{
    /// <summary>
    /// Gives <see cref="IContentSource"/>. Broken content stops the start with all errors in one message
    /// (<see cref="ContentException"/>); afterwards it is only logged and the old content stays.
    /// </summary>
    public static IServiceCollection AddContent(this IServiceCollection services, Action<ContentOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        var options = services.AddOptions<ContentOptions>().ValidateDataAnnotations().ValidateOnStart();
        if (configure is not null)
            options.Configure(configure);
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<ContentSource>();
        services.TryAddSingleton<IContentSource>(provider => provider.GetRequiredService<ContentSource>());
        services.TryAddEnumerable(
            ServiceDescriptor.Singleton<IHostedService, ContentSource>(provider => provider.GetRequiredService<ContentSource>()));
        return services;
    }
}
