using EmpathyBot.BackOffice;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Mvc;

namespace EmpathyBot.Host.DemoShop;

/// <summary>
/// A small online shop's systems, served in Development only, so that procedures have something real to call. It stands
/// behind the same HTTP client that a real shop would be configured with.
/// </summary>
internal static class DemoShopEndpoints
{
    private const string Prefix = "/demo-shop";

    /// <summary>In Development, without another back office configured, calls go to this host's demo shop.</summary>
    public static IServiceCollection AddDemoShop(this IServiceCollection services, IHostEnvironment environment, IConfiguration settings)
    {
        if (!environment.IsDevelopment())
            return services;
        services.AddSingleton(_ => new DemoShopChanges(
            Path.Combine(Path.GetDirectoryName(HostSettings.StoragePath(settings, environment))!, "demo-shop.db")));
        services.AddSingleton(provider => DemoOperations.Open(provider.GetRequiredService<DemoShopChanges>(), provider.GetRequiredService<TimeProvider>()));
        services.AddHttpClient(BackOfficeServices.ClientName, (provider, client) =>
            client.BaseAddress ??= new Uri(OwnAddress(provider) + Prefix + "/"));
        return services;
    }

    public static void MapDemoShop(this WebApplication app)
    {
        if (!app.Environment.IsDevelopment())
            return;
        var shop = app.MapGroup(Prefix).ExcludeFromDescription();
        shop.MapPost("/operations/{name}", Call);
        shop.MapGet("/changes", (DemoShopChanges changes) => changes.List());
    }

    private static IResult Call(
        string name, Dictionary<string, string> arguments, [FromHeader(Name = "Idempotency-Key")] string? key, DemoOperations shop) =>
        shop.Call(name, arguments, key)?.ToResult() ?? Results.BadRequest();

    private static string OwnAddress(IServiceProvider provider)
    {
        var address = provider.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()?.Addresses
            .FirstOrDefault(candidate => candidate.StartsWith("http://", StringComparison.Ordinal)) ?? "http://localhost:3978";
        return address.Replace("://[::]", "://localhost", StringComparison.Ordinal)
            .Replace("://0.0.0.0", "://localhost", StringComparison.Ordinal)
            .Replace("://+", "://localhost", StringComparison.Ordinal)
            .Replace("://*", "://localhost", StringComparison.Ordinal).TrimEnd('/');
    }
}
