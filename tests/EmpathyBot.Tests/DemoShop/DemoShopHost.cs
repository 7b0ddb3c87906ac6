using System.Net.Http.Json;
using System.Text.Json.Nodes;
using EmpathyBot.BackOffice;
using EmpathyBot.Domain.Solving;
using EmpathyBot.Host.DemoShop;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace EmpathyBot.Tests.DemoShop;

/// <summary>The demo shop as the host serves it, with data of its own, and the client that the bot calls it with.</summary>
public sealed class DemoShopHost : IAsyncLifetime
{
    private readonly string folder = Directory.CreateTempSubdirectory("empathybot-shop-").FullName;
    private WebApplication? app;
    private ServiceProvider? clients;

    internal IBackOffice BackOffice => clients!.GetRequiredService<IBackOffice>();

    public HttpClient Http => app!.GetTestClient();

    public async Task InitializeAsync()
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = "Development" });
        builder.WebHost.UseTestServer();
        builder.Configuration["Storage:Path"] = Path.Combine(folder, "empathybot.db");
        builder.Services.TryAddSingleton(TimeProvider.System);
        builder.Services.AddDemoShop(builder.Environment, builder.Configuration);
        app = builder.Build();
        app.MapDemoShop();
        await app.StartAsync();

        var services = new ServiceCollection().AddLogging().AddBackOffice(options => options.BaseUrl = "http://localhost/demo-shop");
        services.AddHttpClient(BackOfficeServices.ClientName).ConfigurePrimaryHttpMessageHandler(app.GetTestServer().CreateHandler);
        clients = services.BuildServiceProvider();
    }

    /// <summary>Calls an operation as a shop's client does.</summary>
    internal Task<BackOfficeAnswer> CallAsync(string operation, string key, params (string Name, string Value)[] arguments) =>
        BackOffice.CallAsync(new BackOfficeCall(operation, arguments.ToDictionary(argument => argument.Name, argument => argument.Value), key), default);

    /// <summary>Operations that changed something about an order.</summary>
    public async Task<IReadOnlyList<string>> ChangesOfAsync(string subject) =>
        [.. (await Http.GetFromJsonAsync<JsonArray>("demo-shop/changes"))!
            .Where(change => (string?)change!["orderNumber"] == subject).Select(change => (string)change!["operation"]!)];

    public async Task DisposeAsync()
    {
        if (clients is not null)
            await clients.DisposeAsync();
        if (app is not null)
            await app.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }
}
