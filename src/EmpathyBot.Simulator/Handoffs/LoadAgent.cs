using System.Net;
using System.Text.Json.Nodes;

namespace EmpathyBot.Simulator.Handoffs;

/// <summary>An agent who takes what waits, writes in what they hold, passes some on, gives some back and closes some.</summary>
internal sealed class LoadAgent(SteadyHttp http, string deskKey, int number, int mostHeld, Random random)
{
    private readonly string name = $"Agent {number}";
    private readonly Dictionary<string, string> held = [];
    private readonly List<(string ConversationId, string Text)> said = [];
    private int words;

    /// <summary>Everything that was accepted, in the order in which it was said.</summary>
    public IReadOnlyList<(string ConversationId, string Text)> Said => said;

    public int Taken { get; private set; }

    public int Missed { get; private set; }

    public int PassedOn { get; private set; }

    public int GivenBack { get; private set; }

    public int Closed { get; private set; }

    public async Task WorkAsync(CancellationToken timeIsUp, CancellationToken cancellationToken)
    {
        while (!timeIsUp.IsCancellationRequested)
        {
            if (held.Count < mostHeld)
                await TakeAsync(cancellationToken);
            foreach (var (ticket, conversation) in held.ToList())
                await ServeAsync(ticket, conversation, cancellationToken);
            await LoadCustomer.PauseAsync(TimeSpan.FromMilliseconds(random.Next(300, 1200)), timeIsUp);
        }
    }

    private async Task TakeAsync(CancellationToken cancellationToken)
    {
        var (_, queue) = await SendAsync(HttpMethod.Get, "handoffs", null, cancellationToken);
        var waiting = queue!["items"]!.AsArray().OfType<JsonObject>()
            .Where(item => (string?)item["state"] is "queued" or "transferred").Take(mostHeld - held.Count).ToList();
        foreach (var item in waiting)
        {
            var ticket = (string)item["id"]!;
            var (status, _) = await SendAsync(HttpMethod.Post, $"handoffs/{ticket}/accept", new JsonObject(), cancellationToken);
            if (status != HttpStatusCode.OK)
            {
                Missed++;
                continue;
            }

            Taken++;
            held[ticket] = (string)item["conversationId"]!;
        }
    }

    private async Task ServeAsync(string ticket, string conversation, CancellationToken cancellationToken)
    {
        var dice = random.Next(100);
        if (dice < 60)
        {
            var text = $"a{number}-{++words}";
            var (status, _) = await SendAsync(HttpMethod.Post, $"handoffs/{ticket}/messages", new JsonObject { ["text"] = text }, cancellationToken, text);
            if (status == HttpStatusCode.OK)
                said.Add((conversation, text));
            else
                held.Remove(ticket);
        }
        else if (dice < 64)
        {
            PassedOn += await EndAsync(ticket, "transfer", new JsonObject { ["to"] = "somebody else" }, cancellationToken);
        }
        else if (dice < 68)
        {
            GivenBack += await EndAsync(ticket, "return", new JsonObject { ["note"] = "back to you" }, cancellationToken);
        }
        else if (dice < 74)
        {
            Closed += await EndAsync(ticket, "close", new JsonObject { ["outcome"] = "solved" }, cancellationToken);
        }
    }

    private async Task<int> EndAsync(string ticket, string how, JsonObject body, CancellationToken cancellationToken)
    {
        var (status, _) = await SendAsync(HttpMethod.Post, $"handoffs/{ticket}/{how}", body, cancellationToken);
        held.Remove(ticket);
        return status == HttpStatusCode.OK ? 1 : 0;
    }

    private Task<(HttpStatusCode Status, JsonObject? Body)> SendAsync(
        HttpMethod method, string path, JsonObject? body, CancellationToken cancellationToken, string? key = null) =>
        http.SendAsync(method, $"api/desk/{path}", deskKey, body, cancellationToken, name, key);
}
