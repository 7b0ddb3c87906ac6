using System.Net;
using System.Text.Json.Nodes;

namespace EmpathyBot.Simulator.Handoffs;

/// <summary>How many customers and agents, for how long, where.</summary>
internal sealed record HandoffLoad(int Customers, int Agents, TimeSpan For, Uri Url, string DeskKey, int Seed)
{
    private static readonly TimeSpan SettleWithin = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan LookAgain = TimeSpan.FromMilliseconds(500);

    /// <summary>Plays it all, and reads back what the customers' pages and the desk show.</summary>
    public async Task<LoadResult> PlayAsync(CancellationToken cancellationToken)
    {
        using var handler = new SocketsHttpHandler { MaxConnectionsPerServer = 512 };
        using var client = new HttpClient(handler) { BaseAddress = Url, Timeout = TimeSpan.FromSeconds(20) };
        var http = new SteadyHttp(client);
        var customers = Enumerable.Range(1, Customers).Select(number => new LoadCustomer(http, number, new Random(Seed * 1000 + number))).ToList();
        var mostHeld = (int)Math.Ceiling(1.2 * Customers / Agents);
        var agents = Enumerable.Range(1, Agents).Select(number => new LoadAgent(http, DeskKey, number, mostHeld, new Random(-Seed * 1000 - number))).ToList();

        await Parallel.ForEachAsync(customers, cancellationToken, async (customer, cancel) => await customer.BeginAsync(cancel));
        using var timeIsUp = new CancellationTokenSource(For);
        await Task.WhenAll(
            customers.Select(customer => customer.WriteAsync(timeIsUp.Token, cancellationToken))
                .Concat(agents.Select(agent => agent.WorkAsync(timeIsUp.Token, cancellationToken))));

        var seen = new List<LoadFindings>();
        foreach (var customer in customers)
            seen.Add(await LookAsync(http, customer, agents, cancellationToken));
        return new LoadResult(seen, agents, http.Repeats);
    }

    /// <summary>Compares once everything accepted has had its turn.</summary>
    private async Task<LoadFindings> LookAsync(
        SteadyHttp http, LoadCustomer customer, IReadOnlyList<LoadAgent> agents, CancellationToken cancellationToken)
    {
        var fromAgents = agents.Select(agent => agent.Said.Where(said => said.ConversationId == customer.ConversationId).Select(said => said.Text).ToList()).ToList();
        for (var waited = TimeSpan.Zero; ; waited += LookAgain)
        {
            var stream = await customer.ReadAllAsync(cancellationToken);
            var (status, desk) = await http.SendAsync(
                HttpMethod.Get, $"api/desk/conversations/{Uri.EscapeDataString(customer.ConversationId)}", DeskKey, null, cancellationToken);
            var turns = status == HttpStatusCode.OK ? desk!["turns"]!.AsArray().OfType<JsonObject>().ToList() : [];
            var findings = LoadFindings.Of(customer.Said, fromAgents, stream, turns);
            if (findings.Lost == 0 || waited > SettleWithin)
                return findings;
            await Task.Delay(LookAgain, cancellationToken);
        }
    }
}
