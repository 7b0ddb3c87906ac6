using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace EmpathyBot.EndToEnd;

/// <summary>A customer on Direct Line, over plain HTTP.</summary>
public sealed class Customer
{
    private readonly HttpClient http;

    private Customer(HttpClient http, string token, string conversationId, string resume) =>
        (this.http, Token, ConversationId, Resume) = (http, token, conversationId, resume);

    public string Token { get; }

    public string ConversationId { get; }

    public string Resume { get; }

    public static async Task<Customer> JoinAsync(HttpClient http, string? resume = null)
    {
        using var given = await http.PostAsJsonAsync("api/token", new { locale = "en-GB", resume });
        given.EnsureSuccessStatusCode();
        var token = (await given.Content.ReadFromJsonAsync<JsonObject>())!;
        var customer = new Customer(http, (string)token["token"]!, (string)token["conversationId"]!, (string)token["resume"]!);
        using var started = await customer.SendAsync(HttpMethod.Post, "v3/directline/conversations", new JsonObject());
        started.EnsureSuccessStatusCode();
        return customer;
    }

    /// <summary>The same customer by way of another node.</summary>
    public Customer At(HttpClient node) => new(node, Token, ConversationId, Resume);

    /// <summary>Posts a message and gives its id; an unanswered post throws.</summary>
    public async Task<string> SayAsync(string text, string? clientActivityId = null)
    {
        using var answer = await PostAsync(text, clientActivityId);
        answer.EnsureSuccessStatusCode();
        return (string)(await answer.Content.ReadFromJsonAsync<JsonObject>())!["id"]!;
    }

    /// <summary>Posts a message and gives whatever it is answered.</summary>
    public Task<HttpResponseMessage> PostAsync(string text, string? clientActivityId = null)
    {
        var activity = new JsonObject { ["type"] = "message", ["text"] = text, ["from"] = new JsonObject { ["id"] = "me" } };
        if (clientActivityId is not null)
            activity["channelData"] = new JsonObject { ["clientActivityID"] = clientActivityId };
        return SendAsync(HttpMethod.Post, $"v3/directline/conversations/{ConversationId}/activities", activity);
    }

    /// <summary>Everything on the stream.</summary>
    public async Task<IReadOnlyList<JsonObject>> ReadAsync()
    {
        using var answer = await SendAsync(HttpMethod.Get, $"v3/directline/conversations/{ConversationId}/activities", null);
        answer.EnsureSuccessStatusCode();
        return [.. (await answer.Content.ReadFromJsonAsync<JsonObject>())!["activities"]!.AsArray().OfType<JsonObject>()];
    }

    /// <summary>Waits for the bot's answer to a message and gives its text.</summary>
    public async Task<string> AnswerToAsync(string activityId)
    {
        var answers = await UntilAsync(stream => stream.Where(activity => IsAnswer(activity, activityId)).ToList() is { Count: > 0 } found ? found : null);
        return string.Join("\n", answers.Select(activity => (string?)activity["text"]));
    }

    /// <summary>Says something and waits for the answer.</summary>
    public async Task<string> AskAsync(string text) => await AnswerToAsync(await SayAsync(text));

    /// <summary>Looks at the stream until something is found there.</summary>
    public async Task<T> UntilAsync<T>(Func<IReadOnlyList<JsonObject>, T?> find)
        where T : class
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        using var pace = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        do
        {
            if (find(await ReadAsync()) is { } found)
                return found;
        }
        while (await pace.WaitForNextTickAsync(limit.Token));
        throw new TimeoutException("It did not come.");
    }

    public async Task<HttpResponseMessage> SendAsync(HttpMethod method, string address, JsonNode? body)
    {
        using var request = new HttpRequestMessage(method, address);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", Token);
        if (body is not null)
            request.Content = JsonContent.Create(body);
        return await http.SendAsync(request);
    }

    private static bool IsAnswer(JsonObject activity, string activityId) =>
        (string?)activity["type"] == "message" && (string?)activity["replyToId"] == activityId;
}
