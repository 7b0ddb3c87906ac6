using EmpathyBot.AgentDesk.Agents;
using EmpathyBot.AgentDesk.Conversations;
using EmpathyBot.AgentDesk.Handoffs;
using EmpathyBot.AgentDesk.Live;
using EmpathyBot.AgentDesk.SignIn;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace EmpathyBot.AgentDesk;

/// <summary>Adds the agents' desk.</summary>
public static class AgentDeskServiceCollectionExtensions
{
    /// <summary>
    /// Adds the desk: its API, its sign-in and its web app. Stores, feed and content of the domain must be registered by
    /// others. Invalid settings stop the start.
    /// </summary>
    /// <param name="services">The services.</param>
    /// <param name="configure">Sets the options; the host binds its section here.</param>
    public static IServiceCollection AddAgentDesk(this IServiceCollection services, Action<DeskOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        services.AddOptions<DeskOptions>().Configure(configure ?? (_ => { })).ValidateDataAnnotations().ValidateOnStart();
        services.TryAddSingleton(TimeProvider.System);
        services.AddAuthentication().AddCookie(DeskSignIn.Scheme);
        services.AddOptions<CookieAuthenticationOptions>(DeskSignIn.Scheme).Configure<IOptions<DeskOptions>>(SetCookie);
        services.TryAddSingleton<DeskSignIn>();
        services.TryAddSingleton<DeskDoor>();
        services.TryAddSingleton<TicketActions>();
        services.TryAddSingleton<DeskQueue>();
        services.TryAddSingleton<AgentLoads>();
        services.TryAddSingleton<AgentDirectory>();
        services.TryAddSingleton<MoodFreeBrief>();
        services.TryAddSingleton<EventStream>();
        services.TryAddSingleton(_ => new DeskClient(Path.Combine(AppContext.BaseDirectory, "desk")));
        return services;
    }

    private static void SetCookie(CookieAuthenticationOptions cookie, IOptions<DeskOptions> desk)
    {
        cookie.Cookie.Name = "desk";
        cookie.Cookie.HttpOnly = true;
        cookie.Cookie.SameSite = SameSiteMode.Strict;
        cookie.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        cookie.ExpireTimeSpan = desk.Value.SessionLifetime;
        cookie.SlidingExpiration = true;
    }
}
