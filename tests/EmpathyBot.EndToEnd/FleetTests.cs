using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json.Nodes;

namespace EmpathyBot.EndToEnd;

/// <summary>Several nodes on one PostgreSQL, and what can happen to them.</summary>
[Trait("Needs", "PostgreSql")]
public sealed class FleetTests
{
    [Fact]
    public async Task A_customer_at_two_nodes_and_an_agent_at_a_third_talk_as_if_there_were_one()
    {
        await using var fleet = await Fleet.StartAsync(3);
        var customer = await Customer.JoinAsync(fleet.Nodes[0].Http);
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        using var stream = new ClientWebSocket();
        using var joined = await customer.SendAsync(HttpMethod.Post, "v3/directline/conversations", new JsonObject());
        await stream.ConnectAsync(new Uri((string)(await joined.Content.ReadFromJsonAsync<JsonObject>(limit.Token))!["streamUrl"]!), limit.Token);

        await customer.At(fleet.Nodes[1].Http).AskAsync("I want to talk to a human");
        var desk = fleet.Nodes[2].Http;
        var ticket = Assert.Single((await DeskAsync(desk, HttpMethod.Get, "handoffs"))!["items"]!.AsArray());
        await DeskAsync(desk, HttpMethod.Post, $"handoffs/{ticket!["id"]}/accept");
        await DeskAsync(desk, HttpMethod.Post, $"handoffs/{ticket["id"]}/messages", new JsonObject { ["text"] = "Mira here, from another node." });

        var heard = new StringBuilder();
        while (!heard.ToString().Contains("from another node", StringComparison.Ordinal))
            heard.Append(await ReceiveAsync(stream, limit.Token));
        Assert.Contains("talk to a human", heard.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nodes_killed_one_after_the_other_lose_nothing_and_double_nothing()
    {
        const int Customers = 24, Messages = 4;
        await using var fleet = await Fleet.StartAsync(3);
        var customers = await Task.WhenAll(Enumerable.Range(0, Customers).Select(number => Customer.JoinAsync(fleet.Nodes[number % 3].Http)));

        var writing = Task.WhenAll(customers.Select((customer, number) => CustomerAtNodes.WriteAsync(fleet.Nodes, customer, number, Messages)));
        foreach (var node in fleet.Nodes)
        {
            await node.KillAsync();
            await node.RestartAsync();
        }

        var written = await writing;
        foreach (var (customer, turns) in customers.Zip(written))
            await CustomerAtNodes.ExpectOneAnswerEachAsync(customer.At(fleet.Nodes[0].Http), turns);
    }

    [Fact]
    public async Task A_node_that_stalls_past_its_lease_answers_nobody_twice_when_it_goes_on()
    {
        const int Customers = 20;
        await using var fleet = await Fleet.StartAsync(2);
        var (stalling, other) = (fleet.Nodes[0], fleet.Nodes[1]);
        var customers = await Task.WhenAll(Enumerable.Range(0, Customers).Select(_ => Customer.JoinAsync(stalling.Http)));

        var posts = customers.Select(customer => customer.SayAsync("what does shipping cost?")).ToList();
        await Task.WhenAll(posts.Take(Customers / 2));
        await stalling.PauseAsync();

        // What it had accepted by then is answered by the other.
        foreach (var (customer, post) in customers.Zip(posts).Take(Customers / 2))
            await customer.At(other.Http).AnswerToAsync(await post);
        await stalling.ResumeAsync();

        var turns = await Task.WhenAll(posts);
        foreach (var (customer, turn) in customers.Zip(turns))
        {
            await CustomerAtNodes.ExpectOneAnswerEachAsync(customer, [turn]);
            Assert.NotEmpty(await customer.AskAsync("and how long does it take?"));
        }
    }

    [Fact]
    public async Task While_PostgreSQL_is_away_customers_are_told_so_and_afterwards_all_goes_on_by_itself()
    {
        const int Customers = 12;
        await using var fleet = await Fleet.StartAsync(2);
        var customers = await Task.WhenAll(Enumerable.Range(0, Customers).Select(number => Customer.JoinAsync(fleet.Nodes[number % 2].Http)));
        var accepted = await Task.WhenAll(customers.Select(customer => customer.SayAsync("what does shipping cost?")));

        await fleet.Cluster.CrashAsync();
        foreach (var customer in customers.Take(4))
        {
            await CustomerAtNodes.ExpectHonestRefusalAsync(customer, "hello?");
        }

        foreach (var node in fleet.Nodes)
        {
            Assert.Equal(HttpStatusCode.ServiceUnavailable, (await node.Http.GetAsync("readyz")).StatusCode);
            Assert.Equal(HttpStatusCode.OK, (await node.Http.GetAsync("healthz")).StatusCode);
        }

        await fleet.Cluster.RestartAsync();

        foreach (var (customer, turn) in customers.Zip(accepted))
        {
            await CustomerAtNodes.ExpectOneAnswerEachAsync(customer, [turn]);
            Assert.NotEmpty(await customer.AskAsync("and how long does it take?"));
        }
    }

    [Fact]
    public async Task A_rolling_restart_is_not_noticed_by_who_writes()
    {
        await using var fleet = await Fleet.StartAsync(2);
        var customers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Customer.JoinAsync(fleet.Nodes[0].Http)));

        var writing = Task.WhenAll(customers.Select((customer, number) => CustomerAtNodes.WriteAsync(fleet.Nodes, customer, number, 3)));
        foreach (var node in fleet.Nodes)
        {
            await node.StopAsync();
            await node.RestartAsync();
        }

        foreach (var (customer, turns) in customers.Zip(await writing))
            await CustomerAtNodes.ExpectOneAnswerEachAsync(customer, turns);
    }

    private static async Task<JsonNode?> DeskAsync(HttpClient node, HttpMethod method, string address, JsonNode? body = null)
    {
        using var request = new HttpRequestMessage(method, $"api/desk/{address}");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", HostProcess.DeskKey);
        if (method == HttpMethod.Post)
            request.Content = JsonContent.Create(body ?? new JsonObject());
        using var answer = await node.SendAsync(request);
        answer.EnsureSuccessStatusCode();
        var text = await answer.Content.ReadAsStringAsync();
        return text.Length == 0 ? null : JsonNode.Parse(text);
    }

    private static async Task<string> ReceiveAsync(ClientWebSocket stream, CancellationToken cancellationToken)
    {
        var buffer = new byte[64 * 1024];
        var received = await stream.ReceiveAsync(buffer, cancellationToken);
        return Encoding.UTF8.GetString(buffer, 0, received.Count);
    }
}
