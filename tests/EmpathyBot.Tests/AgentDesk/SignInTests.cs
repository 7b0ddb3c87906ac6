using System.Net;
using System.Net.Http.Headers;
using System.Text;
using EmpathyBot.AgentDesk;
using Microsoft.Extensions.Options;

namespace EmpathyBot.Tests.AgentDesk;

public class SignInTests
{
    [Fact]
    public async Task In_development_a_name_signs_in_and_the_answer_says_so_loudly()
    {
        await using var host = await DeskHost.StartAsync();
        var desk = await host.SignInAsync("Zoë O'Neil-Ünal");

        var me = await desk.GetAsync("me");

        Assert.Equal("Zoë O'Neil-Ünal", (string?)me.Json["name"]);
        Assert.True((bool)me.Json["developmentSignIn"]!);
        Assert.NotEmpty((string)me.Json["agentId"]!);
    }

    [Fact]
    public async Task Without_a_name_it_is_the_development_agent()
    {
        await using var host = await DeskHost.StartAsync();

        var answer = await new Desk(host.NewClient()).PostAsync("sign-in");

        Assert.Equal("Development agent", (string?)answer.Json["name"]);
    }

    [Fact]
    public async Task In_development_one_may_try_to_be_an_agent_only()
    {
        await using var host = await DeskHost.StartAsync();
        var desk = new Desk(host.NewClient());

        Assert.Equal("supervisor", (string?)(await desk.PostAsync("sign-in", """{"name":"Mira"}""")).Json["role"]);
        Assert.Equal("agent", (string?)(await desk.PostAsync("sign-in", """{"name":"Mira","role":"agent"}""")).Json["role"]);
        Assert.Equal("bad-role", (await desk.PostAsync("sign-in", """{"name":"Mira","role":"1"}""")).ErrorCode);
    }

    [Fact]
    public async Task The_cookie_is_for_this_site_and_no_script()
    {
        await using var host = await DeskHost.StartAsync();

        var answer = await new Desk(host.NewClient()).PostAsync("sign-in", """{"name":"Mira"}""");

        var cookie = answer.Response.Headers.GetValues("Set-Cookie").Single();
        Assert.Contains("samesite=strict", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("""{"name":""}""")]
    [InlineData("""{"name":"   "}""")]
    [InlineData("""{"name":"..."}""")]
    [InlineData("""{"name":"[click](http://x)"}""")]
    [InlineData("""{"name":"<b>Mira</b>"}""")]
    [InlineData("""{"name":"Mira\nJoel"}""")]
    [InlineData("""{"name":"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"}""")]
    public async Task A_name_that_customers_must_not_see_is_refused_with_a_sentence(string body)
    {
        await using var host = await DeskHost.StartAsync();

        var answer = await new Desk(host.NewClient()).PostAsync("sign-in", body);

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Equal("bad-name", answer.ErrorCode);
    }

    [Fact]
    public async Task A_key_that_is_given_must_be_right()
    {
        await using var host = await DeskHost.StartAsync();
        var desk = new Desk(host.NewClient());

        Assert.Equal(HttpStatusCode.OK, (await desk.PostAsync("sign-in", $$"""{"name":"Mira","key":"{{DeskHost.Key}}"}""")).Status);
        Assert.Equal("wrong-key", (await desk.PostAsync("sign-in", """{"name":"Mira","key":"guess"}""")).ErrorCode);
    }

    [Theory]
    [InlineData("me")]
    [InlineData("handoffs")]
    [InlineData("conversations/c1")]
    [InlineData("events")]
    public async Task Nobody_reads_without_signing_in(string path)
    {
        await using var host = await DeskHost.StartAsync();

        var answer = await new Desk(host.NewClient()).GetAsync(path);

        Assert.Equal(HttpStatusCode.Unauthorized, answer.Status);
        Assert.Equal("not-signed-in", answer.ErrorCode);
        Assert.Equal("no-store", answer.Response.Headers.CacheControl?.ToString());
    }

    [Theory]
    [InlineData("accept")]
    [InlineData("messages")]
    [InlineData("typing")]
    [InlineData("close")]
    [InlineData("return")]
    [InlineData("transfer")]
    public async Task Nobody_acts_without_signing_in(string verb)
    {
        await using var host = await DeskHost.StartAsync();
        await host.QueuedAsync();

        Assert.Equal(HttpStatusCode.Unauthorized, (await new Desk(host.NewClient()).PostAsync($"handoffs/h-c1/{verb}", "{}")).Status);
    }

    [Fact]
    public async Task After_signing_out_the_cookie_is_gone()
    {
        await using var host = await DeskHost.StartAsync();
        var desk = await host.SignInAsync();

        var answer = await desk.PostAsync("sign-out");

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Contains("desk=;", answer.Response.Headers.GetValues("Set-Cookie").Single(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_development_key_lets_a_program_in_under_a_name_of_its_choice()
    {
        await using var host = await DeskHost.StartAsync();

        Assert.Equal("Development agent", (string?)(await host.WithKey().GetAsync("me")).Json["name"]);
        Assert.Equal("Joel", (string?)(await host.WithKey("Joel").GetAsync("me")).Json["name"]);
        Assert.Equal("wrong-key", (await host.WithKey(key: "guess").GetAsync("me")).ErrorCode);
    }

    [Fact]
    public async Task Without_the_setting_no_key_is_right_not_even_an_empty_one()
    {
        foreach (var unset in new[] { null, "" })
        {
            await using var host = await DeskHost.StartAsync(options => options.DevelopmentKey = unset);
            var client = host.NewClient();
            client.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", "Bearer ");

            Assert.Equal(HttpStatusCode.Unauthorized, (await new Desk(client).GetAsync("me")).Status);
            Assert.Equal(HttpStatusCode.Unauthorized, (await host.WithKey(key: DeskHost.Key).GetAsync("me")).Status);
        }
    }

    [Fact]
    public async Task Outside_development_neither_a_name_nor_a_key_lets_anyone_in()
    {
        await using var host = await DeskHost.StartAsync(environment: "Production");

        Assert.Equal("wrong-password", (await new Desk(host.NewClient()).PostAsync("sign-in", """{"name":"Mira"}""")).ErrorCode);
        Assert.Equal("not-signed-in", (await host.WithKey().GetAsync("handoffs")).ErrorCode);
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("multipart/form-data")]
    [InlineData(null)]
    public async Task A_form_on_another_site_can_do_nothing(string? contentType)
    {
        await using var host = await DeskHost.StartAsync();
        await host.QueuedAsync();
        var desk = await host.SignInAsync();
        var request = new HttpRequestMessage(HttpMethod.Post, "/api/desk/handoffs/h-c1/accept");
        if (contentType is not null)
        {
            request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes("{}"));
            request.Content.Headers.ContentType = new MediaTypeHeaderValue(contentType);
        }

        var answer = await desk.SendAsync(request);

        Assert.Equal(HttpStatusCode.Forbidden, answer.Status);
        Assert.Equal("foreign-page", answer.ErrorCode);
        Assert.Null((await host.TicketAsync()).AgentId);
    }

    [Fact]
    public async Task Invalid_settings_stop_the_start_with_all_errors()
    {
        var failure = await Assert.ThrowsAsync<OptionsValidationException>(() => DeskHost.StartAsync(options =>
        {
            options.MaxMessageChars = 1;
            options.MaxQueueItems = 0;
            options.Heartbeat = TimeSpan.Zero;
            options.SessionLifetime = TimeSpan.FromDays(30);
        }));

        foreach (var setting in new[] { nameof(DeskOptions.MaxMessageChars), nameof(DeskOptions.MaxQueueItems), nameof(DeskOptions.Heartbeat), nameof(DeskOptions.SessionLifetime) })
            Assert.Contains(setting, failure.Message, StringComparison.Ordinal);
    }
}
