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
        services.AddHttpClient(BackOfficeServices.ClientName, (provider, client) =>
            client.BaseAddress ??= new Uri(OwnAddress(provider) + Prefix + "/"));
        return services;
    }

    public static void MapDemoShop(this WebApplication app)
    {
        if (!app.Environment.IsDevelopment())
            return;
        var shop = app.MapGroup(Prefix).ExcludeFromDescription();
        shop.MapPost("/operations/find_order", (DemoArguments arguments, TimeProvider time) =>
            Owned(arguments) is { } order ? Results.Ok(order.Describe(time.GetUtcNow())) : Results.NotFound());
        shop.MapPost("/operations/open_parcel_search", (DemoArguments arguments, [FromHeader(Name = "Idempotency-Key")] string key, DemoShopChanges changes, TimeProvider time) =>
            Change("open_parcel_search", arguments, key, changes, time, days: 3));
        shop.MapPost("/operations/open_refund_trace", (DemoArguments arguments, [FromHeader(Name = "Idempotency-Key")] string key, DemoShopChanges changes, TimeProvider time) =>
            Change("open_refund_trace", arguments, key, changes, time, days: 2));
        shop.MapGet("/changes", (DemoShopChanges changes) => changes.List());
    }

    private static IResult Change(
        string operation, DemoArguments arguments, string key, DemoShopChanges changes, TimeProvider time, int days)
    {
        if (Owned(arguments) is null)
            return Results.NotFound();
        var now = time.GetUtcNow();
        var change = changes.Make(key, operation, arguments.OrderNumber!, now);
        return Results.Ok(new { reference = change.Reference, answer_by = now.AddDays(days).ToString("d MMMM", System.Globalization.CultureInfo.InvariantCulture) });
    }

    // Wrong and unknown get the same answer, so that nobody can guess owners.
    private static DemoOrder? Owned(DemoArguments arguments) =>
        DemoOrder.Find(arguments.OrderNumber) is { } order && order.IsProvenBy(arguments.Proof) ? order : null;

    private static string OwnAddress(IServiceProvider provider)
    {
        var address = provider.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()?.Addresses
            .FirstOrDefault(candidate => candidate.StartsWith("http://", StringComparison.Ordinal)) ?? "http://localhost:3978";
        return address.Replace("://[::]", "://localhost", StringComparison.Ordinal)
            .Replace("://0.0.0.0", "://localhost", StringComparison.Ordinal)
            .Replace("://+", "://localhost", StringComparison.Ordinal)
            .Replace("://*", "://localhost", StringComparison.Ordinal).TrimEnd('/');
    }

    /// <summary>What operations of the demo shop take.</summary>
    internal sealed record DemoArguments(
        [property: System.Text.Json.Serialization.JsonPropertyName("order_number")] string? OrderNumber,
        [property: System.Text.Json.Serialization.JsonPropertyName("proof")] string? Proof);
}
