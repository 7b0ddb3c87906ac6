using System.Net;
using System.Text.Json;
using EmpathyBot.AgentDesk;
using EmpathyBot.Tests.Storage;
using Microsoft.IdentityModel.Tokens;

namespace EmpathyBot.Tests.AgentDesk;

/// <summary>The desk as a tab in Teams, which hands it a token of who has opened it.</summary>
public sealed class TeamsSignInTests : IAsyncLifetime
{
    private readonly SettableTime time = new();
    private IdentityProvider provider = null!;
    private DeskHost host = null!;

    public async Task InitializeAsync()
    {
        provider = await IdentityProvider.StartAsync(time);
        host = await DeskHost.StartAsync(Configure, time: time);
    }

    public async Task DisposeAsync()
    {
        await host.DisposeAsync();
        await provider.DisposeAsync();
    }

    [Theory]
    [InlineData("1fec8e78-bce4-4aaf-ab1b-5451cc387264")]
    [InlineData("5e3ce6c0-2b1f-4285-8d4b-75ee78787346")]
    public async Task Who_Teams_knows_and_has_a_role_is_at_the_desk(string teams)
    {
        var desk = new Desk(host.NewClient());

        var answer = await SignInAsync(desk, provider.TeamsToken(token => token.Claims["azp"] = teams));

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        desk.Keep(answer.Response);
        Assert.Equal("agent", (string?)(await desk.GetAsync("me")).Json["role"]);
        Assert.Contains((await host.AuditAsync()), entry => entry is { Act: "signed-in", Detail: "openid" });
    }

    [Fact]
    public async Task The_session_is_sent_inside_frames_over_TLS_alone_and_apart_for_each_page_around_it()
    {
        var cookie = (await SignInAsync(new Desk(host.NewClient()), provider.TeamsToken())).Response.Headers.GetValues("Set-Cookie").Single().ToLowerInvariant().Split("; ");

        Assert.All(["samesite=none", "secure", "httponly", "partitioned"], (string part) => Assert.Contains(part, cookie));
    }

    [Fact]
    public async Task A_page_of_another_site_can_do_nothing_with_that_session()
    {
        var desk = new Desk(host.NewClient());
        desk.Keep((await SignInAsync(desk, provider.TeamsToken())).Response);
        desk.Client.DefaultRequestHeaders.Add("Sec-Fetch-Site", "cross-site");

        Assert.Equal("foreign-page", (await desk.PostAsync("sign-out", "{}")).ErrorCode);
    }

    [Fact]
    public async Task The_page_is_told_that_Teams_signs_in()
    {
        Assert.True((bool)(await new Desk(host.NewClient()).GetAsync("sign-in")).Json["teams"]!);
    }

    public static TheoryData<string, Action<SecurityTokenDescriptor>> WrongTokens => new()
    {
        { "another issuer", token => token.Issuer = "https://login.example.com" },
        { "another audience", token => token.Audience = "another-desk" },
        { "expired", token => (token.NotBefore, token.Expires) = (token.NotBefore!.Value.AddHours(-2), token.NotBefore.Value.AddHours(-1)) },
        { "no end", token => token.Expires = null },
        { "a program that is not Teams", token => token.Claims["azp"] = "another-program" },
        { "nobody asked for it", token => token.Claims.Remove("azp") },
        { "an ID token", token => token.Claims.Remove("scp") },
        { "another permission", token => token.Claims["scp"] = "User.Read access_as_users" },
        { "nobody", token => token.Claims.Remove("sub") },
        { "another key", token => token.SigningCredentials = new(IdentityProvider.NewKey("key-1"), SecurityAlgorithms.RsaSha256) },
        { "no signature", token => token.SigningCredentials = null },
    };

    [Theory]
    [MemberData(nameof(WrongTokens))]
    public async Task A_token_that_Teams_did_not_get_for_this_desk_lets_nobody_in(string what, Action<SecurityTokenDescriptor> tamper)
    {
        var answer = await SignInAsync(new Desk(host.NewClient()), provider.TeamsToken(tamper));

        Assert.True(answer.Status == HttpStatusCode.Unauthorized, what);
        Assert.Equal("bad-token", answer.ErrorCode);
        Assert.False(answer.Response.Headers.Contains("Set-Cookie"), what);
    }

    [Theory]
    [InlineData("{}", "bad-token")]
    [InlineData("""{"token":""}""", "bad-token")]
    [InlineData("""{"token":"a.b.c"}""", "bad-token")]
    [InlineData("""{"token":7}""", "bad-json")]
    [InlineData("nonsense", "bad-json")]
    public async Task What_is_no_token_lets_nobody_in(string body, string code)
    {
        Assert.Equal(code, (await new Desk(host.NewClient()).PostAsync("sign-in/teams", body)).ErrorCode);
    }

    [Fact]
    public async Task Who_has_no_role_here_is_told_so()
    {
        provider.Person.Remove("roles");

        Assert.Equal("no-role", (await SignInAsync(new Desk(host.NewClient()), provider.TeamsToken())).ErrorCode);
    }

    [Fact]
    public async Task A_provider_that_is_away_is_told_of()
    {
        var token = provider.TeamsToken();
        await provider.DisposeAsync();

        Assert.Equal("unreachable", (await SignInAsync(new Desk(host.NewClient()), token)).ErrorCode);
    }

    [Theory]
    [InlineData(false, true)]
    [InlineData(true, false)]
    public async Task Where_the_desk_is_no_tab_or_has_no_provider_no_token_of_Teams_is_taken(bool inTeams, bool withProvider)
    {
        await using var other = await DeskHost.StartAsync(options =>
        {
            if (withProvider)
                Configure(options);
            options.InTeams = inTeams;
        });
        var desk = new Desk(other.NewClient());

        Assert.Equal("no-provider", (await SignInAsync(desk, provider.TeamsToken())).ErrorCode);
        Assert.False((bool)(await desk.GetAsync("sign-in")).Json["teams"]!);
    }

    private void Configure(DeskOptions options)
    {
        options.InTeams = true;
        options.OpenId.Authority = provider.Issuer;
        options.OpenId.ClientId = IdentityProvider.ClientId;
    }

    private static Task<DeskAnswer> SignInAsync(Desk desk, string token) => desk.PostAsync("sign-in/teams", JsonSerializer.Serialize(new { token }));
}
