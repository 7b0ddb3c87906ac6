using System.Globalization;

namespace EmpathyBot.Simulator.Load;

/// <summary>Plays a plan.</summary>
/// <param name="plan">What is played.</param>
/// <param name="serverPid">The first node's process, when it is known.</param>
/// <param name="nodes">The nodes, when they were started here.</param>
/// <param name="time">Counts everything.</param>
internal sealed class LoadRun(LoadPlan plan, int? serverPid, LoadNodes? nodes, TimeProvider time)
{
    private static readonly TimeSpan LookAgain = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan SampleEvery = TimeSpan.FromSeconds(1);

    /// <summary>Plays it all, then reads back what customers were shown.</summary>
    public async Task<LoadResult> PlayAsync(CancellationToken cancellationToken)
    {
        using var handler = new SocketsHttpHandler { MaxConnectionsPerServer = plan.Customers };
        using var client = new HttpClient(handler) { Timeout = TimeSpan.FromSeconds(20) };
        using var watching = new HttpClient { Timeout = TimeSpan.FromSeconds(5) };
        var http = new LoadHttp(client, plan.Urls, time);
        var watch = new ServerWatch(watching, plan.Urls[0], serverPid);
        await using var connector = plan.Channel == LoadChannel.Messages ? await LoadConnector.StartAsync(time, cancellationToken) : null;

        var customers = Enumerable.Range(0, plan.Customers).Select(Customer).ToList();
        await Task.WhenAll(customers.Select(customer => customer.ComeAsync(cancellationToken)));
        var start = time.GetTimestamp();
        using var over = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var samples = SampleAsync(watch, start, over.Token);
        var killing = plan.KillEvery is { } every && nodes is not null ? nodes.KillInTurnAsync(every, over.Token) : Task.CompletedTask;
        await Task.WhenAll(customers.Select(customer => customer.WriteAsync(start, cancellationToken)));
        var last = await watch.SampleAsync(cancellationToken);
        await over.CancelAsync();
        await killing;
        var (first, most) = await samples;

        var findings = new List<(LoadFindings, LoadFindings)>();
        foreach (var line in customers.SelectMany(customer => customer.Lines))
            findings.Add(await LookAsync(line, cancellationToken));
        var turns = customers.SelectMany(customer => customer.Turns).Where(turn => turn.Due >= plan.WarmUp).OrderBy(turn => turn.Due).ToList();
        // A node that was killed has begun to count anew.
        var cost = nodes is { Killed: > 0 } ? new(null, null, null) : ServerCost.Between(first, last, most, customers.Sum(customer => customer.Turns.Count) - Before(customers));
        return LoadResult.Of(plan, turns, findings, http.Repeats, nodes?.Killed ?? 0, cost);

        LoadCustomer Customer(int number) => new(
            cancel => connector is null
                ? DirectLineLine.BeginAsync(http, plan, time, number, cancel)
                : Task.FromResult(connector.Begin(http, plan, number)),
            new Arrivals(plan.Rate / plan.Customers, new Random(HashCode.Combine(plan.Seed, number))), plan, time, new Random(plan.Seed * 1000 + number));
    }

    private int Before(IEnumerable<LoadCustomer> customers) => customers.Sum(customer => customer.Turns.Count(turn => turn.Due < plan.WarmUp));

    /// <summary>The server as the measuring began, and the most memory it had from then on.</summary>
    private async Task<(ServerSample First, long? MostResident)> SampleAsync(ServerWatch watch, long start, CancellationToken over)
    {
        var first = new ServerSample(null, null, null);
        long? most = null;
        try
        {
            if (plan.WarmUp - time.GetElapsedTime(start) is { Ticks: > 0 } wait)
                await Task.Delay(wait, time, over);
            first = await watch.SampleAsync(over);
            for (most = first.ResidentBytes; ;)
            {
                await Task.Delay(SampleEvery, time, over);
                var now = (await watch.SampleAsync(over)).ResidentBytes;
                most = now > most || most is null ? now : most;
            }
        }
        catch (OperationCanceledException) when (over.IsCancellationRequested)
        {
            // The run is over.
        }

        return (first, most);
    }

    /// <summary>Compares once everything taken has been answered, or time enough has passed for it.</summary>
    private async Task<(LoadFindings Record, LoadFindings Stream)> LookAsync(ILoadLine line, CancellationToken cancellationToken)
    {
        for (var waited = TimeSpan.Zero; ; waited += LookAgain)
        {
            var shown = await line.ReadBackAsync(cancellationToken);
            var findings = LoadFindings.Of(line.Taken, shown, line.IsHandedOver);
            if (findings.Lost == 0 || waited > plan.AnswerWithin)
                return (findings, line.Heard is { } heard ? LoadFindings.OfStream(heard, shown) : new(0, 0, 0));
            await Task.Delay(LookAgain, time, cancellationToken);
        }
    }
}

/// <summary>What a turn cost the server. Null is what could not be learnt.</summary>
internal sealed record ServerCost(double? AllocatedKilobytesPerTurn, double? ProcessorMillisecondsPerTurn, double? MostResidentMegabytes)
{
    public static ServerCost Between(ServerSample first, ServerSample last, long? mostResident, int turns) => turns == 0 ? new(null, null, null) : new(
        (last.AllocatedBytes - first.AllocatedBytes) / 1024.0 / turns,
        (last.Processor - first.Processor)?.TotalMilliseconds / turns,
        mostResident / 1024.0 / 1024.0);

    public string Describe() => string.Create(
        CultureInfo.InvariantCulture,
        $"allocated a turn {Or(AllocatedKilobytesPerTurn, "0.0", " KB")}, processor a turn {Or(ProcessorMillisecondsPerTurn, "0.00", " ms")}, most memory {Or(MostResidentMegabytes, "0", " MB")}");

    internal static string Or(double? value, string format, string unit) =>
        value is { } known ? known.ToString(format, CultureInfo.InvariantCulture) + unit : "unknown";
}
