using Xunit.Abstractions;

namespace EmpathyBot.EndToEnd;

/// <summary>One node of several is cut off from the database server, and lives on.</summary>
/// <param name="output">Is told how it was played.</param>
[Trait("Needs", "PostgreSql")]
public sealed class CutOffTests(ITestOutputHelper output)
{
    [Fact]
    public async Task A_node_that_is_cut_off_loses_its_turns_to_the_other_and_writes_nothing_late_when_it_is_back()
    {
        var networks = await NodeNetwork.TryMakeAsync(2);
        output.WriteLine(networks is null
            ? "NO NETWORK NAMESPACES: this machine does not allow them (Linux, ip, and root). The line to the database server is cut in this process instead."
            : "Each node in a network namespace of its own; the link of one is cut.");
        await using var all = new Networks(networks);
        await using var fleet = await Fleet.StartAsync(2, new() { OverLines = true, Networks = networks });
        var (lost, other) = (fleet.Nodes[0], fleet.Nodes[1]);
        var customers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Customer.JoinAsync(lost.Http)));

        var acknowledged = await Task.WhenAll(customers.Select(customer => customer.SayAsync("what does shipping cost?")));
        await CutAsync(true);
        foreach (var (customer, turn) in customers.Zip(acknowledged))
            await customer.At(other.Http).AnswerToAsync(turn);

        // What it refuses meanwhile, the other takes, and the answer is there before it is back.
        await Task.WhenAll(customers.Select(customer => CustomerAtNodes.ExpectHonestRefusalAsync(customer, "and how long does it take?", "again")));
        var again = await Task.WhenAll(customers.Select(customer => customer.At(other.Http).SayAsync("and how long does it take?", "again")));
        foreach (var (customer, turn) in customers.Zip(again))
            await customer.At(other.Http).AnswerToAsync(turn);
        await CutAsync(false);

        foreach (var (customer, index) in customers.Select((customer, index) => (customer, index)))
        {
            var last = await CustomerAtNodes.SayUntilTakenAsync(customer, "what are your opening hours?", "last");
            await CustomerAtNodes.ExpectOneAnswerEachAsync(customer.At(other.Http), [acknowledged[index], again[index], last]);
        }

        async Task CutAsync(bool isCut)
        {
            if (networks is null && isCut)
                fleet.Lines[0].Cut();
            else if (networks is null)
                fleet.Lines[0].Mend();
            else
                await (isCut ? networks[0].CutAsync() : networks[0].MendAsync());
        }
    }

    private sealed class Networks(IReadOnlyList<NodeNetwork>? networks) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync()
        {
            foreach (var network in networks ?? [])
                await network.DisposeAsync();
        }
    }
}
