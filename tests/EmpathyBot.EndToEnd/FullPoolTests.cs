using Npgsql;

namespace EmpathyBot.EndToEnd;

/// <summary>More want a connection to the database than there are.</summary>
[Trait("Needs", "PostgreSql")]
public sealed class FullPoolTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task With_hardly_a_connection_to_share_everyone_is_answered_once_and_nobody_waits_for_ever(int connections)
    {
        const int Customers = 40, Messages = 2;
        await using var fleet = await Fleet.StartAsync(1, new() { Connection = $";Maximum Pool Size={connections};Timeout=3" });
        var node = fleet.Nodes[0];
        var customers = new List<Customer>();
        while (customers.Count < Customers)
            customers.Add(await Customer.JoinAsync(node.Http));

        var written = await Task.WhenAll(customers.Select(customer => WriteAsync(customer, Messages)));

        foreach (var (customer, turns) in customers.Zip(written))
            await CustomerAtNodes.ExpectOneAnswerEachAsync(customer, turns);
    }

    [Fact]
    public async Task When_the_server_has_no_connection_left_customers_are_told_so_and_it_serves_again_once_there_is_one()
    {
        await using var fleet = await Fleet.StartAsync(1);
        var customer = await Customer.JoinAsync(fleet.Nodes[0].Http);
        var acknowledged = await customer.SayAsync("what does shipping cost?");

        await using (var hoard = new ConnectionHoard(fleet.Cluster.ConnectTo("fleet")))
        {
            await hoard.TakeAllAsync();
            await CustomerAtNodes.ExpectHonestRefusalAsync(customer, "and how long does it take?", "again");
        }

        var again = await CustomerAtNodes.SayUntilTakenAsync(customer, "and how long does it take?", "again");
        await CustomerAtNodes.ExpectOneAnswerEachAsync(customer, [acknowledged, again]);
    }

    private static async Task<IReadOnlyList<string>> WriteAsync(Customer customer, int messages)
    {
        var turns = new List<string>();
        while (turns.Count < messages)
            turns.Add(await CustomerAtNodes.SayUntilTakenAsync(customer, $"what does shipping cost? ({turns.Count})", $"{turns.Count}"));
        return turns;
    }

    /// <summary>Takes every connection that the server gives, those of others included, and keeps them.</summary>
    private sealed class ConnectionHoard(string connection) : IAsyncDisposable
    {
        private readonly List<NpgsqlConnection> kept = [];

        public async Task TakeAllAsync()
        {
            await TakeWhatIsLeftAsync();
            await using var others = new NpgsqlCommand(
                "select count(pg_terminate_backend(pid)) from pg_stat_activity where application_name = 'EmpathyBot'", kept[0]);
            // The node takes some of them back as fast as it can.
            while (await others.ExecuteScalarAsync() is > 0L)
                await TakeWhatIsLeftAsync();
        }

        public async ValueTask DisposeAsync()
        {
            foreach (var each in kept)
                await each.DisposeAsync();
        }

        private async Task TakeWhatIsLeftAsync()
        {
            while (true)
            {
                var next = new NpgsqlConnection(connection + ";Pooling=false");
                try
                {
                    await next.OpenAsync();
                    kept.Add(next);
                }
                catch (PostgresException full) when (full.SqlState == PostgresErrorCodes.TooManyConnections)
                {
                    await next.DisposeAsync();
                    return;
                }
            }
        }
    }
}
