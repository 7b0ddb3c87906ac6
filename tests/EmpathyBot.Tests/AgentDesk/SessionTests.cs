using System.Net;
using EmpathyBot.Domain.Audit;
using EmpathyBot.Domain.SignIn;
using Microsoft.Extensions.Options;

namespace EmpathyBot.Tests.AgentDesk;

public class SessionTests
{
    [Fact]
    public async Task Outside_development_the_cookie_travels_over_https_only()
    {
        await using var host = await DeskHost.StartAsync(environment: "Production");
        await host.AddAccountAsync();

        var cookie = (await new Desk(host.NewClient()).TryPasswordAsync("Mira", DeskHost.Password)).Response.Headers.GetValues("Set-Cookie").Single();

        foreach (var part in new[] { "; secure", "; httponly", "; samesite=strict" })
            Assert.Contains(part, cookie, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("desk=")]
    [InlineData("desk=nonsense")]
    [InlineData("desk=CfDJ8AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("desk=chunks-3")]
    [InlineData("desk=\u00e9\u00e9")]
    public async Task A_cookie_that_is_none_of_ours_lets_nobody_in(string cookie)
    {
        await using var host = await DeskHost.StartAsync(environment: "Production");
        var desk = new Desk(host.NewClient());
        desk.Client.DefaultRequestHeaders.TryAddWithoutValidation("Cookie", cookie);

        Assert.Equal("not-signed-in", (await desk.GetAsync("me")).ErrorCode);
    }

    [Fact]
    public async Task A_cookie_of_another_host_lets_nobody_in()
    {
        await using var one = await DeskHost.StartAsync(environment: "Production");
        await using var other = await DeskHost.StartAsync(environment: "Production");
        await one.AddAccountAsync();
        var desk = await one.SignInWithPasswordAsync();
        var stranger = new Desk(other.NewClient());
        stranger.Client.DefaultRequestHeaders.Add("Cookie", desk.Client.DefaultRequestHeaders.GetValues("Cookie"));

        Assert.Equal(HttpStatusCode.Unauthorized, (await stranger.GetAsync("me")).Status);
    }

    [Fact]
    public async Task A_disabled_account_is_out_everywhere_at_once_and_enabling_brings_no_session_back()
    {
        await using var host = await DeskHost.StartAsync(environment: "Production");
        await host.AddAccountAsync();
        Desk[] desks = [await host.SignInWithPasswordAsync(), await host.SignInWithPasswordAsync()];

        await host.Accounts.DisableAsync("mira", AuditedBy.CommandLine, CancellationToken.None);
        foreach (var desk in desks)
            Assert.Equal(HttpStatusCode.Unauthorized, (await desk.GetAsync("me")).Status);

        await host.Accounts.EnableAsync("mira", AuditedBy.CommandLine, CancellationToken.None);
        Assert.Equal(HttpStatusCode.Unauthorized, (await desks[0].GetAsync("me")).Status);
        await host.SignInWithPasswordAsync();
    }

    [Fact]
    public async Task A_reset_password_ends_every_session_and_the_old_one_lets_nobody_in()
    {
        await using var host = await DeskHost.StartAsync(environment: "Production");
        await host.AddAccountAsync();
        var desk = await host.SignInWithPasswordAsync();

        await host.Accounts.ResetPasswordAsync("mira", "another four words here", AuditedBy.CommandLine, CancellationToken.None);

        Assert.Equal(HttpStatusCode.Unauthorized, (await desk.GetAsync("me")).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await new Desk(host.NewClient()).TryPasswordAsync("Mira", DeskHost.Password)).Status);
        await host.SignInWithPasswordAsync(password: "another four words here");
    }

    [Fact]
    public async Task Changing_ones_own_password_keeps_this_session_and_ends_the_others()
    {
        await using var host = await DeskHost.StartAsync(environment: "Production");
        await host.AddAccountAsync();
        var (here, elsewhere) = (await host.SignInWithPasswordAsync(), await host.SignInWithPasswordAsync());

        var answer = await here.PostAsync("password", $$"""{"current":"{{DeskHost.Password}}","next":"another four words here"}""");
        Assert.Equal(HttpStatusCode.OK, answer.Status);
        here.Keep(answer.Response);

        Assert.Equal(HttpStatusCode.OK, (await here.GetAsync("me")).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await elsewhere.GetAsync("me")).Status);
        await host.SignInWithPasswordAsync(password: "another four words here");
    }

    [Theory]
    [InlineData("not my password", "another four words here", "wrong-password")]
    [InlineData(null, "another four words here", "wrong-password")]
    [InlineData(DeskHost.Password, "short", "bad-password")]
    [InlineData(DeskHost.Password, null, "bad-password")]
    public async Task A_change_of_password_that_is_wrong_changes_nothing(string? current, string? next, string code)
    {
        await using var host = await DeskHost.StartAsync(environment: "Production");
        await host.AddAccountAsync();
        var desk = await host.SignInWithPasswordAsync();

        var answer = await desk.PostAsync("password", System.Text.Json.JsonSerializer.Serialize(new { current, next }));

        Assert.Equal((HttpStatusCode.BadRequest, code), (answer.Status, answer.ErrorCode));
        Assert.Equal(HttpStatusCode.OK, (await desk.GetAsync("me")).Status);
        await host.SignInWithPasswordAsync();
    }

    [Fact]
    public async Task Guessing_the_password_at_a_screen_left_alone_is_slowed_too()
    {
        await using var host = await DeskHost.StartAsync(environment: "Production");
        await host.AddAccountAsync();
        var desk = await host.SignInWithPasswordAsync();
        for (var tries = 0; tries < 6; tries++)
            await desk.PostAsync("password", """{"current":"guess","next":"another four words here"}""");

        Assert.Equal(HttpStatusCode.TooManyRequests, (await desk.PostAsync("password", """{"current":"guess","next":"another four words here"}""")).Status);
    }

    [Fact]
    public async Task Another_role_counts_at_once_in_sessions_that_run()
    {
        await using var host = await DeskHost.StartAsync(environment: "Production");
        await host.AddAccountAsync();
        var desk = await host.SignInWithPasswordAsync();
        Assert.Equal("for-supervisors", (await desk.GetAsync("supervision")).ErrorCode);
        Assert.Equal("for-supervisors", (await desk.PostAsync("handoffs/h-c1/take-over")).ErrorCode);

        await host.Accounts.ChangeRoleAsync("mira", DeskRole.Supervisor, AuditedBy.CommandLine, CancellationToken.None);

        Assert.Equal(HttpStatusCode.OK, (await desk.GetAsync("supervision")).Status);
        await host.Accounts.ChangeRoleAsync("mira", DeskRole.Agent, AuditedBy.CommandLine, CancellationToken.None);
        Assert.Equal(HttpStatusCode.Forbidden, (await desk.GetAsync("supervision")).Status);
    }

    [Fact]
    public async Task A_session_ends_when_nobody_uses_it()
    {
        await using var host = await DeskHost.StartAsync(environment: "Production");
        await host.AddAccountAsync();
        var desk = await host.SignInWithPasswordAsync();
        host.Time.Pass(TimeSpan.FromHours(12.1));

        Assert.Equal(HttpStatusCode.Unauthorized, (await desk.GetAsync("me")).Status);
    }

    [Fact]
    public async Task A_session_in_use_is_renewed_but_not_for_ever()
    {
        await using var host = await DeskHost.StartAsync(environment: "Production");
        await host.AddAccountAsync();
        var desk = await host.SignInWithPasswordAsync();
        foreach (var _ in Enumerable.Range(0, 3))
        {
            host.Time.Pass(TimeSpan.FromHours(7.9));
            var answer = await desk.GetAsync("me");
            Assert.Equal(HttpStatusCode.OK, answer.Status);
            desk.Keep(answer.Response);
        }

        host.Time.Pass(TimeSpan.FromMinutes(30));
        Assert.Equal(HttpStatusCode.Unauthorized, (await desk.GetAsync("me")).Status);
    }

    [Fact]
    public async Task A_live_stream_does_not_outlive_its_session()
    {
        await using var host = await DeskHost.StartAsync(options => options.Heartbeat = TimeSpan.FromSeconds(1), environment: "Production");
        await host.AddAccountAsync();
        var desk = await host.SignInWithPasswordAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/desk/events");
        using var response = await desk.Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        using var lines = new StreamReader(await response.Content.ReadAsStreamAsync());
        Assert.Equal(": welcome", await lines.ReadLineAsync());

        await host.Accounts.DisableAsync("mira", AuditedBy.CommandLine, CancellationToken.None);

        // Ends by itself; without that this waits for ever.
        while (await lines.ReadLineAsync().WaitAsync(TimeSpan.FromSeconds(60)) is not null)
        {
        }
    }

    [Theory]
    [InlineData("cross-site")]
    [InlineData("same-site")]
    public async Task What_the_browser_says_comes_from_another_site_is_refused(string site)
    {
        await using var host = await DeskHost.StartAsync();
        var desk = await host.SignInAsync();
        desk.Client.DefaultRequestHeaders.Add("Sec-Fetch-Site", site);

        Assert.Equal("foreign-page", (await desk.PostAsync("sign-out")).ErrorCode);
    }

    [Fact]
    public async Task Unsafe_settings_stop_the_start_outside_development_in_plain_sentences()
    {
        var failure = await Assert.ThrowsAsync<OptionsValidationException>(() => DeskHost.StartAsync(
            options =>
            {
                options.DevelopmentKey = "left over from trying";
                options.PublicUrl = "http://desk.example.com";
                options.OpenId.Authority = "http://login.example.com";
                options.OpenId.Scopes = "profile";
                options.OpenId.AgentValues = options.OpenId.SupervisorValues = ", ";
                options.OpenId.RoleClaim = options.OpenId.Name = "";
            },
            "Production"));

        foreach (var setting in new[] { "DevelopmentKey", "PublicUrl", "Authority", "ClientId", "Scopes", "AgentValues", "RoleClaim", "Name" })
            Assert.Contains(failure.Failures, sentence => sentence.Contains(setting, StringComparison.Ordinal) && sentence.EndsWith('.'));
    }

    [Fact]
    public async Task Half_a_provider_stops_the_start()
    {
        var failure = await Assert.ThrowsAsync<OptionsValidationException>(() => DeskHost.StartAsync(options => options.OpenId.ClientId = "desk"));

        Assert.Equal("Desk:OpenId:Authority is missing, though the rest of Desk:OpenId is set.", Assert.Single(failure.Failures));
    }
}
