using System.Net;
using EmpathyBot.AgentDesk.SignIn;
using EmpathyBot.Domain.Audit;
using EmpathyBot.Domain.SignIn;

namespace EmpathyBot.Tests.AgentDesk;

public class PasswordSignInTests
{
    [Theory]
    [InlineData("Mira")]
    [InlineData(" MIRA ")]
    [InlineData("ｍｉｒａ")]
    public async Task Name_and_password_sign_in_however_the_name_is_written(string name)
    {
        await using var host = await DeskHost.StartAsync(environment: "Production");
        var account = await host.AddAccountAsync(role: DeskRole.Supervisor);

        var me = (await (await host.SignInWithPasswordAsync(name)).GetAsync("me")).Json;

        Assert.Equal((account.Id, "Mira", "supervisor"), ((string?)me["agentId"], (string?)me["name"], (string?)me["role"]));
        Assert.Equal((false, true), ((bool)me["developmentSignIn"]!, (bool)me["hasPassword"]!));
    }

    [Fact]
    public async Task Once_there_is_an_account_a_name_is_not_enough_in_development_either()
    {
        await using var host = await DeskHost.StartAsync();
        var before = await host.SignInAsync("Joel");
        await host.AddAccountAsync();

        Assert.Equal("wrong-password", (await new Desk(host.NewClient()).PostAsync("sign-in", """{"name":"Mira"}""")).ErrorCode);
        Assert.Equal("not-signed-in", (await before.GetAsync("me")).ErrorCode);
        Assert.Equal(HttpStatusCode.OK, (await host.WithKey().GetAsync("me")).Status);
    }

    [Fact]
    public async Task The_page_learns_how_one_can_sign_in()
    {
        await using var development = await DeskHost.StartAsync();
        await using var production = await DeskHost.StartAsync(environment: "Production");

        Assert.Equal(
            """{"development":true,"password":false,"provider":null,"noAccountYet":true,"teams":false}""",
            (await new Desk(development.NewClient()).GetAsync("sign-in")).Text);
        Assert.Equal(
            """{"development":false,"password":true,"provider":null,"noAccountYet":true,"teams":false}""",
            (await new Desk(production.NewClient()).GetAsync("sign-in")).Text);
        await production.AddAccountAsync();
        Assert.Equal(
            """{"development":false,"password":true,"provider":null,"noAccountYet":false,"teams":false}""",
            (await new Desk(production.NewClient()).GetAsync("sign-in")).Text);
    }

    [Fact]
    public async Task A_wrong_password_an_unknown_name_and_a_disabled_account_are_answered_alike()
    {
        await using var host = await DeskHost.StartAsync(environment: "Production");
        await host.AddAccountAsync();
        await host.AddAccountAsync("Gone");
        await host.Accounts.DisableAsync("gone", AuditedBy.CommandLine, CancellationToken.None);
        var desk = new Desk(host.NewClient());

        DeskAnswer[] answers =
        [
            await desk.TryPasswordAsync("Mira", "not her password"), await desk.TryPasswordAsync("Nobody", DeskHost.Password),
            await desk.TryPasswordAsync("Gone", DeskHost.Password), await desk.TryPasswordAsync("<script>", DeskHost.Password),
            await desk.TryPasswordAsync("", ""), await desk.TryPasswordAsync(null, null), await desk.TryPasswordAsync("Mira", new string('x', 10_000)),
        ];

        Assert.All(answers, answer => Assert.Equal((HttpStatusCode.Unauthorized, answers[0].Text), (answer.Status, answer.Text)));
        Assert.All(answers, answer => Assert.False(answer.Response.Headers.Contains("Set-Cookie")));
    }

    [Theory]
    [InlineData("not json")]
    [InlineData("null")]
    [InlineData("""{"name":5}""")]
    [InlineData("""{"name":"Mira","password":["a"]}""")]
    [InlineData("""{"name":"\ud800","password":"\udfff"}""")]
    public async Task What_is_no_name_and_password_is_refused(string body)
    {
        await using var host = await DeskHost.StartAsync(environment: "Production");

        var answer = await new Desk(host.NewClient()).PostAsync("sign-in", body);

        Assert.InRange((int)answer.Status, 400, 401);
        Assert.NotNull(answer.ErrorCode);
    }

    [Theory]
    [InlineData("Mira")]
    [InlineData("Nobody")]
    public async Task After_five_failed_tries_each_costs_a_wait_whether_the_name_exists_or_not(string name)
    {
        await using var host = await DeskHost.StartAsync(environment: "Production");
        await host.AddAccountAsync();
        var desk = new Desk(host.NewClient());
        for (var tries = 0; tries < 6; tries++)
            Assert.Equal(HttpStatusCode.Unauthorized, (await desk.TryPasswordAsync(name, "wrong")).Status);

        var slowed = await desk.TryPasswordAsync(name, DeskHost.Password);

        Assert.Equal((HttpStatusCode.TooManyRequests, "too-many-tries"), (slowed.Status, slowed.ErrorCode));
        Assert.Equal(TimeSpan.FromSeconds(10), slowed.Response.Headers.RetryAfter?.Delta);
        Assert.Contains("10 seconds", slowed.ErrorMessage, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wait_ends_and_then_the_right_password_is_right_and_all_is_forgotten()
    {
        await using var host = await DeskHost.StartAsync(environment: "Production");
        await host.AddAccountAsync();
        var desk = new Desk(host.NewClient());
        for (var tries = 0; tries < 6; tries++)
            await desk.TryPasswordAsync("Mira", "wrong");
        host.Time.Pass(TimeSpan.FromSeconds(10));

        Assert.Equal(HttpStatusCode.OK, (await desk.TryPasswordAsync("Mira", DeskHost.Password)).Status);
        for (var tries = 0; tries < 5; tries++)
            Assert.Equal("wrong-password", (await desk.TryPasswordAsync("Mira", "wrong")).ErrorCode);
        Assert.Equal(HttpStatusCode.OK, (await desk.TryPasswordAsync("Mira", DeskHost.Password)).Status);
    }

    [Fact]
    public async Task Who_guesses_from_elsewhere_does_not_keep_an_agent_out()
    {
        await using var host = await DeskHost.StartAsync(environment: "Production");
        await host.AddAccountAsync();
        var desk = new Desk(host.NewClient());
        for (var tries = 0; tries < 6; tries++)
            await desk.TryPasswordAsync("Mira", "wrong", "203.0.113.9");

        Assert.Equal("too-many-tries", (await desk.TryPasswordAsync("Mira", DeskHost.Password, "203.0.113.9")).ErrorCode);
        Assert.Equal(HttpStatusCode.OK, (await desk.TryPasswordAsync("Mira", DeskHost.Password, "198.51.100.4")).Status);
    }

    [Fact]
    public async Task One_network_that_tries_many_names_is_slowed_as_a_whole()
    {
        await using var host = await DeskHost.StartAsync(environment: "Production");
        await host.AddAccountAsync();
        var desk = new Desk(host.NewClient());
        for (var tries = 0; tries <= SignInLimit.Address.Free; tries++)
            Assert.Equal("wrong-password", (await desk.TryPasswordAsync($"name{tries}", "wrong", $"2001:db8:1:2::{tries:x}")).ErrorCode);

        Assert.Equal("too-many-tries", (await desk.TryPasswordAsync("Mira", DeskHost.Password, "2001:db8:1:2:ffff::1")).ErrorCode);
        Assert.Equal(HttpStatusCode.OK, (await desk.TryPasswordAsync("Mira", DeskHost.Password, "2001:db8:1:3::1")).Status);
    }

    [Fact]
    public async Task Many_tries_at_once_do_not_get_by()
    {
        await using var host = await DeskHost.StartAsync(environment: "Production");
        await host.AddAccountAsync();

        var answers = await Task.WhenAll(Enumerable.Range(0, 30).Select(_ => new Desk(host.NewClient()).TryPasswordAsync("Mira", "wrong")));

        Assert.Equal(6, answers.Count(answer => answer.ErrorCode == "wrong-password"));
        Assert.Equal(24, answers.Count(answer => answer.ErrorCode == "too-many-tries"));
    }

    [Fact]
    public async Task What_is_typed_into_the_name_field_stands_nowhere()
    {
        await using var host = await DeskHost.StartAsync(environment: "Production");

        await new Desk(host.NewClient()).TryPasswordAsync("my secret password", "");

        var failed = Assert.Single(await host.AuditAsync());
        Assert.Equal((AuditActs.SignInFailed, null, "unknown name", "unknown-name"), (failed.Act, failed.AgentId, failed.Agent, failed.Detail));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("short words")]
    [InlineData("aaaaaaaaaaaaaaaaaaaa")]
    [InlineData("Mira mira mira on the wall")]
    public async Task A_password_that_anyone_would_try_is_refused_with_a_sentence(string? password)
    {
        await using var host = await DeskHost.StartAsync(environment: "Production");

        var refused = await host.Accounts.AddAsync("mira", "Mira", DeskRole.Agent, password, AuditedBy.CommandLine, CancellationToken.None);

        Assert.EndsWith(".", Assert.IsType<AccountResult.Refused>(refused).Sentence, StringComparison.Ordinal);
        Assert.Empty(await host.AuditAsync());
    }

    [Fact]
    public async Task Half_a_sign_is_no_password()
    {
        await using var host = await DeskHost.StartAsync(environment: "Production");

        var refused = await host.Accounts.AddAsync(
            "mira", "Mira", DeskRole.Agent, "half a pair " + '\ud800' + " of signs", AuditedBy.CommandLine, CancellationToken.None);

        Assert.Equal("The password has signs that are not text.", Assert.IsType<AccountResult.Refused>(refused).Sentence);
    }

    [Fact]
    public async Task A_name_is_taken_once_however_it_is_written()
    {
        await using var host = await DeskHost.StartAsync(environment: "Production");
        await host.AddAccountAsync("Mira");

        var again = await host.Accounts.AddAsync("MIRA ", "Mira", DeskRole.Agent, DeskHost.Password, AuditedBy.CommandLine, CancellationToken.None);

        Assert.IsType<AccountResult.Refused>(again);
    }

    [Fact]
    public async Task The_hash_is_of_the_frameworks_hasher_and_is_made_stronger_at_the_next_sign_in()
    {
        await using var weak = await DeskHost.StartAsync(environment: "Production");
        await weak.AddAccountAsync();
        var before = Assert.Single(await weak.Accounts.ListAsync(CancellationToken.None)).PasswordHash!;

        await using var strong = await DeskHost.StartAsync(environment: "Production", rounds: 2000, sharing: weak);
        await strong.SignInWithPasswordAsync();

        var after = Assert.Single(await weak.Accounts.ListAsync(CancellationToken.None)).PasswordHash!;
        Assert.Equal((1000, 2000), (RoundsOf(before), RoundsOf(after)));
        Assert.Equal(210_000, Passwords.Iterations);
    }

    /// <summary>Version 3 of the format: a mark, the function and the rounds, each in four bytes, big end first.</summary>
    private static int RoundsOf(string hash)
    {
        var bytes = Convert.FromBase64String(hash);
        Assert.Equal(1, bytes[0]);
        return System.Buffers.Binary.BinaryPrimitives.ReadInt32BigEndian(bytes.AsSpan(5));
    }
}
