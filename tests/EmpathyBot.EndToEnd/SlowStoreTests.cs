using Microsoft.Data.Sqlite;

namespace EmpathyBot.EndToEnd;

/// <summary>The store answers, and takes its time.</summary>
public sealed class SlowStoreTests
{
    [Theory]
    [InlineData(200)]
    [InlineData(500)]
    [Trait("Needs", "PostgreSql")]
    public async Task When_every_answer_of_the_server_takes_long_order_holds_and_nobody_is_answered_twice(int milliseconds)
    {
        const int Customers = 10, Messages = 3;
        await using var fleet = await Fleet.StartAsync(2, new() { OverLines = true });
        var customers = await Task.WhenAll(Enumerable.Range(0, Customers).Select(number => Customer.JoinAsync(fleet.Nodes[number % 2].Http)));

        foreach (var line in fleet.Lines)
            line.Delay(TimeSpan.FromMilliseconds(milliseconds));
        var written = await Task.WhenAll(customers.Select((customer, number) => CustomerAtNodes.WriteAsync(fleet.Nodes, customer, number, Messages)));

        await Task.WhenAll(customers.Zip(written).Select(each => CustomerAtNodes.ExpectOneAnswerEachAsync(each.First, each.Second)));
    }

    [Fact]
    [Trait("Needs", "PostgreSql")]
    public async Task When_an_answer_of_the_server_takes_too_long_customers_are_told_so()
    {
        await using var fleet = await Fleet.StartAsync(1, new() { OverLines = true, Connection = ";Command Timeout=3" });
        var customer = await Customer.JoinAsync(fleet.Nodes[0].Http);

        fleet.Lines[0].Delay(TimeSpan.FromSeconds(20));
        await CustomerAtNodes.ExpectHonestRefusalAsync(customer, "what does shipping cost?", "again");
        fleet.Lines[0].Mend();

        var again = await CustomerAtNodes.SayUntilTakenAsync(customer, "what does shipping cost?", "again");
        await CustomerAtNodes.ExpectOneAnswerEachAsync(customer, [again]);
    }

    [Fact]
    public async Task While_something_else_writes_into_the_file_for_some_seconds_messages_wait_and_keep_their_order()
    {
        await using var host = await HostProcess.StartAsync();
        var customers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Customer.JoinAsync(host.Http)));
        using var held = new PeriodicTimer(TimeSpan.FromSeconds(4));

        List<Task<IReadOnlyList<string>>> writing;
        await using (await HoldAsync(host))
        {
            writing = [.. customers.Select((customer, number) => CustomerAtNodes.WriteAsync([host], customer, number, 2))];
            await held.WaitForNextTickAsync();
            Assert.DoesNotContain(writing, each => each.IsCompleted);
        }

        foreach (var (customer, turns) in customers.Zip(await Task.WhenAll(writing)))
            await CustomerAtNodes.ExpectOneAnswerEachAsync(customer, turns);
    }

    [Fact]
    public async Task While_something_else_does_not_let_go_of_the_file_customers_are_told_so_and_afterwards_all_goes_on()
    {
        await using var host = await HostProcess.StartAsync();
        var customers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Customer.JoinAsync(host.Http)));

        await using (await HoldAsync(host))
            await Task.WhenAll(customers.Select(customer => CustomerAtNodes.ExpectHonestRefusalAsync(customer, "what does shipping cost?", "again")));

        foreach (var customer in customers)
        {
            var again = await CustomerAtNodes.SayUntilTakenAsync(customer, "what does shipping cost?", "again");
            await CustomerAtNodes.ExpectOneAnswerEachAsync(customer, [again]);
        }
    }

    /// <summary>Begins a write into the host's file and holds it until it is disposed.</summary>
    private static async Task<SqliteConnection> HoldAsync(HostProcess host)
    {
        var connection = new SqliteConnection($"Data Source={Path.Combine(host.Folder, "empathybot.db")};Pooling=False");
        await connection.OpenAsync();
        await using var begin = new SqliteCommand("begin immediate", connection);
        await begin.ExecuteNonQueryAsync();
        return connection;
    }
}
