using System.Net;
using EmpathyBot.AgentDesk;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace EmpathyBot.Tests.AgentDesk;

public sealed class DeskClientTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("desk-").FullName;

    public DeskClientTests()
    {
        Directory.CreateDirectory(Path.Combine(folder, "assets"));
        File.WriteAllText(Path.Combine(folder, "index.html"), "<title>Agent desk</title>");
        File.WriteAllText(Path.Combine(folder, "assets", "index-abc123.js"), "desk()");
        File.WriteAllText(Path.Combine(folder, "icon.svg"), "<svg/>");
    }

    [Fact]
    public async Task The_desk_is_framed_by_its_own_site_only()
    {
        await using var host = await StartAsync();

        var policy = (await host.NewClient().GetAsync("/desk")).Headers.GetValues("Content-Security-Policy").Single();

        Assert.Matches("frame-ancestors 'self'(;|$)", policy);
        Assert.DoesNotContain("unsafe-eval", policy, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/desk")]
    [InlineData("/desk/")]
    [InlineData("/desk/conversations/c1")]
    [InlineData("/desk/conversations/19%3Aabc%40thread.v2")]
    public async Task Every_address_of_the_app_is_the_app_and_is_asked_for_anew(string path)
    {
        await using var host = await StartAsync();

        var answer = await host.NewClient().GetAsync(path);

        Assert.Equal("<title>Agent desk</title>", await answer.Content.ReadAsStringAsync());
        Assert.Equal("text/html", answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal("no-cache", answer.Headers.CacheControl?.ToString());
        Assert.Contains("frame-ancestors 'self'", answer.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
    }

    [Theory]
    [InlineData(false, "frame-ancestors 'self'")]
    [InlineData(true, "frame-ancestors 'self' https://teams.microsoft.com https://*.teams.microsoft.com https://*.cloud.microsoft")]
    public async Task Only_Teams_may_frame_the_desk_and_only_where_the_settings_say_so(bool inTeams, string frames)
    {
        await using var host = await StartAsync(inTeams);

        var policy = (await host.NewClient().GetAsync("/desk")).Headers.GetValues("Content-Security-Policy").Single();

        Assert.Contains(frames, policy.Split("; "));
    }

    [Fact]
    public async Task Assets_are_kept_for_ever_since_their_names_change_with_them()
    {
        await using var host = await StartAsync();

        var answer = await host.NewClient().GetAsync("/desk/assets/index-abc123.js");

        Assert.Equal("desk()", await answer.Content.ReadAsStringAsync());
        Assert.Equal("text/javascript", answer.Content.Headers.ContentType?.MediaType);
        Assert.Contains("immutable", answer.Headers.CacheControl?.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/desk/assets/index-gone.js")]
    [InlineData("/desk/assets/..%2f..%2fsecret")]
    public async Task An_asset_that_is_not_there_is_not_the_app(string path)
    {
        await using var host = await StartAsync();

        Assert.Equal(HttpStatusCode.NotFound, (await host.NewClient().GetAsync(path)).StatusCode);
    }

    [Theory]
    [InlineData("/desk/..%2fsecret.txt")]
    [InlineData("/desk/%2e%2e/secret.txt")]
    [InlineData("/desk//etc/passwd")]
    public async Task Nothing_outside_the_folder_is_served(string path)
    {
        var secret = Path.Combine(Directory.GetParent(folder)!.FullName, "secret.txt");
        await File.WriteAllTextAsync(secret, "secret");
        await using var host = await StartAsync();

        var text = await (await host.NewClient().GetAsync(path)).Content.ReadAsStringAsync();

        File.Delete(secret);
        Assert.DoesNotContain("secret", text, StringComparison.Ordinal);
        Assert.DoesNotContain("root:", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_desk_that_was_not_built_says_so()
    {
        await using var host = await DeskHost.StartAsync(first: services => services.AddSingleton(new DeskClient(Path.Combine(folder, "nowhere"), Options.Create(new DeskOptions()))));

        var answer = await host.NewClient().GetAsync("/desk");

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Contains("was not built", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private Task<DeskHost> StartAsync(bool inTeams = false) => DeskHost.StartAsync(first: services => services.AddSingleton(new DeskClient(folder, Options.Create(new DeskOptions { InTeams = inTeams }))));
}
