using System.Net;
using System.Text;
using EmpathyBot.AgentDesk;
using EmpathyBot.Domain.Audit;
using EmpathyBot.Tests.Storage;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.IdentityModel.Tokens;

namespace EmpathyBot.Tests.AgentDesk;

public sealed class OpenIdTests : IAsyncLifetime
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
    [InlineData(true)]
    [InlineData(false)]
    public async Task Who_the_provider_knows_and_gives_a_role_is_signed_in(bool secretInBody)
    {
        provider.SecretInBody = secretInBody;

        var (desk, end) = await SignInAsync();

        Assert.Equal("/desk", end);
        var me = (await desk.GetAsync("me")).Json;
        Assert.Equal(("Lind Mira Contractor", "agent", false, false), ((string?)me["name"], (string?)me["role"], (bool)me["developmentSignIn"]!, (bool)me["hasPassword"]!));
        Assert.Equal(["signed-in openid", "account-added openid, agent"], (await host.AuditAsync()).Select(entry => $"{entry.Act} {entry.Detail}"));
    }

    [Fact]
    public async Task The_same_person_is_the_same_agent_with_the_name_and_role_of_today()
    {
        var first = (string?)(await (await SignInAsync()).Desk.GetAsync("me")).Json["agentId"];
        provider.Person["name"] = "Mira Lind";
        provider.Person["roles"] = new[] { "agent", "Supervisor" };

        var me = (await (await SignInAsync()).Desk.GetAsync("me")).Json;

        Assert.Equal((first, "Mira Lind", "supervisor"), ((string?)me["agentId"], (string?)me["name"], (string?)me["role"]));
        provider.Person["sub"] = "subject-2";
        Assert.NotEqual(first, (string?)(await (await SignInAsync()).Desk.GetAsync("me")).Json["agentId"]);
    }

    [Fact]
    public async Task With_a_provider_a_name_is_not_enough_and_the_page_knows_its_button()
    {
        Assert.Equal(
            """{"development":false,"password":false,"provider":"Test login","noAccountYet":false,"teams":false}""", (await new Desk(host.NewClient()).GetAsync("sign-in")).Text);
        Assert.Equal("wrong-password", (await new Desk(host.NewClient()).PostAsync("sign-in", """{"name":"Mira"}""")).ErrorCode);
    }

    [Fact]
    public async Task Who_has_no_role_here_is_told_so_and_not_let_in()
    {
        provider.Person.Remove("roles");

        Assert.Equal("no-role", await RefusedAsync());
        var entry = Assert.Single(await host.AuditAsync());
        Assert.Equal(("sign-in-failed", "no-role"), (entry.Act, entry.Detail));
    }

    [Fact]
    public async Task Who_was_disabled_here_stays_out_whatever_the_provider_says()
    {
        var (desk, _) = await SignInAsync();
        var id = (string)(await desk.GetAsync("me")).Json["agentId"]!;

        await host.Accounts.DisableAsync(id, AuditedBy.CommandLine, CancellationToken.None);

        Assert.Equal(HttpStatusCode.Unauthorized, (await desk.GetAsync("me")).Status);
        Assert.Equal("disabled", await RefusedAsync());
        Assert.Equal("no-password", (await PasswordOfEnabledAsync(id)).ErrorCode);
    }

    public static TheoryData<string, Action<SecurityTokenDescriptor>> WrongTokens => new()
    {
        { "another issuer", token => token.Issuer = "https://login.example.com" },
        { "another audience", token => token.Audience = "another-desk" },
        { "no audience", token => token.Audience = null },
        { "expired", token => (token.NotBefore, token.Expires) = (token.NotBefore!.Value.AddHours(-2), token.NotBefore.Value.AddHours(-1)) },
        { "no end", token => token.Expires = null },
        { "not yet", token => (token.NotBefore, token.Expires) = (token.NotBefore!.Value.AddHours(1), token.NotBefore.Value.AddHours(2)) },
        { "another nonce", token => token.Claims["nonce"] = "another" },
        { "no nonce", token => token.Claims.Remove("nonce") },
        { "another party", token => token.Claims["azp"] = "another-desk" },
        { "nobody", token => token.Claims.Remove("sub") },
        { "another key", token => token.SigningCredentials = new(IdentityProvider.NewKey("key-1"), SecurityAlgorithms.RsaSha256) },
        { "a key nobody knows", token => token.SigningCredentials = new(IdentityProvider.NewKey("key-9"), SecurityAlgorithms.RsaSha256) },
        { "a shared secret", token => token.SigningCredentials = new(new SymmetricSecurityKey(Encoding.UTF8.GetBytes(new string('s', 32))), SecurityAlgorithms.HmacSha256) },
        { "no signature", token => token.SigningCredentials = null },
    };

    [Theory]
    [MemberData(nameof(WrongTokens))]
    public async Task A_token_that_does_not_prove_who_it_is_lets_nobody_in(string what, Action<SecurityTokenDescriptor> tamper)
    {
        provider.Tamper = tamper;

        Assert.True("bad-token" == await RefusedAsync(), what);
        Assert.Empty(await host.Accounts.ListAsync(CancellationToken.None));
    }

    [Theory]
    [InlineData("")]
    [InlineData("nonsense")]
    [InlineData("a.b.c")]
    [InlineData("a.b.c.d.e")]
    public async Task What_is_no_token_lets_nobody_in(string token)
    {
        provider.Forge = _ => token;

        Assert.Equal("bad-token", await RefusedAsync());
    }

    [Fact]
    public async Task New_keys_of_the_provider_are_learnt()
    {
        await SignInAsync();
        provider.Key = IdentityProvider.NewKey("key-2");
        Assert.Equal("bad-token", await RefusedAsync());

        // The new keys are fetched in the background: some try after that finds them.
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        string end;
        do
        {
            limit.Token.ThrowIfCancellationRequested();
            (_, end) = await SignInAsync();
        }
        while (end != "/desk");
    }

    [Theory]
    [InlineData("")]
    [InlineData("forged")]
    [InlineData("CfDJ8AAAAAAAAAAAAAAAAAAAAAAA")]
    public async Task A_forged_state_lets_nobody_in(string state)
    {
        var (desk, back) = await ComeBackAsync();
        var forged = QueryHelpers.AddQueryString("/desk/signed-in", new Dictionary<string, string?> { ["code"] = CodeOf(back), ["state"] = state });

        Assert.Equal("/desk?sign-in=expired", await FinishAsync(desk, forged));
    }

    [Fact]
    public async Task A_sign_in_that_another_browser_began_lets_nobody_in()
    {
        var (_, back) = await ComeBackAsync();

        Assert.Equal("/desk?sign-in=expired", await FinishAsync(new Desk(host.NewClient()), back));
    }

    [Fact]
    public async Task A_sign_in_of_long_ago_lets_nobody_in()
    {
        var (desk, back) = await ComeBackAsync();
        time.Pass(TimeSpan.FromMinutes(16));

        Assert.Equal("/desk?sign-in=expired", await FinishAsync(desk, back));
    }

    [Fact]
    public async Task A_code_of_someone_elses_sign_in_is_refused_by_pkce()
    {
        var (_, stolen) = await ComeBackAsync();
        var (desk, back) = await ComeBackAsync();
        var swapped = QueryHelpers.AddQueryString("/desk/signed-in", new Dictionary<string, string?> { ["code"] = CodeOf(stolen), ["state"] = QueryOf(back)["state"] });

        Assert.Equal("/desk?sign-in=refused", await FinishAsync(desk, swapped));
    }

    [Fact]
    public async Task Who_cancels_at_the_provider_is_told_so()
    {
        var (desk, back) = await ComeBackAsync();
        var cancelled = QueryHelpers.AddQueryString(
            "/desk/signed-in", new Dictionary<string, string?> { ["error"] = "access_denied", ["state"] = QueryOf(back)["state"] });

        Assert.Equal("/desk?sign-in=refused", await FinishAsync(desk, cancelled));
    }

    [Fact]
    public async Task A_provider_that_is_away_is_told_of_at_once()
    {
        await provider.DisposeAsync();

        Assert.Equal("/desk?sign-in=unreachable", (await new Desk(host.NewClient()).GetAsync("sign-in/openid")).Response.Headers.Location?.ToString());
    }

    [Fact]
    public async Task The_way_back_is_the_public_address_when_one_is_set()
    {
        await using var behind = await DeskHost.StartAsync(options =>
        {
            Configure(options);
            options.PublicUrl = "https://desk.example.com/";
        });

        var start = await new Desk(behind.NewClient()).GetAsync("sign-in/openid");

        var query = QueryHelpers.ParseQuery(start.Response.Headers.Location!.Query);
        Assert.Equal("https://desk.example.com/desk/signed-in", query["redirect_uri"]);
    }

    [Fact]
    public async Task Without_a_provider_there_is_none()
    {
        await using var without = await DeskHost.StartAsync();

        Assert.Equal("no-provider", (await new Desk(without.NewClient()).GetAsync("sign-in/openid")).ErrorCode);
    }

    private void Configure(DeskOptions options)
    {
        options.OpenId.Authority = provider.Issuer;
        options.OpenId.ClientId = IdentityProvider.ClientId;
        options.OpenId.ClientSecret = IdentityProvider.ClientSecret;
        options.OpenId.Name = "Test login";
    }

    private async Task<DeskAnswer> PasswordOfEnabledAsync(string id)
    {
        await host.Accounts.EnableAsync(id, AuditedBy.CommandLine, CancellationToken.None);
        return await (await SignInAsync()).Desk.PostAsync("password", """{"current":"x","next":"another four words here"}""");
    }

    private async Task<(Desk Desk, string End)> SignInAsync()
    {
        var (desk, back) = await ComeBackAsync();
        return (desk, await FinishAsync(desk, back));
    }

    /// <summary>Signs in, expects not to be let in, and gives the code of why.</summary>
    private async Task<string> RefusedAsync()
    {
        var (desk, end) = await SignInAsync();
        Assert.Equal(HttpStatusCode.Unauthorized, (await desk.GetAsync("me")).Status);
        return Assert.Single(QueryHelpers.ParseQuery(end["/desk".Length..])["sign-in"])!;
    }

    /// <summary>A browser that was at the provider, and where the provider sends it.</summary>
    private async Task<(Desk Desk, string Back)> ComeBackAsync()
    {
        var desk = new Desk(host.NewClient());
        var start = await desk.GetAsync("sign-in/openid");
        Assert.Equal(HttpStatusCode.Redirect, start.Status);
        desk.Keep(start.Response);
        using var browser = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false });
        using var answer = await browser.GetAsync(start.Response.Headers.Location);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return (desk, answer.Headers.Location!.PathAndQuery);
    }

    private static async Task<string> FinishAsync(Desk desk, string back)
    {
        using var answer = await desk.Client.GetAsync(back);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        var cookies = answer.Headers.TryGetValues("Set-Cookie", out var set) ? set.Where(cookie => cookie.StartsWith("desk=", StringComparison.Ordinal)) : [];
        if (cookies.SingleOrDefault() is { } session)
        {
            desk.Client.DefaultRequestHeaders.Remove("Cookie");
            desk.Client.DefaultRequestHeaders.Add("Cookie", session[..session.IndexOf(';', StringComparison.Ordinal)]);
        }

        return answer.Headers.Location!.ToString();
    }

    private static string CodeOf(string back) => QueryOf(back)["code"]!;

    private static Dictionary<string, string?> QueryOf(string back) =>
        QueryHelpers.ParseQuery(back[back.IndexOf('?', StringComparison.Ordinal)..]).ToDictionary(pair => pair.Key, pair => (string?)pair.Value);
}
