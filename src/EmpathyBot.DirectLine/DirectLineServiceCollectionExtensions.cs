using EmpathyBot.DirectLine.Attachments;
using EmpathyBot.DirectLine.Conversations;
using EmpathyBot.DirectLine.Streams;
using EmpathyBot.DirectLine.Tokens;
using EmpathyBot.Domain.Conversations;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

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
            .Validate(
                options => options.Azure.Secret is null or { Length: >= 16 },
                "DirectLine:Azure:Secret is too short to be a secret of a Direct Line channel. Copy one from the Azure Bot resource (Channels, Direct Line).")
            .Validate(
                options => options.Azure.Domain is { IsAbsoluteUri: true } domain && (domain.Scheme == Uri.UriSchemeHttps || domain.IsLoopback),
                "DirectLine:Azure:Domain must be an https address such as \"https://directline.botframework.com/v3/directline\".")
            .ValidateOnStart();
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<ChannelAddress>();
        services.TryAddSingleton<OriginPolicy>();
        services.TryAddSingleton<TokenSigner>();
        services.TryAddSingleton<TokenCheck>();
        services.TryAddSingleton<CustomerIdentity>();
        services.TryAddSingleton<PageTokenEndpoint>();
        services.TryAddSingleton<EmbeddedPasses>();
        services.TryAddSingleton<AzurePasses>();
        services.TryAddSingleton<IPassIssuer>(provider => provider.GetRequiredService<IOptions<DirectLineOptions>>().Value.Azure.IsOn
            ? provider.GetRequiredService<AzurePasses>()
            : provider.GetRequiredService<EmbeddedPasses>());
        services.AddHttpClient(AzurePasses.HttpClientName, client => (client.Timeout, client.MaxResponseContentBufferSize) = (TimeSpan.FromSeconds(10), 64 * 1024));
        services.TryAddSingleton<TokenEndpoints>();
        services.TryAddSingleton<ConversationEndpoints>();
        services.TryAddSingleton<ActivityEndpoints>();
        services.TryAddSingleton<ActivityIntake>();
        services.TryAddSingleton<PostBudget>();
        services.TryAddSingleton<AddressBudget>();
        services.TryAddSingleton<AttachmentLinks>();
        services.TryAddSingleton<IAttachmentAddresses>(provider => provider.GetRequiredService<AttachmentLinks>());
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
