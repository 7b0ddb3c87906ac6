using EmpathyBot.Bot.Identity;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Identity.Client;

namespace EmpathyBot.Tests.Identity;

/// <summary>How the bot gets the tokens it shows to channels: from whom, with what, and how often.</summary>
public sealed class OutboundTokenTests : IAsyncLifetime
{
    private TokenServer server = null!;

    public async Task InitializeAsync() => server = await TokenServer.StartAsync();

    public async Task DisposeAsync() => await server.DisposeAsync();

    [Theory]
    [InlineData("", "botframework.com")]
    [InlineData("MultiTenant", "botframework.com")]
    [InlineData("SingleTenant", Minted.TenantId)]
    public async Task A_password_is_shown_to_the_tenant_that_knows_it(string type, string tenant)
    {
        await using var services = Services(type, "pass & word", Minted.TenantId);
        Assert.Equal("token-1", await TokenAsync(services));

        Assert.Equal(tenant, Assert.Single(server.Tenants));
        var asked = Assert.Single(server.Asked);
        Assert.Equal(
            ("client_credentials", Minted.AppId, "pass & word", "https://api.botframework.com/.default"),
            (asked["grant_type"], asked["client_id"], asked["client_secret"], asked["scope"]));
    }

    [Fact]
    public async Task A_managed_identity_asks_the_machine_and_has_no_password()
    {
        await using var services = Services("UserAssignedMSI", "", Minted.TenantId);
        Assert.Equal("token-1", await TokenAsync(services));
        Assert.Equal("token-1", await TokenAsync(services));

        var asked = Assert.Single(server.Asked);
        Assert.Equal((Minted.AppId, "https://api.botframework.com"), (asked["client_id"], asked["resource"]));
    }

    [Fact]
    public async Task A_token_is_kept_and_many_sends_at_once_ask_once()
    {
        await using var services = Services("MultiTenant", "password", "");
        var tokens = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => TokenAsync(services)));
        Assert.Equal(["token-1"], tokens.Distinct());
        Assert.Single(server.Asked);
    }

    [Fact]
    public async Task A_token_that_ends_within_minutes_is_replaced_before_it_does()
    {
        server.LifetimeSeconds = 240;
        await using var services = Services("SingleTenant", "password", Minted.TenantId);
        Assert.Equal("token-1", await TokenAsync(services));
        Assert.Equal("token-2", await TokenAsync(services));
    }

    [Fact]
    public async Task A_refusal_is_no_token_and_the_next_try_may_get_one()
    {
        server.Refuses = true;
        await using var services = Services("MultiTenant", "password", "");
        var refused = await Assert.ThrowsAsync<MsalServiceException>(() => TokenAsync(services));
        Assert.DoesNotContain("password", refused.ToString(), StringComparison.Ordinal);

        server.Refuses = false;
        Assert.Equal("token-1", await TokenAsync(services));
    }

    [Theory]
    [InlineData("https://smba.example/v3/conversations/a/activities", true)]
    [InlineData("http://127.0.0.1:5000/v3/conversations/a/activities", true)]
    [InlineData("http://smba.example/v3/conversations/a/activities", false)]
    public async Task A_token_goes_where_nobody_reads_along(string address, bool sent)
    {
        await using var services = Services("MultiTenant", "password", "");
        var credentials = await services.GetRequiredService<BotCredentials>().CreateCredentialsAsync(Minted.AppId, "", "", true, default);
        using var request = new HttpRequestMessage(HttpMethod.Post, address);
        if (sent)
            await credentials.ProcessHttpRequestAsync(request, default);
        else
            await Assert.ThrowsAsync<HttpRequestException>(() => credentials.ProcessHttpRequestAsync(request, default));
        Assert.Equal(sent ? "Bearer token-1" : null, request.Headers.Authorization?.ToString());
    }

    [Fact]
    public async Task A_bot_without_identity_shows_no_token()
    {
        await using var services = Services("", "", "", appId: "");
        var credentials = await services.GetRequiredService<BotCredentials>().CreateCredentialsAsync("", "", "", true, default);
        using var request = new HttpRequestMessage(HttpMethod.Post, "http://127.0.0.1:5000/");
        await credentials.ProcessHttpRequestAsync(request, default);
        Assert.Null(request.Headers.Authorization);
        Assert.Empty(server.Asked);
    }

    private static Task<string> TokenAsync(IServiceProvider services) => services.GetRequiredService<OutboundTokens>().TokenAsync(default);

    private ServiceProvider Services(string type, string password, string tenant, string appId = Minted.AppId)
    {
        var settings = new Dictionary<string, string?>
        {
            ["MicrosoftAppType"] = type, ["MicrosoftAppId"] = appId, ["MicrosoftAppPassword"] = password, ["MicrosoftAppTenantId"] = tenant,
        };
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection(settings).Build());
        services.AddBotIdentity();
        services.AddHttpClient(SigningKeys.HttpClientName).ConfigurePrimaryHttpMessageHandler(server.NewHandler);
        return services.BuildServiceProvider();
    }
}
