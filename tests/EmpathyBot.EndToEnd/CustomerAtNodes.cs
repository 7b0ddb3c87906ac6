using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace EmpathyBot.EndToEnd;

/// <summary>What a customer does who can reach several nodes, and what the bot promises them whatever happens to nodes and server.</summary>
internal static class CustomerAtNodes
{
    /// <summary>Writes as a client does that knows all nodes: what got no answer is sent again, to the next, with the same mark.</summary>
    /// <returns>The ids of what was acknowledged, in order.</returns>
    public static async Task<IReadOnlyList<string>> WriteAsync(IReadOnlyList<HostProcess> nodes, Customer customer, int number, int messages)
    {
        using var pace = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        var turns = new List<string>();
        for (var (tries, mark) = (0, Guid.NewGuid().ToString()); turns.Count < messages; tries++)
        {
            try
            {
                turns.Add(await customer.At(nodes[(number + tries) % nodes.Count].Http).SayAsync($"what does shipping cost? ({turns.Count})", mark));
                mark = Guid.NewGuid().ToString();
            }
            catch (HttpRequestException) when (tries < 600)
            {
                await pace.WaitForNextTickAsync();
            }
        }

        return turns;
    }

    /// <summary>Says something again and again until it is acknowledged.</summary>
    public static async Task<string> SayUntilTakenAsync(Customer customer, string text, string mark)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        using var pace = new PeriodicTimer(TimeSpan.FromMilliseconds(250));
        while (true)
        {
            using var answer = await customer.PostAsync(text, mark);
            if (answer.IsSuccessStatusCode)
                return (string)(await answer.Content.ReadFromJsonAsync<JsonObject>(limit.Token))!["id"]!;
            await ExpectHonestRefusalAsync(answer);
            await pace.WaitForNextTickAsync(limit.Token);
        }
    }

    /// <summary>Each of these is on the stream once, is answered once, and in this order; and nothing at all is there twice.</summary>
    public static async Task ExpectOneAnswerEachAsync(Customer customer, IReadOnlyList<string> turns)
    {
        foreach (var turn in turns)
            await customer.AnswerToAsync(turn);
        var stream = await customer.ReadAsync();
        var written = stream.Where(activity => (string?)activity["from"]?["role"] != "bot" && (string?)activity["type"] == "message").Select(activity => (string?)activity["id"]);
        var answered = stream.Where(activity => (string?)activity["type"] == "message").Select(activity => (string?)activity["replyToId"]).OfType<string>().ToList();
        Assert.Equal(turns, written.Where(id => turns.Contains(id)));
        Assert.Equal(turns, answered.Where(turns.Contains));
        Assert.Equal(stream.Count, stream.Select(activity => (string?)activity["id"]).Distinct().Count());
    }

    /// <summary>Says something that cannot be kept now: the customer is told so, and when to come again.</summary>
    public static async Task ExpectHonestRefusalAsync(Customer customer, string text, string? mark = null)
    {
        using var refused = await customer.PostAsync(text, mark);
        await ExpectHonestRefusalAsync(refused);
    }

    /// <summary>This is an answer that says that nothing can be kept now, and when to come again.</summary>
    public static async Task ExpectHonestRefusalAsync(HttpResponseMessage refused)
    {
        Assert.Equal(HttpStatusCode.ServiceUnavailable, refused.StatusCode);
        Assert.NotNull(refused.Headers.RetryAfter);
        var said = (string?)(await refused.Content.ReadFromJsonAsync<JsonObject>())!["error"]!["message"];
        Assert.Equal("We cannot save or look up anything right now. Please try again in a minute; what was saved before is safe.", said);
    }
}
