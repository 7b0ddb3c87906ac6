using System.Net.WebSockets;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace EmpathyBot.Simulator.Load;

/// <summary>A conversation over embedded Direct Line: posts, and a WebSocket that is opened again when it breaks.</summary>
internal sealed class DirectLineLine : ILoadLine
{
    private readonly LoadHttp http;
    private readonly LoadPlan plan;
    private readonly TimeProvider time;
    private readonly AwaitedAnswer awaited;
    private readonly string token, conversation;
    private readonly int home;
    private readonly List<string> taken = [];
    private readonly Dictionary<string, string> marks = [];
    private readonly CancellationTokenSource hungUp = new();
    private Task listening = Task.CompletedTask;
    private string watermark = "";
    private int said;

    private DirectLineLine(LoadHttp http, LoadPlan plan, TimeProvider time, int home, JsonElement given)
    {
        (this.http, this.plan, this.time, this.home, awaited) = (http, plan, time, home, new(time));
        token = given.GetProperty("token").GetString()!;
        conversation = "v3/directline/conversations/" + Uri.EscapeDataString(given.GetProperty("conversationId").GetString()!);
    }

    public IReadOnlyList<string> Taken => taken;

    public bool IsHandedOver { get; private set; }

    /// <summary>Gets a token, begins the conversation and opens its stream.</summary>
    public static async Task<ILoadLine> BeginAsync(LoadHttp http, LoadPlan plan, TimeProvider time, int home, CancellationToken cancellationToken)
    {
        var (status, given) = await http.SendAsync(HttpMethod.Post, "api/token", null, """{"locale":"en"}"""u8.ToArray(), home, cancellationToken);
        if (status == System.Net.HttpStatusCode.TooManyRequests)
            throw new InvalidOperationException("The bot gives no more tokens to one address. Start it with a higher DirectLine:MaxTokensPerMinute for measuring.");
        if (given.ValueKind != JsonValueKind.Object || (int)status >= 400)
            throw new InvalidOperationException($"POST /api/token was answered {(int)status}: is this the address of a bot with Direct Line?");
        var line = new DirectLineLine(http, plan, time, home, given);
        var (_, begun) = await http.SendAsync(HttpMethod.Post, "v3/directline/conversations", line.token, "{}"u8.ToArray(), home, cancellationToken);
        line.listening = line.ListenAsync(await ConnectAsync(begun, cancellationToken));
        return line;
    }

    public async Task<(long? AcknowledgedAt, long? AnsweredAt)> SayAsync(string text, CancellationToken cancellationToken)
    {
        var mark = $"{++said}";
        var answer = awaited.Expect(mark);
        var json = $$"""
            {"type":"message","from":{"id":"customer"},"text":"{{JavaScriptEncoder.Default.Encode(text)}}",
            "channelData":{"clientActivityID":"{{mark}}"} }
            """;
        var (status, _) = await http.SendAsync(
            HttpMethod.Post, conversation + "/activities", token, System.Text.Encoding.UTF8.GetBytes(json), home, cancellationToken);
        if ((int)status is < 200 or > 299)
            return (null, null);
        var acknowledged = time.GetTimestamp();
        taken.Add(mark);
        return (acknowledged, await awaited.WaitAsync(answer, plan.AnswerWithin, cancellationToken));
    }

    public async ValueTask DisposeAsync()
    {
        await hungUp.CancelAsync();
        await listening;
        hungUp.Dispose();
    }

    public async Task<IReadOnlyList<ShownActivity>> ReadBackAsync(CancellationToken cancellationToken)
    {
        var all = new List<ShownActivity>();
        var known = new Dictionary<string, string>();
        for (var after = ""; ;)
        {
            var (_, page) = await http.SendAsync(HttpMethod.Get, $"{conversation}/activities?watermark={after}", token, null, home, cancellationToken);
            if (page.ValueKind != JsonValueKind.Object || !page.TryGetProperty("activities", out var activities))
                throw new InvalidOperationException($"The stream of {conversation} could not be read back.");
            if (activities.GetArrayLength() == 0)
                return all;
            all.AddRange(activities.EnumerateArray().Select(activity => Shown(activity, known)));
            after = LoadActivity.Text(page, "watermark");
        }
    }

    private static ShownActivity Shown(JsonElement activity, Dictionary<string, string> known)
    {
        var mark = LoadActivity.Mark(activity);
        if (mark is not null && LoadActivity.Text(activity, "id") is { } id)
            known[id] = mark;
        return new(mark, LoadActivity.Text(activity, "replyToId") is { } to ? known.GetValueOrDefault(to) : null, LoadActivity.Content(activity));
    }

    private async Task ListenAsync(ClientWebSocket first)
    {
        var socket = first;
        try
        {
            while (true)
            {
                await ReadFramesAsync(socket);
                socket.Dispose();
                var (_, again) = await http.SendAsync(HttpMethod.Get, $"{conversation}?watermark={watermark}", token, null, home, hungUp.Token);
                socket = await ConnectAsync(again, hungUp.Token);
            }
        }
        catch (OperationCanceledException) when (hungUp.IsCancellationRequested)
        {
            // Hung up: the socket goes with it.
        }
        finally
        {
            socket.Dispose();
        }
    }

    /// <summary>Reads until the socket is closed or breaks.</summary>
    private async Task ReadFramesAsync(ClientWebSocket socket)
    {
        var buffer = new byte[8 * 1024];
        var filled = 0;
        try
        {
            while (true)
            {
                if (filled == buffer.Length)
                    Array.Resize(ref buffer, buffer.Length * 2);
                var received = await socket.ReceiveAsync(buffer.AsMemory(filled), hungUp.Token);
                if (received.MessageType == WebSocketMessageType.Close)
                    return;
                filled += received.Count;
                if (!received.EndOfMessage)
                    continue;
                if (filled > 0)
                    Take(buffer.AsMemory(0, filled), time.GetTimestamp());
                filled = 0;
            }
        }
        catch (Exception broken) when (broken is WebSocketException or IOException)
        {
            // The node is away: the stream is opened again where it ended.
        }
    }

    private void Take(ReadOnlyMemory<byte> frame, long at)
    {
        using var page = JsonDocument.Parse(frame);
        foreach (var activity in page.RootElement.GetProperty("activities").EnumerateArray())
        {
            var shown = Shown(activity, marks);
            if (shown.AnswerTo is { } answered)
                awaited.Came(answered, at);
            IsHandedOver |= LoadActivity.IsHandoff(activity);
        }

        watermark = LoadActivity.Text(page.RootElement, "watermark") ?? watermark;
    }

    private static async Task<ClientWebSocket> ConnectAsync(JsonElement begun, CancellationToken cancellationToken)
    {
        var address = LoadActivity.Text(begun, "streamUrl") ?? throw new InvalidOperationException("The conversation's answer names no streamUrl.");
        var socket = new ClientWebSocket();
        try
        {
            await socket.ConnectAsync(new Uri(address), cancellationToken);
            return socket;
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
