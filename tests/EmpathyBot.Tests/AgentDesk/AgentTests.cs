using System.Net;
using System.Text.Json.Nodes;
using EmpathyBot.Domain.Handoffs;
using Microsoft.Extensions.DependencyInjection;

namespace EmpathyBot.Tests.AgentDesk;

public class AgentTests
{
    [Fact]
    public async Task Colleagues_are_listed_with_whether_they_are_here_and_how_much_they_hold()
    {
        await using var host = await DeskHost.StartAsync();
        await host.QueuedAsync();
        var mira = await host.SignInAsync();
        await HereAsync(host, "Mira", "Joel");
        await mira.PostAsync("handoffs/h-c1/accept");
        host.Time.Pass(TimeSpan.FromMinutes(5));
        await HereAsync(host, "Mira");

        var agents = (await mira.GetAsync("agents")).Json["agents"]!.AsArray();

        Assert.Equal(["Joel here False free False load 0", "Mira here True free True load 1"], agents.Select(Told));
    }

    [Fact]
    public async Task Whose_desk_is_open_is_here()
    {
        await using var host = await DeskHost.StartAsync();
        using (await LiveTests.LiveStream.OpenAsync(host))
        {
            var agents = (await host.WithKey().GetAsync("agents")).Json["agents"]!.AsArray();

            Assert.True((bool)Assert.Single(agents)!["here"]!);
        }
    }

    [Fact]
    public async Task An_agent_sets_availability_limit_and_teams_and_what_is_left_out_stays()
    {
        await using var host = await DeskHost.StartAsync(options => options.Teams = ["Orders", "Returns"]);
        var desk = await host.SignInAsync();

        await desk.PostAsync("me/seat", """{"available":false,"limit":3,"teams":["returns"]}""");
        await desk.PostAsync("me/seat", """{"available":true}""");

        var seat = (await desk.GetAsync("me/seat")).Json;
        Assert.Equal((true, 3, "Returns"), ((bool)seat["available"]!, (int)seat["limit"]!, (string?)Assert.Single(seat["teams"]!.AsArray())));
        Assert.Null((await desk.PostAsync("me/seat", """{"limit":0}""")).Json["limit"]);
    }

    [Theory]
    [InlineData("""{"limit":-1}""", "bad-limit")]
    [InlineData("""{"limit":21}""", "bad-limit")]
    [InlineData("""{"limit":"many"}""", "bad-json")]
    [InlineData("""{"teams":["Choir"]}""", "no-such-team")]
    public async Task A_seat_that_cannot_be_is_refused(string body, string code)
    {
        await using var host = await DeskHost.StartAsync(options => options.Teams = ["Orders"]);
        var desk = await host.SignInAsync();

        var answer = await desk.PostAsync("me/seat", body);

        Assert.Equal((HttpStatusCode.BadRequest, code), (answer.Status, answer.ErrorCode));
    }

    [Fact]
    public async Task Nobody_takes_more_than_their_own_limit()
    {
        await using var host = await DeskHost.StartAsync();
        await host.QueuedAsync("c1");
        await host.QueuedAsync("c2");
        var desk = await host.SignInAsync();
        await desk.PostAsync("me/seat", """{"limit":1}""");
        await desk.PostAsync("handoffs/h-c1/accept");

        var refused = await desk.PostAsync("handoffs/h-c2/accept");

        Assert.Equal((HttpStatusCode.Conflict, "own-limit"), (refused.Status, refused.ErrorCode));
        Assert.Equal("You hold 1 conversation, and your own limit is 1. Close or pass on one first, or raise your limit.", refused.ErrorMessage);
        Assert.Equal(HandoffState.Queued, (await host.TicketAsync("h-c2")).State);

        await desk.PostAsync("handoffs/h-c1/close", """{"outcome":"solved"}""");
        Assert.Equal(HttpStatusCode.OK, (await desk.PostAsync("handoffs/h-c2/accept")).Status);
    }

    [Fact]
    public async Task Taking_again_what_one_holds_is_within_any_limit()
    {
        await using var host = await DeskHost.StartAsync();
        await host.QueuedAsync();
        var desk = await host.SignInAsync();
        await desk.PostAsync("me/seat", """{"limit":1}""");
        await desk.PostAsync("handoffs/h-c1/accept");

        Assert.Equal(HttpStatusCode.OK, (await desk.PostAsync("handoffs/h-c1/accept")).Status);
    }

    [Theory]
    [InlineData("dev-joel", "dev-joel", "Joel")]
    [InlineData("joel", "dev-joel", "Joel")]
    [InlineData("returns", "team:returns", "Returns")]
    [InlineData("team:returns", "team:returns", "Returns")]
    [InlineData("whoever knows lamps", null, "whoever knows lamps")]
    public async Task A_transfer_names_a_colleague_a_team_or_anyone_in_words(string to, string? id, string name)
    {
        await using var host = await DeskHost.StartAsync(options => options.Teams = ["Orders", "Returns"]);
        await host.QueuedAsync();
        await HereAsync(host, "Joel");
        var desk = await host.SignInAsync();
        await desk.PostAsync("handoffs/h-c1/accept");

        var passed = await desk.PostAsync("handoffs/h-c1/transfer", $$"""{"to":"{{to}}"}""");

        Assert.Equal((name, id), ((string?)passed.Json["transferredTo"], (string?)passed.Json["transferredToId"]));
        var queued = Assert.Single((await desk.GetAsync("handoffs")).Json["items"]!.AsArray())!;
        Assert.Equal(id, (string?)queued["transferredToId"]);
    }

    [Fact]
    public async Task Nobody_passes_a_conversation_to_themselves()
    {
        await using var host = await DeskHost.StartAsync();
        await host.QueuedAsync();
        await HereAsync(host, "Mira");
        var desk = await host.SignInAsync();
        await desk.PostAsync("handoffs/h-c1/accept");

        var answer = await desk.PostAsync("handoffs/h-c1/transfer", """{"to":"Mira"}""");

        Assert.Equal((HttpStatusCode.BadRequest, "to-yourself"), (answer.Status, answer.ErrorCode));
    }

    [Fact]
    public async Task A_team_tells_how_many_of_it_are_free()
    {
        await using var host = await DeskHost.StartAsync(options => options.Teams = ["Orders", "Returns"]);
        var (mira, joel) = (await host.SignInAsync(), await host.SignInAsync("Joel"));
        await HereAsync(host, "Mira", "Joel");
        await mira.PostAsync("me/seat", """{"teams":["Orders","Returns"]}""");
        await joel.PostAsync("me/seat", """{"teams":["Returns"],"available":false}""");

        var teams = (await mira.GetAsync("agents")).Json["teams"]!.AsArray();

        Assert.Equal(["Orders 1", "Returns 1"], teams.Select(team => $"{team!["name"]} {team["free"]}"));
    }

    private static async Task HereAsync(DeskHost host, params string[] names)
    {
        foreach (var name in names)
            await host.Services.GetRequiredService<IAgentSeatStore>().SeeAsync(new($"dev-{name.ToLowerInvariant()}", name), host.Time.GetUtcNow(), CancellationToken.None);
    }

    private static string Told(JsonNode? agent) => $"{agent!["name"]} here {(bool)agent["here"]!} free {(bool)agent["free"]!} load {agent["load"]}";
}
