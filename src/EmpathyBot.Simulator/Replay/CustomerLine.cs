using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace EmpathyBot.Simulator.Replay;

/// <summary>A customer's side of one Direct Line conversation, by polling.</summary>
internal sealed class CustomerLine
{
    private readonly HttpClient http;
    private readonly string token;
    private string watermark = "";

    private CustomerLine(HttpClient http, string token, string conversationId) =>
        (this.http, this.token, ConversationId) = (http, token, conversationId);

    public string ConversationId { get; }

    /// <summary>True once the stream said that a person was called.</summary>
    public bool HandedOver { get; private set; }

    public static async Task<CustomerLine> StartAsync(HttpClient http, CancellationToken cancellationToken)
    {
        using var tokenAnswer = await http.PostAsJsonAsync("api/token", new { locale = "en" }, cancellationToken);
        tokenAnswer.EnsureSuccessStatusCode();
        var given = await tokenAnswer.Content.ReadFromJsonAsync<JsonObject>(cancellationToken);
        var line = new CustomerLine(http, (string)given!["token"]!, (string)given["conversationId"]!);
        using var started = await line.SendAsync(HttpMethod.Post, "v3/directline/conversations", new JsonObject(), cancellationToken);
        return line;
    }

    /// <summary>Posts a message; its id is the turn's id.</summary>
    public async Task<string> SayAsync(string text, CancellationToken cancellationToken)
    {
        var activity = new JsonObject { ["type"] = "message", ["text"] = text, ["from"] = new JsonObject { ["id"] = "customer" } };
        using var answer = await SendAsync(HttpMethod.Post, Activities, activity, cancellationToken);
        var receipt = await answer.Content.ReadFromJsonAsync<JsonObject>(cancellationToken);
        return (string)receipt!["id"]!;
    }

    /// <summary>The messages that answered this turn since the last look.</summary>
    public async Task<IReadOnlyList<string>> ReadRepliesAsync(string turnId, CancellationToken cancellationToken)
    {
        using var answer = await SendAsync(HttpMethod.Get, $"{Activities}?watermark={Uri.EscapeDataString(watermark)}", null, cancellationToken);
        var page = await answer.Content.ReadFromJsonAsync<JsonObject>(cancellationToken);
        watermark = (string?)page!["watermark"] ?? watermark;
        List<string> replies = [];
        foreach (var activity in page["activities"]!.AsArray().OfType<JsonObject>())
        {
            if ((string?)activity["type"] == "event" && (string?)activity["name"] == "handoff")
                HandedOver = true;
            if ((string?)activity["type"] == "message" && (string?)activity["replyToId"] == turnId)
                replies.Add((string?)activity["text"] ?? "");
        }

        return replies;
    }

    private string Activities => $"v3/directline/conversations/{Uri.EscapeDataString(ConversationId)}/activities";

    private async Task<HttpResponseMessage> SendAsync(HttpMethod method, string address, JsonObject? body, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(method, address);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        if (body is not null)
            request.Content = JsonContent.Create(body);
        var response = await http.SendAsync(request, cancellationToken);
        response.EnsureSuccessStatusCode();
        return response;
    }
}
