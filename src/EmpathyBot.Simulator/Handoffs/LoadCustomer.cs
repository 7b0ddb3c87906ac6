using System.Net;
using System.Text.Json.Nodes;

namespace EmpathyBot.Simulator.Handoffs;

/// <summary>A customer who asks for a person, writes on while waiting and while helped, and asks again when it was over.</summary>
internal sealed class LoadCustomer(SteadyHttp http, int number, Random random)
{
    private readonly List<string> said = [];
    private string token = "";

    public string ConversationId { get; private set; } = "";

    /// <summary>Everything that was accepted, in the order in which it was said.</summary>
    public IReadOnlyList<string> Said => said;

    public async Task BeginAsync(CancellationToken cancellationToken)
    {
        var (_, given) = await http.SendAsync(HttpMethod.Post, "api/token", "", new JsonObject { ["locale"] = "en" }, cancellationToken);
        (token, ConversationId) = ((string)given!["token"]!, (string)given["conversationId"]!);
        await http.SendAsync(HttpMethod.Post, "v3/directline/conversations", token, new JsonObject(), cancellationToken);
    }

    /// <summary>Writes until it is time to stop; the last message is finished.</summary>
    public async Task WriteAsync(CancellationToken timeIsUp, CancellationToken cancellationToken)
    {
        for (var turn = 0; !timeIsUp.IsCancellationRequested; turn++)
        {
            // Every eighth asks anew, since the last handoff may be over.
            await SayAsync(turn % 8 == 0 ? $"I want to talk to a real person c{number}-{turn}" : $"here is more about it c{number}-{turn}", cancellationToken);
            await PauseAsync(TimeSpan.FromMilliseconds(random.Next(500, 2500)), timeIsUp);
        }
    }

    /// <summary>All that this customer's page would show, oldest first.</summary>
    public async Task<IReadOnlyList<JsonObject>> ReadAllAsync(CancellationToken cancellationToken)
    {
        List<JsonObject> all = [];
        var watermark = "";
        while (true)
        {
            var (_, page) = await http.SendAsync(
                HttpMethod.Get, $"{Activities}?watermark={Uri.EscapeDataString(watermark)}", token, null, cancellationToken);
            var activities = page!["activities"]!.AsArray().OfType<JsonObject>().ToList();
            if (activities.Count == 0)
                return all;
            all.AddRange(activities);
            watermark = (string)page["watermark"]!;
        }
    }

    private string Activities => $"v3/directline/conversations/{Uri.EscapeDataString(ConversationId)}/activities";

    private async Task SayAsync(string text, CancellationToken cancellationToken)
    {
        var activity = new JsonObject
        {
            ["type"] = "message",
            ["text"] = text,
            ["from"] = new JsonObject { ["id"] = "customer" },
            ["channelData"] = new JsonObject { ["clientActivityID"] = $"{ConversationId}-{text}" },
        };
        var (status, body) = await http.SendAsync(HttpMethod.Post, Activities, token, activity, cancellationToken);
        if (status is not (HttpStatusCode.OK or HttpStatusCode.Created))
            throw new InvalidOperationException($"A customer's message was answered {(int)status}: {body?.ToJsonString()}");
        said.Add(text);
    }

    internal static async Task PauseAsync(TimeSpan pause, CancellationToken timeIsUp)
    {
        try
        {
            await Task.Delay(pause, timeIsUp);
        }
        catch (OperationCanceledException) when (timeIsUp.IsCancellationRequested)
        {
            // The pause is over, since everything is.
        }
    }
}
