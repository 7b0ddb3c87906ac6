using System.IO.Compression;
using System.Net;
using System.Security.Cryptography;
using EmpathyBot.Host.Website;
using EmpathyBot.Tests.Conventions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.Hosting;

namespace EmpathyBot.Tests.Website;

public sealed class ServingTests
{
    [Fact]
    public async Task The_start_page_is_the_shop_in_Development_and_says_what_runs_here_elsewhere()
    {
        await using var development = await StartAsync(Environments.Development);
        await using var production = await StartAsync(Environments.Production);

        Assert.Contains("Linden &amp; Loom", await development.GetTestClient().GetStringAsync("/"), StringComparison.Ordinal);
        Assert.Contains("EmpathyBot is running", await production.GetTestClient().GetStringAsync("/"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/index.html")]
    [InlineData("/shop/shop.css")]
    public async Task Nothing_of_the_demo_shop_is_served_outside_Development(string address)
    {
        await using var production = await StartAsync(Environments.Production);
        Assert.Equal(HttpStatusCode.NotFound, (await production.GetTestClient().GetAsync(address)).StatusCode);
    }

    [Theory]
    [InlineData("/widget.js", "text/javascript")]
    [InlineData("/widget/start.js", "text/javascript")]
    [InlineData("/widget/widget.css", "text/css")]
    [InlineData("/webchat.js", "text/javascript")]
    [InlineData("/webchat.js.LICENSE.txt", "text/plain")]
    public async Task Scripts_may_be_used_by_any_page_and_are_what_they_say(string address, string type)
    {
        await using var app = await StartAsync(Environments.Production);
        using var answer = await app.GetTestClient().GetAsync(address);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(type, answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal("*", Assert.Single(answer.Headers.GetValues("Access-Control-Allow-Origin")));
        Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
        Assert.NotNull(answer.Headers.ETag);
    }

    [Fact]
    public async Task A_file_the_browser_has_is_not_sent_again()
    {
        await using var app = await StartAsync(Environments.Production);
        var client = app.GetTestClient();
        using var first = await client.GetAsync("/widget.js");
        using var again = new HttpRequestMessage(HttpMethod.Get, "/widget.js");
        again.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        using var second = await client.SendAsync(again);

        Assert.True(first.Headers.CacheControl!.NoCache);
        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
    }

    [Theory]
    [InlineData("br", "br")]
    [InlineData("gzip, deflate, br", "br")]
    [InlineData("gzip", "gzip")]
    [InlineData("br;q=0, gzip", "gzip")]
    [InlineData("identity", null)]
    [InlineData(null, null)]
    public async Task Web_Chat_is_sent_in_the_smallest_form_the_browser_takes_and_is_the_same_in_each(string? accepted, string? sent)
    {
        await using var app = await StartAsync(Environments.Production);
        using var request = new HttpRequestMessage(HttpMethod.Get, "/webchat.js");
        if (accepted is not null)
            request.Headers.TryAddWithoutValidation("Accept-Encoding", accepted);
        using var answer = await app.GetTestClient().SendAsync(request);

        Assert.Equal(sent, answer.Content.Headers.ContentEncoding.SingleOrDefault());
        Assert.Contains("Accept-Encoding", answer.Headers.Vary);
        await using var body = Decoded(await answer.Content.ReadAsStreamAsync(), sent);
        var plain = await File.ReadAllBytesAsync(Path.Combine(AppContext.BaseDirectory, "webchat", "webchat.js"));
        Assert.Equal(SHA512.HashData(plain), await SHA512.HashDataAsync(body));
    }

    [Fact]
    public async Task The_page_runs_no_script_but_its_own()
    {
        await using var app = await StartAsync(Environments.Development);
        using var answer = await app.GetTestClient().GetAsync("/");

        var policy = Assert.Single(answer.Headers.GetValues("Content-Security-Policy"));
        Assert.Contains("script-src 'self';", policy, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/widget/../../appsettings.json")]
    [InlineData("/widget/%2e%2e/%2e%2e/EmpathyBot.Host.csproj")]
    [InlineData("/widget/nothing.js")]
    public async Task What_is_not_a_file_of_the_website_is_not_found(string address)
    {
        await using var app = await StartAsync(Environments.Development);
        Assert.Equal(HttpStatusCode.NotFound, (await app.GetTestClient().GetAsync(address)).StatusCode);
    }

    private static Stream Decoded(Stream body, string? encoding) => encoding switch
    {
        "br" => new BrotliStream(body, CompressionMode.Decompress),
        "gzip" => new GZipStream(body, CompressionMode.Decompress),
        _ => body,
    };

    private static async Task<WebApplication> StartAsync(string environment)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            EnvironmentName = environment,
            WebRootPath = Path.Combine(Repository.Root, "src", "EmpathyBot.Host", "wwwroot"),
        });
        builder.WebHost.UseTestServer();
        var app = builder.Build();
        app.MapWebsite(app.Environment);
        await app.StartAsync();
        return app;
    }
}
