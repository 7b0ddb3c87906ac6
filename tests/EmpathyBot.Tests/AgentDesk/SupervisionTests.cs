using System.Net;
using System.Text.Json.Nodes;
using EmpathyBot.Domain.Handoffs;

namespace EmpathyBot.Tests.AgentDesk;

public class SupervisionTests
{
    [Fact]
    public async Task A_supervisor_sees_who_waits_who_holds_and_what_was_done_today()
    {
        await using var host = await DeskHost.StartAsync();
        foreach (var id in (string[])["c1", "c2", "c3", "c4"])
            await host.QueuedAsync(id);
        var mira = await host.SignInAsync();
        host.Time.Pass(TimeSpan.FromSeconds(40));
        await mira.PostAsync("handoffs/h-c1/accept");
        await mira.PostAsync("handoffs/h-c1/close", """{"outcome":"partly"}""");
        await mira.PostAsync("handoffs/h-c2/accept");
        await mira.PostAsync("handoffs/h-c2/return");
        await mira.PostAsync("handoffs/h-c3/accept");

        var seen = (await mira.GetAsync("supervision")).Json;

        Assert.Equal(["h-c3 accepted Mira", "h-c4 queued "], seen["handoffs"]!.AsArray().Select(item => $"{item!["id"]} {item["state"]} {item["agentName"]}").Order());
        var figures = seen["figures"]!;
        Assert.Equal((3, 1, 40, 40), ((int)figures["taken"]!, (int)figures["returned"]!, (int)figures["medianWait"]!, (int)figures["longestWait"]!));
        Assert.Equal("""{"solved":0,"partly":1,"unsolved":0,"callback":0}""", figures["closed"]!.ToJsonString());
    }

    [Fact]
    public async Task The_day_begins_where_the_supervisor_says()
    {
        await using var host = await DeskHost.StartAsync();
        await host.QueuedAsync();
        var mira = await host.SignInAsync();
        await mira.PostAsync("handoffs/h-c1/accept");
        host.Time.Pass(TimeSpan.FromHours(2));
        var since = Uri.EscapeDataString(host.Time.GetUtcNow().AddHours(-1).ToString("O", System.Globalization.CultureInfo.InvariantCulture));

        Assert.Equal(0, (int)(await mira.GetAsync($"supervision?since={since}")).Json["figures"]!["taken"]!);
        Assert.Equal(1, (int)(await mira.GetAsync("supervision")).Json["figures"]!["taken"]!);
    }

    [Theory]
    [InlineData("yesterday")]
    [InlineData("2020-01-01T00:00:00Z")]
    [InlineData("2999-01-01T00:00:00Z")]
    public async Task A_day_that_is_none_is_refused(string since)
    {
        await using var host = await DeskHost.StartAsync();
        var desk = await host.SignInAsync();

        var answer = await desk.GetAsync($"supervision?since={since}");

        Assert.Equal((HttpStatusCode.BadRequest, "bad-since"), (answer.Status, answer.ErrorCode));
    }

    [Fact]
    public async Task A_supervisor_takes_over_and_the_agent_before_can_say_nothing_more()
    {
        await using var host = await DeskHost.StartAsync();
        await host.QueuedAsync();
        var (mira, joel) = (await host.SignInAsync(), await host.SignInAsync("Joel"));
        await mira.PostAsync("handoffs/h-c1/accept");

        var taken = await joel.PostAsync("handoffs/h-c1/take-over");
        var late = await mira.PostAsync("handoffs/h-c1/messages", """{"text":"One moment"}""");

        Assert.Equal(("accepted", "Joel"), ((string?)taken.Json["state"], (string?)taken.Json["agentName"]));
        Assert.Equal((HttpStatusCode.Conflict, "This conversation is with Joel now."), (late.Status, late.ErrorMessage));
        Assert.Equal("handoff-accepted: Joel", (string?)(await host.StreamAsync())[^1]["text"]);
        Assert.Equal(HttpStatusCode.OK, (await joel.PostAsync("handoffs/h-c1/take-over")).Status);
        Assert.Equal((HandoffState.Accepted, "Joel"), ((await host.TicketAsync()).State, (await host.TicketAsync()).AgentName));
    }

    [Fact]
    public async Task A_whisper_is_marked_for_who_holds_the_conversation()
    {
        await using var host = await DeskHost.StartAsync();
        await host.QueuedAsync();
        var (mira, joel) = (await host.SignInAsync(), await host.SignInAsync("Joel"));
        await mira.PostAsync("handoffs/h-c1/accept");

        await joel.PostAsync("handoffs/h-c1/notes", """{"text":"Offer the voucher.","forHolder":true}""");

        JsonNode note = Assert.Single((await mira.GetAsync("conversations/c1")).Json["notes"]!.AsArray())!;
        Assert.True((bool)note["forHolder"]!);
    }

    [Fact]
    public async Task What_is_over_cannot_be_taken_over()
    {
        await using var host = await DeskHost.StartAsync();
        await host.QueuedAsync();
        var desk = await host.SignInAsync();
        await desk.PostAsync("handoffs/h-c1/accept");
        await desk.PostAsync("handoffs/h-c1/close", """{"outcome":"solved"}""");

        var answer = await (await host.SignInAsync("Joel")).PostAsync("handoffs/h-c1/take-over");

        Assert.Equal((HttpStatusCode.Conflict, "ended"), (answer.Status, answer.ErrorCode));
    }
}
