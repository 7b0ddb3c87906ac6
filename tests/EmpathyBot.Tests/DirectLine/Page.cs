using System.Net;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json.Nodes;

namespace EmpathyBot.Tests.DirectLine;

/// <summary>A page with its token, speaking as the real clients do.</summary>
internal sealed class Page(DirectLineHost host, Answer begun)
{
    public string ConversationId { get; } = (string)begun.Json!["conversationId"]!;

    public string Token { get; private set; } = (string)begun.Json!["token"]!;

    public string UserId { get; } = (string?)begun.Json!["userId"] ?? "";

    public string Resume { get; } = (string?)begun.Json!["resume"] ?? "";

    public JsonNode Begun { get; } = begun.Json!;

    public string Path => $"{DirectLineHost.Prefix}/conversations/{ConversationId}";

    public async Task<Answer> StartAsync(string body = "{}")
    {
        var answer = await host.PostJsonAsync($"{DirectLineHost.Prefix}/conversations", body, Token);
        Assert.True(answer.Response.IsSuccessStatusCode, answer.Text);
        Token = (string)answer.Json!["token"]!;
        return answer;
    }

    public Task<Answer> PostAsync(string activity) => host.PostJsonAsync($"{Path}/activities", activity, Token);

    /// <summary>Says something as Web Chat does; the answer's id.</summary>
    public async Task<string> SayAsync(string text, string? clientActivityId = null)
    {
        var activity = new JsonObject
        {
            ["type"] = "message",
            ["text"] = text,
            ["from"] = new JsonObject { ["id"] = UserId, ["name"] = "", ["role"] = "user" },
            ["channelId"] = "webchat",
            ["channelData"] = new JsonObject { ["clientActivityID"] = clientActivityId ?? Guid.NewGuid().ToString() },
        };
        var answer = await PostAsync(activity.ToJsonString());
        Assert.Equal(HttpStatusCode.OK, answer.Status);
        return (string)answer.Json!["id"]!;
    }

    public Task<Answer> ReadAsync(string? watermark = "") =>
        host.GetAsync($"{Path}/activities" + (watermark is null ? "" : $"?watermark={watermark}"), Token);

    /// <summary>All activities of the stream.</summary>
    public async Task<JsonArray> HistoryAsync() => (await ReadAsync()).Json!["activities"]!.AsArray();

    public async Task<string> StreamUrlAsync(string watermark = "")
    {
        var answer = await host.GetAsync($"{Path}?watermark={watermark}", Token);
        Assert.Equal(HttpStatusCode.OK, answer.Status);
        return (string)answer.Json!["streamUrl"]!;
    }

    public async Task<WebSocket> OpenStreamAsync(string watermark = "") => await host.ConnectAsync(await StreamUrlAsync(watermark));
}

/// <summary>Reads frames, and gives up loudly rather than waiting for ever.</summary>
internal static class Frames
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    /// <summary>The next frame that is not empty.</summary>
    public static async Task<JsonNode> NextFrameAsync(this WebSocket socket)
    {
        using var patience = new CancellationTokenSource(Patience);
        var text = new StringBuilder();
        var buffer = new byte[16 * 1024];
        while (true)
        {
            var received = await socket.ReceiveAsync(buffer.AsMemory(), patience.Token);
            Assert.Equal(WebSocketMessageType.Text, received.MessageType);
            text.Append(Encoding.UTF8.GetString(buffer, 0, received.Count));
            if (received.EndOfMessage && text.Length > 0)
            {
                return JsonNode.Parse(text.ToString())!;
            }
        }
    }

    /// <summary>The texts of the activities in the next frame.</summary>
    public static async Task<IReadOnlyList<string?>> NextTextsAsync(this WebSocket socket) =>
        [.. (await socket.NextFrameAsync())["activities"]!.AsArray().Select(activity => (string?)activity!["text"])];

    public static async Task<WebSocketCloseStatus?> NextCloseAsync(this WebSocket socket)
    {
        using var patience = new CancellationTokenSource(Patience);
        var received = await socket.ReceiveAsync(new byte[1024].AsMemory(), patience.Token);
        Assert.Equal(WebSocketMessageType.Close, received.MessageType);
        return socket.CloseStatus;
    }

    public static Task SendTextAsync(this WebSocket socket, string text) =>
        socket.SendAsync(Encoding.UTF8.GetBytes(text), WebSocketMessageType.Text, true, CancellationToken.None);
}
