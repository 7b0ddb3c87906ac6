using EmpathyBot.AgentDesk.Agents;
using EmpathyBot.AgentDesk.Audit;
using EmpathyBot.AgentDesk.Conversations;
using EmpathyBot.AgentDesk.Handoffs;
using EmpathyBot.AgentDesk.Live;
using EmpathyBot.AgentDesk.SignIn;
using EmpathyBot.Domain.SignIn;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
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
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<DeskOptions>, DeskOptionsCheck>());
        AddSignIn(services);
        services.TryAddSingleton<DeskAudit>();
        services.TryAddSingleton<DeskDoor>();
        services.TryAddSingleton<TicketActions>();
        services.TryAddSingleton<DeskQueue>();
        services.TryAddSingleton<AgentLoads>();
        services.TryAddSingleton<AgentDirectory>();
        services.TryAddSingleton<MoodFreeBrief>();
        services.TryAddSingleton<EventStream>();
        services.TryAddSingleton(provider => new DeskClient(Path.Combine(AppContext.BaseDirectory, "desk"), provider.GetRequiredService<IOptions<DeskOptions>>()));
        return services;
    }

    /// <summary>Adds what changes accounts; enough for a command that runs without the desk. The stores are registered by others.</summary>
    public static IServiceCollection AddDeskAccounts(this IServiceCollection services)
    {
        ArgumentNullException.ThrowIfNull(services);
        services.TryAddSingleton(TimeProvider.System);
        services.AddOptions<PasswordHasherOptions>().Configure(hasher => hasher.IterationCount = Passwords.Iterations);
        services.TryAddSingleton<Passwords>();
        services.TryAddSingleton(provider => new DeskAccounts(
            provider.GetRequiredService<IDeskAccountStore>(), provider.GetRequiredService<Passwords>(), provider.GetRequiredService<TimeProvider>()));
        return services;
    }

    private static void AddSignIn(IServiceCollection services)
    {
        services.AddDeskAccounts();
        services.AddHttpContextAccessor();
        services.AddAuthentication()
            .AddCookie(DeskSession.Scheme)
            .AddRemoteScheme<OpenIdOptions, OpenIdHandler>(OpenIdHandler.SchemeName, null, null);
        services.AddOptions<CookieAuthenticationOptions>(DeskSession.Scheme).Configure<IOptions<DeskOptions>, IHostEnvironment>(SetCookie);
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IConfigureOptions<OpenIdOptions>, OpenIdSetup>());
        services.TryAddSingleton<DevelopmentSignIn>();
        services.TryAddSingleton<PasswordSignIn>();
        services.TryAddSingleton<OpenIdAccounts>();
        services.TryAddSingleton<TeamsSignIn>();
        services.TryAddSingleton<DeskSession>();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IHostedService, SignInStart>());
    }

    private static void SetCookie(CookieAuthenticationOptions cookie, IOptions<DeskOptions> desk, IHostEnvironment environment)
    {
        cookie.Cookie.Name = "desk";
        cookie.Cookie.HttpOnly = true;
        cookie.Cookie.SameSite = SameSiteMode.Strict;
        cookie.Cookie.SecurePolicy = environment.IsDevelopment() ? CookieSecurePolicy.SameAsRequest : CookieSecurePolicy.Always;
        if (desk.Value.InTeams)
        {
            // What Strict keeps out, the door does: it takes no POST of another site's page, and no other site can read an answer.
            cookie.Cookie.SameSite = SameSiteMode.None;
            cookie.Cookie.SecurePolicy = CookieSecurePolicy.Always;
            // Browsers that keep cookies of frames apart by the page around them send only such ones.
            cookie.Cookie.Extensions.Add("Partitioned");
        }

        cookie.ExpireTimeSpan = desk.Value.SessionLifetime;
        cookie.SlidingExpiration = true;
        cookie.EventsType = typeof(DeskSession);
    }
}
