namespace EmpathyBot.EndToEnd;

/// <summary>The database server lives, and nobody reaches it.</summary>
[Trait("Needs", "PostgreSql")]
public sealed class UnreachableTests
{
    private const int Customers = 8;

    [Fact]
    public async Task After_half_a_minute_of_silence_what_was_acknowledged_is_answered_and_what_was_refused_can_be_said_again()
    {
        await using var fleet = await Fleet.StartAsync(2, new() { OverLines = true });
        var customers = await JoinAsync(fleet);
        using var silence = new PeriodicTimer(TimeSpan.FromSeconds(30));

        var acknowledged = await Task.WhenAll(customers.Select(customer => customer.SayAsync("what does shipping cost?")));
        foreach (var line in fleet.Lines)
            line.Cut();
        // Nobody knows yet that nobody answers, so that each is told only when it is certain.
        await Task.WhenAll(customers.Select(customer => CustomerAtNodes.ExpectHonestRefusalAsync(customer, "and how long does it take?", "again")));
        await silence.WaitForNextTickAsync();
        foreach (var line in fleet.Lines)
            line.Mend();

        await ExpectAllIsWellAsync(fleet, customers, acknowledged);
    }

    [Fact]
    public async Task An_interruption_of_some_seconds_is_not_noticed()
    {
        await using var fleet = await Fleet.StartAsync(2, new() { OverLines = true });
        var customers = await JoinAsync(fleet);
        using var silence = new PeriodicTimer(TimeSpan.FromSeconds(3));

        var before = await Task.WhenAll(customers.Select(customer => customer.SayAsync("what does shipping cost?")));
        foreach (var line in fleet.Lines)
            line.Cut();
        var meanwhile = customers.Select(customer => customer.SayAsync("and how long does it take?")).ToList();
        await silence.WaitForNextTickAsync();
        foreach (var line in fleet.Lines)
            line.Mend();

        foreach (var (customer, index) in customers.Select((customer, index) => (customer, index)))
            await CustomerAtNodes.ExpectOneAnswerEachAsync(customer, [before[index], await meanwhile[index]]);
    }

    [Fact]
    public async Task While_connections_are_refused_customers_are_told_so_at_once_and_afterwards_all_goes_on()
    {
        await using var fleet = await Fleet.StartAsync(2, new() { OverLines = true });
        var customers = await JoinAsync(fleet);

        var acknowledged = await Task.WhenAll(customers.Select(customer => customer.SayAsync("what does shipping cost?")));
        foreach (var line in fleet.Lines)
            line.Refuse();
        await Task.WhenAll(customers.Select(customer => CustomerAtNodes.ExpectHonestRefusalAsync(customer, "and how long does it take?", "again")));
        foreach (var line in fleet.Lines)
            line.Mend();

        await ExpectAllIsWellAsync(fleet, customers, acknowledged);
    }

    private static async Task<Customer[]> JoinAsync(Fleet fleet) =>
        await Task.WhenAll(Enumerable.Range(0, Customers).Select(number => Customer.JoinAsync(fleet.Nodes[number % fleet.Nodes.Count].Http)));

    private static async Task ExpectAllIsWellAsync(Fleet fleet, Customer[] customers, string[] acknowledged)
    {
        foreach (var (customer, index) in customers.Select((customer, index) => (customer, index)))
        {
            var again = await CustomerAtNodes.SayUntilTakenAsync(customer.At(fleet.Nodes[index % 2].Http), "and how long does it take?", "again");
            await CustomerAtNodes.ExpectOneAnswerEachAsync(customer, [acknowledged[index], again]);
        }
    }
}
