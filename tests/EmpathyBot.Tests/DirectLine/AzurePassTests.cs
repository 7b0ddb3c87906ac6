using System.Net;
using System.Text.Json.Nodes;
using EmpathyBot.DirectLine;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace EmpathyBot.Tests.DirectLine;

/// <summary>Azure's Direct Line in the place of the embedded one: the page asks as before and is told another address.</summary>
public sealed class AzurePassTests : IAsyncLifetime
{
    private const string CustomerKey = "the-shop's-own-key-of-32-characters";

    private AzureDirectLine azure = null!;

    public async Task InitializeAsync() => azure = await AzureDirectLine.StartAsync();

    public async Task DisposeAsync() => await azure.DisposeAsync();

    [Fact]
    public async Task The_secret_stays_here_and_the_page_gets_a_token_of_its_own()
    {
        await using var host = await StartAsync(options => options.AllowedOrigins.Add("https://shop.example"));
        var answer = await host.PostJsonAsync("/api/token", """{"locale":"en-GB"}""", origin: "https://shop.example");

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.DoesNotContain(AzureDirectLine.Secret, answer.Text, StringComparison.Ordinal);
        Assert.Equal((azure.Domain, 1800), ((string?)answer.Json!["domain"], (int)answer.Json!["expires_in"]!));
        var asked = Assert.Single(azure.Asked);
        Assert.Matches("^dl_[0-9a-f]{40}$", (string?)asked["user"]!["id"]);
        Assert.Equal((string?)answer.Json!["userId"], (string?)asked["user"]!["id"]);
        Assert.Equal(["https://shop.example", "http://localhost"], asked["trustedOrigins"]!.AsArray().Select(origin => (string?)origin));
    }

    [Fact]
    public async Task Every_page_is_somebody_else_and_none_may_say_who_it_is()
    {
        await using var host = await StartAsync();
        var first = await host.PostJsonAsync("/api/token", """{"userId":"dl_me","user":{"id":"dl_me"}}""");
        var second = await host.PostJsonAsync("/api/token", "{}");

        string?[] users = [(string?)first.Json!["userId"], (string?)second.Json!["userId"]];
        Assert.Equal(2, users.Distinct().Count());
        Assert.DoesNotContain("dl_me", users);
    }

    [Fact]
    public async Task Who_comes_back_goes_on_in_the_same_conversation()
    {
        await using var host = await StartAsync();
        var first = (await host.PostJsonAsync("/api/token", "{}")).Json!;
        var again = await ResumeAsync(host, first);

        Assert.Equal(((string?)first["conversationId"], (string?)first["userId"]), ((string?)again["conversationId"], (string?)again["userId"]));
        Assert.NotEqual((string?)first["resume"], (string?)again["resume"]);
        Assert.Equal((string?)first["conversationId"], (string?)(await ResumeAsync(host, again))["conversationId"]);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Who_cannot_go_on_begins_anew(bool forgotten)
    {
        await using var host = await StartAsync();
        var first = (await host.PostJsonAsync("/api/token", "{}")).Json!;
        if (forgotten)
            azure.Forget();
        else
            azure.BindsUser = false;

        var again = await ResumeAsync(host, first);
        Assert.NotEqual((string?)first["conversationId"], (string?)again["conversationId"]);
        Assert.NotEqual((string?)first["userId"], (string?)again["userId"]);
    }

    [Theory]
    [InlineData(403)]
    [InlineData(429)]
    [InlineData(500)]
    public async Task While_azure_gives_none_the_page_is_told_to_come_back(int status)
    {
        await using var host = await StartAsync();
        azure.Fails = status;
        var answer = await host.PostJsonAsync("/api/token", "{}");
        Assert.Equal((HttpStatusCode.ServiceUnavailable, "ChannelUnavailable"), (answer.Status, answer.ErrorCode));

        azure.Fails = 0;
        Assert.Equal(HttpStatusCode.OK, (await host.PostJsonAsync("/api/token", "{}")).Status);
    }

    [Fact]
    public async Task A_foreign_page_gets_nothing()
    {
        await using var host = await StartAsync();
        Assert.Equal("ForeignOrigin", (await host.PostJsonAsync("/api/token", "{}", origin: "https://evil.example")).ErrorCode);
        Assert.Empty(azure.Asked);
    }

    [Fact]
    public async Task The_embedded_channel_is_off()
    {
        await using var host = await StartAsync();
        Assert.Equal(HttpStatusCode.NotFound, (await host.PostJsonAsync($"{DirectLineHost.Prefix}/conversations", "{}")).Status);
    }

    [Theory]
    [InlineData("short", "https://directline.botframework.com/v3/directline", "DirectLine:Azure:Secret")]
    [InlineData(AzureDirectLine.Secret, "http://directline.example/v3/directline", "DirectLine:Azure:Domain")]
    [InlineData(AzureDirectLine.Secret, "/v3/directline", "DirectLine:Azure:Domain")]
    public void Settings_that_cannot_work_are_refused(string secret, string domain, string named)
    {
        var services = new ServiceCollection();
        services.AddDirectLine(options => (options.Azure.Secret, options.Azure.Domain) = (secret, new Uri(domain, UriKind.RelativeOrAbsolute)));
        using var provider = services.BuildServiceProvider();
        var refused = Assert.Throws<OptionsValidationException>(() => provider.GetRequiredService<IOptions<DirectLineOptions>>().Value);
        Assert.StartsWith(named, Assert.Single(refused.Failures));
    }

    private static async Task<JsonNode> ResumeAsync(DirectLineHost host, JsonNode before) =>
        (await host.PostJsonAsync("/api/token", new JsonObject { ["resume"] = (string?)before["resume"] }.ToJsonString())).Json!;

    private Task<DirectLineHost> StartAsync(Action<DirectLineOptions>? also = null) => DirectLineHost.StartAsync(options =>
    {
        (options.Azure.Secret, options.Azure.Domain) = (AzureDirectLine.Secret, new Uri(azure.Domain));
        options.CustomerTokenKey = CustomerKey;
        also?.Invoke(options);
    });
}
