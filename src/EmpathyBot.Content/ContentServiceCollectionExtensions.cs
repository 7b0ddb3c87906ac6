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
    /// <param name="services">The services.</param>
    /// <param name="configure">Sets the options; called more than once when <paramref name="ahead"/>.</param>
    /// <param name="ahead">
    /// True begins loading at once, beside all else that a start does. What is wrong is told when the content is first
    /// asked for, as without; options that something else changes later are loaded then, and the head start is lost.
    /// </param>
    public static IServiceCollection AddContent(this IServiceCollection services, Action<ContentOptions>? configure = null, bool ahead = false)
    {
        ArgumentNullException.ThrowIfNull(services);
        var options = services.AddOptions<ContentOptions>().ValidateDataAnnotations().ValidateOnStart();
        if (configure is not null)
            options.Configure(configure);
        if (ahead)
        {
            var early = new ContentOptions();
            configure?.Invoke(early);
            services.TryAddSingleton(new ContentAhead(early));
        }

        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<ContentSource>();
        services.TryAddSingleton<IContentSource>(provider => provider.GetRequiredService<ContentSource>());
        services.TryAddEnumerable(
            ServiceDescriptor.Singleton<IHostedService, ContentSource>(provider => provider.GetRequiredService<ContentSource>()));
        return services;
    }
}
