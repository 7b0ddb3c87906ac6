using System.Text.Json.Nodes;
using EmpathyBot.Simulator.Handoffs;
using Xunit.Abstractions;

namespace EmpathyBot.Tests.Handoffs;

/// <summary>
/// Random handoff histories against the stored state machine: 25 worlds of 20 conversations each. Whatever customers, agents,
/// time and restarts do, no message is lost or doubled, order is kept, exactly one holds, and the bot never speaks meanwhile.
/// </summary>
public sealed class HandoffHistoryTests(ITestOutputHelper output)
{
    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task Twenty_random_histories_end_well(int seed)
    {
        await using var world = await HandoffWorld.BeginAsync(seed, conversations: 20);

        await world.HappenAsync(events: 320);

        output.WriteLine(string.Join(", ", world.Counts.OrderBy(count => count.Key).Select(count => $"{count.Key} {count.Value}")));
        Assert.Empty(await world.FindWrongAsync());
        Assert.All(new[] { "customer-said", "taken", "agent-said", "agent-refused", "time", "restart" }, what => Assert.Contains(what, world.Counts.Keys));
    }

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 25)];

    [Fact]
    public void What_is_lost_doubled_out_of_order_or_spoken_over_is_found()
    {
        JsonObject[] stream =
        [
            Event("queued"), Message("customer", "c1"), Event("accepted"), Message("empathybot", "here is Mira"), Message("agent", "a2"),
            Message("agent", "a1"), Message("customer", "c3"), Message("customer", "c3"), Message("empathybot", "and I say this"),
        ];
        JsonObject[] desk = [Turn("c1"), Turn("c2"), Turn("c3"), Turn("a1"), Turn("a2")];

        var findings = LoadFindings.Of(["c1", "c2", "c3"], [["a1", "a2"]], stream, desk);

        Assert.Equal(new LoadFindings(FromCustomer: 3, FromAgents: 2, Lost: 1, Doubled: 1, OutOfOrder: 1, SpokenOver: 1), findings);
    }

    private static JsonObject Event(string state) => new()
    {
        ["type"] = "event", ["name"] = "handoff", ["value"] = new JsonObject { ["state"] = state },
    };

    private static JsonObject Message(string from, string text) => new()
    {
        ["type"] = "message", ["text"] = text, ["from"] = new JsonObject { ["id"] = from },
    };

    private static JsonObject Turn(string text) => new() { ["text"] = text };
}
