using System.Net;
using EmpathyBot.DirectLine;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace EmpathyBot.Tests.DirectLine;

public sealed class OriginTests
{
    [Theory]
    [InlineData("https://evil.example")]
    [InlineData("https://shop.example.evil.example")]
    [InlineData("http://shop.example")]
    [InlineData("https://shop.example:8443")]
    [InlineData("null")]
    public async Task A_foreign_page_is_refused(string origin)
    {
        await using var host = await DirectLineHost.StartAsync(options => options.AllowedOrigins.Add("https://shop.example"));

        var answer = await host.PostJsonAsync("/api/token", "{}", origin: origin);

        Assert.Equal(HttpStatusCode.Forbidden, answer.Status);
        Assert.Equal("ForeignOrigin", answer.ErrorCode);
        Assert.Null(answer.Header("Access-Control-Allow-Origin"));
    }

    [Theory]
    [InlineData("https://shop.example")]
    [InlineData("http://localhost")]
    [InlineData("https://bot.example")]
    public async Task Listed_pages_and_our_own_are_let_in_and_may_read_the_answer(string origin)
    {
        await using var host = await DirectLineHost.StartAsync(options =>
        {
            options.AllowedOrigins.Add("https://shop.example");
            options.PublicUrl = new Uri("https://bot.example/");
        });

        var answer = await host.PostJsonAsync("/api/token", "{}", origin: origin);

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Equal(origin, answer.Header("Access-Control-Allow-Origin"));
        Assert.Equal("Origin", answer.Header("Vary"));
        Assert.Equal("https://bot.example/v3/directline", (string)answer.Json!["domain"]!);
    }

    [Theory]
    [InlineData("/api/token")]
    [InlineData("/v3/directline/conversations")]
    [InlineData("/v3/directline/conversations/x/activities")]
    public async Task A_browser_that_asks_first_is_told_what_it_may_send(string path)
    {
        await using var host = await DirectLineHost.StartAsync(options => options.AllowedOrigins.Add("https://shop.example"));

        var answer = await host.SendAsync(HttpMethod.Options, path, origin: "https://shop.example");

        Assert.Equal(HttpStatusCode.NoContent, answer.Status);
        Assert.Equal("https://shop.example", answer.Header("Access-Control-Allow-Origin"));
        Assert.Equal("GET,POST,OPTIONS", answer.Header("Access-Control-Allow-Methods"));
        Assert.Equal("authorization,content-type,x-ms-bot-agent,x-requested-with", answer.Header("Access-Control-Allow-Headers"));
        Assert.NotNull(answer.Header("Access-Control-Max-Age"));
    }

    [Fact]
    public async Task Only_the_session_question_is_answered_with_credentials()
    {
        await using var host = await DirectLineHost.StartAsync();

        var session = await host.SendAsync(HttpMethod.Get, $"{DirectLineHost.Prefix}/session/getsessionid", origin: "http://localhost");
        var token = await host.PostJsonAsync("/api/token", "{}", origin: "http://localhost");

        Assert.Equal(HttpStatusCode.NoContent, session.Status);
        Assert.Equal("true", session.Header("Access-Control-Allow-Credentials"));
        Assert.Null(token.Header("Access-Control-Allow-Credentials"));
    }

    [Theory]
    [InlineData("GET", "/v3/directline/tokens/refresh")]
    [InlineData("POST", "/v3/directline/nothing/here")]
    [InlineData("DELETE", "/v3/directline/conversations/x")]
    [InlineData("GET", "/api/token")]
    public async Task What_direct_line_does_not_have_is_answered_with_a_sentence(string method, string path)
    {
        await using var host = await DirectLineHost.StartAsync();

        var answer = await host.SendAsync(new HttpMethod(method), path);

        Assert.Equal(HttpStatusCode.NotFound, answer.Status);
        Assert.NotNull(answer.ErrorMessage);
    }

    [Theory]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("7")]
    public async Task A_malformed_request_for_a_token_is_answered_with_a_sentence(string body)
    {
        await using var host = await DirectLineHost.StartAsync();

        var answer = await host.PostJsonAsync("/api/token", body);

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Equal("BadSyntax", answer.ErrorCode);
    }

    [Fact]
    public void All_that_is_wrong_in_the_settings_is_told_at_once()
    {
        var options = new ServiceCollection().AddDirectLine(options =>
        {
            options.TokenLifetime = TimeSpan.Zero;
            options.MaxUploadFiles = 0;
            options.Secret = "short";
            options.AllowedOrigins.Add("shop.example");
            options.PublicUrl = new Uri("ftp://bot.example");
        }).BuildServiceProvider().GetRequiredService<IOptions<DirectLineOptions>>();

        var failures = Assert.Throws<OptionsValidationException>(() => options.Value).Failures.ToArray();

        foreach (var setting in new[] { "TokenLifetime", "MaxUploadFiles", "Secret", "AllowedOrigins", "PublicUrl" })
        {
            Assert.Contains(failures, failure => failure.Contains(setting, StringComparison.Ordinal));
        }
    }
}
