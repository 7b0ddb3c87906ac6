using System.Net.WebSockets;
using System.Text.Json;

namespace EmpathyBot.Simulator.Load;

/// <summary>The WebSocket of one conversation: opened again where it ended, at whichever node answers, until it is hung up.</summary>
/// <param name="http">Asks for its address.</param>
/// <param name="conversation">Where the conversation is.</param>
/// <param name="token">The customer's.</param>
/// <param name="home">The node that is asked first.</param>
/// <param name="time">Stamps what comes.</param>
/// <param name="take">Is given each activity in the order in which it came, and its stamp.</param>
internal sealed class DirectLineStream(
    LoadHttp http, string conversation, string token, int home, TimeProvider time, Action<JsonElement, long> take) : IAsyncDisposable
{
    private static readonly TimeSpan AgainAfter = TimeSpan.FromMilliseconds(250);

    private readonly List<string> heard = [];
    private readonly CancellationTokenSource hungUp = new();
    private Task listening = Task.CompletedTask;
    private string watermark = "";

    /// <summary>The ids of what came, in that order. Typing has none and is left out.</summary>
    public IReadOnlyList<string> Heard => heard;

    /// <summary>Opens it for the first time.</summary>
    /// <param name="begun">What the conversation's beginning was answered with.</param>
    /// <param name="cancellationToken">Breaks the opening off.</param>
    public async Task OpenAsync(JsonElement begun, CancellationToken cancellationToken) =>
        listening = ListenAsync(await ConnectAsync(begun, cancellationToken) ?? await OpenAgainAsync(cancellationToken));

    public async ValueTask DisposeAsync()
    {
        await hungUp.CancelAsync();
        await listening;
        hungUp.Dispose();
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
                socket = await OpenAgainAsync(hungUp.Token);
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
            if (LoadActivity.Text(activity, "type") != "typing" && LoadActivity.Text(activity, "id") is { } id)
                heard.Add(id);
            take(activity, at);
        }

        watermark = LoadActivity.Text(page.RootElement, "watermark") ?? watermark;
    }

    private async Task<ClientWebSocket> OpenAgainAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            var (_, again) = await http.SendAsync(HttpMethod.Get, $"{conversation}?watermark={watermark}", token, null, home, cancellationToken);
            if (await ConnectAsync(again, cancellationToken) is { } socket)
                return socket;
            await Task.Delay(AgainAfter, time, cancellationToken);
        }
    }

    /// <returns>Null when the node went away after it had given the address.</returns>
    private static async Task<ClientWebSocket?> ConnectAsync(JsonElement begun, CancellationToken cancellationToken)
    {
        var address = LoadActivity.Text(begun, "streamUrl") ?? throw new InvalidOperationException("The conversation's answer names no streamUrl.");
        var socket = new ClientWebSocket();
        try
        {
            await socket.ConnectAsync(new Uri(address), cancellationToken);
            return socket;
        }
        catch (WebSocketException)
        {
            socket.Dispose();
            return null;
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
