using EmpathyBot.DirectLine.Attachments;
using EmpathyBot.DirectLine.Conversations;
using EmpathyBot.DirectLine.Streams;
using EmpathyBot.DirectLine.Tokens;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace EmpathyBot.DirectLine;

/// <summary>Adds the embedded website channel.</summary>
public static class DirectLineServiceCollectionExtensions
{
    /// <summary>
    /// Adds Direct Line 3.0. Stores, feed, turn queue and conversation starter of the domain must be registered by others.
    /// Invalid settings stop the start.
    /// </summary>
    /// <param name="services">The services.</param>
    /// <param name="configure">Sets the options; the host binds its section here.</param>
    public static IServiceCollection AddDirectLine(this IServiceCollection services, Action<DirectLineOptions>? configure = null)
    {
        services.AddOptions<DirectLineOptions>()
            .Configure(configure ?? (_ => { }))
            .ValidateDataAnnotations()
            .Validate(
                options => options.AllowedOrigins.All(origin => OriginPolicy.TryNormalize(origin) is { } normal && normal == origin.TrimEnd('/')),
                "DirectLine:AllowedOrigins must be origins such as \"https://shop.example\", each without a path.")
            .Validate(
                options => options.PublicUrl is null || OriginPolicy.TryNormalize(options.PublicUrl.OriginalString) is not null,
                "DirectLine:PublicUrl must be an absolute address such as \"https://bot.example\".")
            .ValidateOnStart();
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<ChannelAddress>();
        services.TryAddSingleton<OriginPolicy>();
        services.TryAddSingleton<TokenSigner>();
        services.TryAddSingleton<TokenCheck>();
        services.TryAddSingleton<CustomerIdentity>();
        services.TryAddSingleton<PageTokenEndpoint>();
        services.TryAddSingleton<TokenEndpoints>();
        services.TryAddSingleton<ConversationEndpoints>();
        services.TryAddSingleton<ActivityEndpoints>();
        services.TryAddSingleton<ActivityIntake>();
        services.TryAddSingleton<PostBudget>();
        services.TryAddSingleton<AttachmentLinks>();
        services.TryAddSingleton<AttachmentEndpoint>();
        services.TryAddSingleton<UploadReader>();
        services.TryAddSingleton<UploadEndpoint>();
        services.TryAddSingleton<StreamPages>();
        services.TryAddSingleton<StreamEndpoint>();
        services.TryAddSingleton<StreamPings>();
        services.TryAddSingleton<OpenPages>();
        services.AddHostedService(provider => provider.GetRequiredService<StreamPings>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IStartupFilter, WebSocketsFirst>());
        return services;
    }

    /// <summary>Puts WebSockets into the pipeline, so that mapping the routes is all a host must do.</summary>
    private sealed class WebSocketsFirst : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.UseWebSockets();
            next(app);
        };
    }
}
