using System.Net;
using EmpathyBot.Domain.Conversations;
using EmpathyBot.Domain.SignIn;

namespace EmpathyBot.Tests.AgentDesk;

/// <summary>Export and erasure of a customer over the desk's API.</summary>
public class CustomerTests
{
    [Fact]
    public async Task A_supervisor_exports_all_that_is_kept_of_a_customer_and_it_is_written_down()
    {
        await using var host = await DeskHost.StartAsync();
        await host.QueuedAsync("c1", events: new CustomerSaid("c1|1", host.Time.GetUtcNow(), "Wo ist mein Päckchen?", null, []));
        await host.QueuedAsync("c2");

        var answer = await host.WithKey("Mira").GetAsync("customers/export?conversation=c2");

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Equal("customer.json", answer.Response.Content.Headers.ContentDisposition?.FileName);
        Assert.Equal("dl_user", (string?)answer.Json!["userId"]);
        Assert.Equal(["c1", "c2"], answer.Json["conversations"]!.AsArray().Select(one => (string?)one!["id"]).Order());
        var first = answer.Json["conversations"]!.AsArray().Single(one => (string?)one!["id"] == "c1")!;
        Assert.Equal("Wo ist mein Päckchen?", (string?)first["events"]![0]!["text"]);
        Assert.Equal("h-c1", (string?)first["handoffs"]![0]!["id"]);
        Assert.Contains(await host.AuditAsync(), entry => entry is { Act: "exported", Detail: "customer", Agent: "Mira" });
    }

    [Fact]
    public async Task A_supervisor_erases_a_customer_and_the_desk_finds_nothing_more()
    {
        await using var host = await DeskHost.StartAsync();
        await host.QueuedAsync();
        var desk = host.WithKey("Mira");

        var answer = await desk.PostAsync("customers/erase", """{"conversation":"c1"}""");

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Equal("""{"conversations":1,"memory":true,"finished":true}""", answer.Json!.ToJsonString());
        Assert.Equal(HttpStatusCode.NotFound, (await desk.GetAsync("conversations/c1")).Status);
        Assert.Empty((await desk.GetAsync("handoffs")).Json!["items"]!.AsArray());
        Assert.Equal("no-such-customer", (await desk.GetAsync("customers/export?conversation=c1")).ErrorCode);
        Assert.Contains(await host.AuditAsync(), entry => entry is { Act: "customer-erased", Agent: "Mira", ConversationId: "c1" });
    }

    [Fact]
    public async Task Agents_may_do_neither_and_strangers_nothing()
    {
        await using var host = await DeskHost.StartAsync(environment: "Production");
        await host.AddAccountAsync("Ben", DeskRole.Agent);
        await host.QueuedAsync();
        var agent = await host.SignInWithPasswordAsync("Ben");

        Assert.Equal("for-supervisors", (await agent.GetAsync("customers/export?conversation=c1")).ErrorCode);
        Assert.Equal("for-supervisors", (await agent.PostAsync("customers/erase", """{"conversation":"c1"}""")).ErrorCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await new Desk(host.NewClient()).PostAsync("customers/erase", """{"conversation":"c1"}""")).Status);
        Assert.NotNull(await host.Conversations.FindAsync("c1", default));
    }

    [Theory]
    [InlineData("{}", "bad-customer")]
    [InlineData("""{"channel":"directline"}""", "bad-customer")]
    [InlineData("""{"conversation":"c1","channel":"directline","user":"dl_user"}""", "bad-customer")]
    [InlineData("""{"conversation":7}""", "bad-json")]
    [InlineData("nonsense", "bad-json")]
    [InlineData("""{"conversation":"nobody"}""", "no-such-customer")]
    public async Task A_customer_who_is_not_named_plainly_is_not_erased(string body, string code)
    {
        await using var host = await DeskHost.StartAsync();
        await host.QueuedAsync();

        Assert.Equal(code, (await host.WithKey("Mira").PostAsync("customers/erase", body)).ErrorCode);
        Assert.NotNull(await host.Conversations.FindAsync("c1", default));
    }
}
