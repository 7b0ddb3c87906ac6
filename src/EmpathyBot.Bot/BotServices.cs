using EmpathyBot.Bot.Conversations;
using EmpathyBot.Bot.Customers;
using EmpathyBot.Bot.Dialogs;
using EmpathyBot.Bot.Handoffs;
using EmpathyBot.Bot.Identity;
using EmpathyBot.Bot.Middleware;
using EmpathyBot.Domain.Conversations;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace EmpathyBot.Bot;

/// <summary>What this ring brings to a host: the bot, its adapters and the queue that runs stored turns.</summary>
public static class BotServices
{
    /// <summary>Adds the bot. Needs a store, content, a detector and a back office beside it.</summary>
    /// <param name="services">The services.</param>
    /// <param name="configure">Sets the options; the host binds its section here.</param>
    /// <param name="handoffs">Sets those of handing over.</param>
    /// <param name="teamsDesk">Sets those of telling agents in Teams.</param>
    public static IServiceCollection AddBot(
        this IServiceCollection services, Action<BotOptions>? configure = null, Action<HandoffOptions>? handoffs = null,
        Action<TeamsDeskOptions>? teamsDesk = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        var options = services.AddOptions<BotOptions>().ValidateDataAnnotations().ValidateOnStart();
        if (configure is not null)
            options.Configure(configure);

        if (handoffs is not null)
            services.Configure(handoffs);
        services.AddOptions<TeamsDeskOptions>().Configure(teamsDesk ?? (_ => { })).ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<TeamsDeskOptions>, TeamsDeskOptionsCheck>());
        services.TryAddSingleton(TimeProvider.System);
        services.AddHttpClient();
        // They say nothing at the level that is logged, and would be paid for with each call.
        services.ConfigureHttpClientDefaults(client => client.RemoveAllLoggers());
        services.AddBotIdentity();
        services.TryAddSingleton<IConversationEvents>(provider => provider.GetRequiredService<IConversationStore>());
        services.AddOptions<HandoffOptions>().ValidateDataAnnotations().ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<HandoffOptions>, HandoffCalendar>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<HandoffOptions>, HubOptionsCheck>());
        services.TryAddSingleton(provider => HandoffCalendar.Read(provider.GetRequiredService<IOptions<HandoffOptions>>().Value, []));
        services.TryAddSingleton<DeskOutlook>();
        services.TryAddSingleton<HandoffOpener>();
        services.TryAddSingleton<ProcedureRunner>();
        services.TryAddSingleton<MemoryControl>();
        services.TryAddSingleton<StepPerformer>();
        services.TryAddSingleton<TurnGatherer>();
        services.TryAddSingleton<TurnRunner>();
        services.TryAddSingleton<HostPatience>();
        services.TryAddSingleton<FailedTurn>();
        services.TryAddSingleton<AcceptanceMiddleware>();
        services.TryAddSingleton<UnitOfWorkMiddleware>();
        services.TryAddSingleton<IBot, CustomerServiceBot>();
        services.TryAddSingleton<StoredTurnAdapter>();
        services.TryAddSingleton<IConversationStarter, ConversationStarter>();
        services.TryAddSingleton<TurnQueue>();
        services.TryAddSingleton<ITurnQueue>(provider => provider.GetRequiredService<TurnQueue>());
        services.AddHostedService(provider => provider.GetRequiredService<TurnQueue>());
        services.TryAddSingleton<AdapterWithErrorHandler>();
        services.TryAddSingleton<IBotFrameworkHttpAdapter>(provider => provider.GetRequiredService<AdapterWithErrorHandler>());
        services.TryAddSingleton<UndeliveredNote>();
        services.AddHostedService<OutboxDelivery>();
        services.TryAddSingleton<HandoffPosts>();
        services.AddHostedService(provider => provider.GetRequiredService<HandoffPosts>());
        services.TryAddSingleton<HandoffTimekeeper>();
        services.AddHostedService(provider => provider.GetRequiredService<HandoffTimekeeper>());
        AddHub(services);
        return services;
    }

    private static void AddHub(IServiceCollection services)
    {
        // A redirect would carry what customers wrote to where nobody set it.
        services.AddHttpClient(HubLine.ClientName, client => (client.Timeout, client.MaxResponseContentBufferSize) = (TimeSpan.FromSeconds(10), 64 * 1024))
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false });
        services.TryAddSingleton<HubPackets>();
        services.TryAddSingleton<HubLine>();
        services.TryAddSingleton<HubReports>();
        services.TryAddSingleton<HubDelivery>();
        services.AddHostedService(provider => provider.GetRequiredService<HubDelivery>());
    }

    /// <summary>Maps the Bot Framework endpoint, and <c>/api/hub</c>, where another engagement hub answers.</summary>
    /// <param name="endpoints">The host's routes.</param>
    /// <param name="pattern">Where channels post activities; bot developers expect <c>/api/messages</c>.</param>
    public static IEndpointConventionBuilder MapBot(this IEndpointRouteBuilder endpoints, string pattern = "/api/messages")
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        endpoints.MapPost(HubEndpoint.Pattern, (HttpContext http, IOptions<HandoffOptions> options, HubReports reports) => HubEndpoint.HandleAsync(http, options, reports))
            .ExcludeFromDescription();
        return endpoints.Map(pattern, (HttpContext http, IBotFrameworkHttpAdapter adapter, IBot bot) => BotEndpoint.HandleAsync(http, adapter, bot))
            .ExcludeFromDescription();
    }
}
