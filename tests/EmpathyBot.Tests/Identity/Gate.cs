using EmpathyBot.Bot.Identity;
using EmpathyBot.Tests.DirectLine;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace EmpathyBot.Tests.Identity;

/// <summary>The check of who calls, set up as the bot sets it up, with the keys of a <see cref="KeyServer"/>.</summary>
internal sealed class Gate : IAsyncDisposable
{
    private readonly ServiceProvider services;

    public Gate(KeyServer keys, string environment = "Production", params (string Name, string Value)[] settings)
    {
        var set = new Dictionary<string, string?>
        {
            ["MicrosoftAppId"] = Minted.AppId, ["MicrosoftAppPassword"] = "secret",
            ["ToBotFromChannelOpenIdMetadataUrl"] = $"{keys.Url}/channels", ["ToBotFromEmulatorOpenIdMetadataUrl"] = $"{keys.Url}/entra",
        };
        foreach (var (name, value) in settings)
            set[name] = value;
        var collection = new ServiceCollection();
        collection.AddLogging();
        collection.AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection(set).Build());
        collection.AddSingleton<TimeProvider>(Clock);
        collection.AddSingleton<IHostEnvironment>(new NamedEnvironment(environment));
        collection.AddBotIdentity();
        services = collection.BuildServiceProvider();
    }

    public TurnableClock Clock { get; } = new();

    public BotFrameworkAuthentication Authentication => services.GetRequiredService<BotFrameworkAuthentication>();

    public Task<AuthenticateRequestResult> EnterAsync(Minted token) => Authentication.AuthenticateRequestAsync(token.Activity, token.Authorization, default);

    public async Task<bool> LetsInAsync(Minted token)
    {
        try
        {
            await EnterAsync(token);
            return true;
        }
        catch (UnauthorizedAccessException)
        {
            return false;
        }
    }

    public ValueTask DisposeAsync() => services.DisposeAsync();

    private sealed class NamedEnvironment(string name) : IHostEnvironment
    {
        public string EnvironmentName { get; set; } = name;

        public string ApplicationName { get; set; } = "EmpathyBot";

        public string ContentRootPath { get; set; } = AppContext.BaseDirectory;

        public Microsoft.Extensions.FileProviders.IFileProvider ContentRootFileProvider { get; set; } = new Microsoft.Extensions.FileProviders.NullFileProvider();
    }
}
