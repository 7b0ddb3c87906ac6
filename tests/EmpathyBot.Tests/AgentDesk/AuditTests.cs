using System.Net;
using EmpathyBot.Domain.Audit;
using EmpathyBot.Domain.SignIn;

namespace EmpathyBot.Tests.AgentDesk;

public class AuditTests
{
    [Fact]
    public async Task What_is_done_with_a_ticket_is_written_down_who_what_which_when_from_where()
    {
        await using var host = await DeskHost.StartAsync(environment: "Production");
        var (mira, _) = (await host.AddAccountAsync(), await host.AddAccountAsync("Joel", DeskRole.Supervisor));
        await host.QueuedAsync();
        var (desk, supervisor) = (await host.SignInWithPasswordAsync(), await host.SignInWithPasswordAsync("Joel"));
        desk.Client.DefaultRequestHeaders.Add("X-Test-Address", "203.0.113.7");

        await desk.GetAsync("conversations/c1");
        await desk.PostAsync("handoffs/h-c1/accept");
        await supervisor.PostAsync("handoffs/h-c1/take-over");
        await supervisor.PostAsync("handoffs/h-c1/transfer", """{"to":"whoever knows lamps"}""");
        await desk.PostAsync("handoffs/h-c1/accept");
        await desk.PostAsync("handoffs/h-c1/close", """{"outcome":"solved","note":"A secret of the customer"}""");

        var log = await host.AuditAsync();
        Assert.Equal(
            [
                "closed Mira solved", "took Mira", "transferred Joel in-words", "took-over Joel", "took Mira", "viewed Mira", "signed-in Joel", "signed-in Mira",
                "account-added command line supervisor", "account-added command line agent",
            ],
            log.Select(entry => string.Join(' ', new[] { entry.Act, entry.Agent, entry.Detail }.Where(text => text is not null))));
        Assert.All(log.Take(6), entry => Assert.Equal(("h-c1", "c1"), (entry.TicketId, entry.ConversationId)));
        Assert.Equal((mira.Id, "203.0.113.7", host.Time.GetUtcNow()), (log[0].AgentId, log[0].From, log[0].At));
        Assert.DoesNotContain(log, entry => entry.ToString().Contains("secret", StringComparison.Ordinal));
    }

    [Fact]
    public async Task To_whom_a_conversation_was_passed_on_is_written_down_by_id_and_never_in_typed_words()
    {
        await using var host = await DeskHost.StartAsync(options => options.Teams = ["Returns"]);
        await host.QueuedAsync();
        var (mira, joel) = (await host.SignInAsync("Mira"), await host.SignInAsync("Joel"));
        await joel.PostAsync("me/seat", """{"available":true}""");

        foreach (var to in new[] { "Joel", "returns", "the one with the red hair" })
        {
            await mira.PostAsync("handoffs/h-c1/accept");
            Assert.Equal(HttpStatusCode.OK, (await mira.PostAsync("handoffs/h-c1/transfer", $$"""{"to":"{{to}}"}""")).Status);
        }

        var passed = (await host.AuditAsync()).Where(entry => entry.Act == AuditActs.Transferred).Select(entry => entry.Detail);
        Assert.Equal([AuditActs.ToWords, "team:returns", "dev-joel"], passed);
    }

    [Fact]
    public async Task What_is_refused_or_done_again_is_not_written_down()
    {
        await using var host = await DeskHost.StartAsync();
        await host.QueuedAsync();
        var (one, other) = (host.WithKey("Mira"), host.WithKey("Joel"));

        await one.PostAsync("handoffs/h-c1/accept");
        await one.PostAsync("handoffs/h-c1/accept");
        await other.PostAsync("handoffs/h-c1/accept");
        await other.PostAsync("handoffs/h-c1/close", """{"outcome":"solved"}""");

        Assert.Equal("took", Assert.Single(await host.AuditAsync()).Act);
    }

    [Fact]
    public async Task A_conversation_that_is_read_again_and_again_is_one_view_for_a_quarter_of_an_hour()
    {
        await using var host = await DeskHost.StartAsync();
        await host.QueuedAsync();
        var desk = host.WithKey("Mira");
        for (var reads = 0; reads < 3; reads++)
            await desk.GetAsync("conversations/c1");
        await host.WithKey("Joel").GetAsync("conversations/c1");
        await desk.GetAsync("conversations/nobody");
        Assert.Equal(["Joel", "Mira"], (await host.AuditAsync()).Select(entry => entry.Agent));

        host.Time.Pass(TimeSpan.FromMinutes(16));
        await desk.GetAsync("conversations/c1");

        Assert.Equal(3, (await host.AuditAsync()).Count);
    }

    [Fact]
    public async Task Only_supervisors_read_the_log()
    {
        await using var host = await DeskHost.StartAsync(environment: "Production");
        await host.AddAccountAsync();
        var desk = await host.SignInWithPasswordAsync();

        foreach (var path in new[] { "audit", "audit/download" })
        {
            Assert.Equal("for-supervisors", (await desk.GetAsync(path)).ErrorCode);
            Assert.Equal(HttpStatusCode.Unauthorized, (await new Desk(host.NewClient()).GetAsync(path)).Status);
        }
    }

    [Fact]
    public async Task The_log_is_read_page_by_page_newest_first()
    {
        await using var host = await DeskHost.StartAsync();
        foreach (var name in new[] { "a", "b", "c" })
            await host.QueuedAsync(name);
        var desk = host.WithKey("Mira");
        foreach (var name in new[] { "a", "b", "c" })
            await desk.PostAsync($"handoffs/h-{name}/accept");

        var first = (await desk.GetAsync("audit?limit=2")).Json;
        var second = (await desk.GetAsync($"audit?limit=2&before={first["before"]}")).Json;

        Assert.Equal(["h-c", "h-b", "h-a"], first["items"]!.AsArray().Concat(second["items"]!.AsArray()).Select(entry => (string?)entry!["ticketId"]));
        Assert.Null(second["before"]);
        Assert.Equal("h-b", (string?)Assert.Single((await desk.GetAsync("audit?ticket=h-b")).Json["items"]!.AsArray())!["ticketId"]);
        Assert.Empty((await desk.GetAsync("audit?act=closed")).Json["items"]!.AsArray());
    }

    [Theory]
    [InlineData("audit?limit=0")]
    [InlineData("audit?limit=501")]
    [InlineData("audit?from=yesterday")]
    [InlineData("audit?to=2026-13-01")]
    [InlineData("audit/download?format=xml")]
    [InlineData("audit/download?from=x")]
    public async Task A_wish_that_cannot_be_is_refused_with_a_sentence(string path)
    {
        await using var host = await DeskHost.StartAsync();

        var answer = await host.WithKey().GetAsync(path);

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.EndsWith(".", answer.ErrorMessage, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_log_is_downloaded_as_lines_or_for_a_spreadsheet_and_that_is_written_down_too()
    {
        await using var host = await DeskHost.StartAsync();
        await host.QueuedAsync();
        var desk = host.WithKey("Mira");
        await desk.PostAsync("handoffs/h-c1/accept");

        var lines = await desk.GetAsync("audit/download");
        var csv = await desk.GetAsync("audit/download?format=csv&act=took");

        Assert.Equal(["exported", "took"], lines.Text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => (string?)System.Text.Json.Nodes.JsonNode.Parse(line)!["act"]));
        Assert.Equal("attachment; filename=\"audit.csv\"", csv.Response.Content.Headers.ContentDisposition?.ToString());
        Assert.Collection(
            csv.Text.Split('\n', StringSplitOptions.RemoveEmptyEntries),
            header => Assert.Equal("id,at,act,agentId,agent,from,ticketId,conversationId,accountId,detail", header),
            line => Assert.EndsWith(",\"took\",\"dev-mira\",\"Mira\",,\"h-c1\",\"c1\",,", line, StringComparison.Ordinal));
        Assert.Equal(2, (await host.AuditAsync()).Count(entry => entry is { Act: AuditActs.Exported, Detail: "audit-log" }));
    }

    [Fact]
    public async Task Signing_in_out_and_failing_and_every_change_of_an_account_are_written_down()
    {
        await using var host = await DeskHost.StartAsync(environment: "Production");
        var mira = await host.AddAccountAsync();
        var desk = await host.SignInWithPasswordAsync();
        await new Desk(host.NewClient()).TryPasswordAsync("Mira", "wrong");
        desk.Keep((await desk.PostAsync("password", $$"""{"current":"{{DeskHost.Password}}","next":"another four words here"}""")).Response);
        await desk.PostAsync("sign-out");
        await host.Accounts.ChangeRoleAsync(mira.Id, DeskRole.Supervisor, AuditedBy.CommandLine, CancellationToken.None);
        await host.Accounts.ResetPasswordAsync("mira", DeskHost.Password, AuditedBy.CommandLine, CancellationToken.None);
        await host.Accounts.DisableAsync("mira", AuditedBy.CommandLine, CancellationToken.None);
        await new Desk(host.NewClient()).TryPasswordAsync("Mira", DeskHost.Password);
        await host.Accounts.EnableAsync("mira", AuditedBy.CommandLine, CancellationToken.None);

        var log = await host.AuditAsync();

        Assert.Equal(
            [
                "account-enabled", "sign-in-failed", "account-disabled", "password-reset", "role-changed", "signed-out", "password-changed",
                "sign-in-failed", "signed-in", "account-added",
            ],
            log.Select(entry => entry.Act));
        Assert.Equal(["disabled", "wrong-password"], log.Where(entry => entry.Act == AuditActs.SignInFailed).Select(entry => entry.Detail));
        Assert.All(log.Where(entry => entry.Agent == "command line"), entry => Assert.Equal(mira.Id, entry.AccountId));
    }
}
