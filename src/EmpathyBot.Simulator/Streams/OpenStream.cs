using System.Buffers;
using System.Net.WebSockets;
using EmpathyBot.Simulator.Load;

namespace EmpathyBot.Simulator.Streams;

/// <summary>One open stream. Thousands stand in this program: a silent one holds no buffer and no timer.</summary>
internal sealed class OpenStream : IAsyncDisposable
{
    private readonly LoadHttp http;
    private readonly TimeProvider time;
    private readonly DirectLineEntry begun;
    private readonly int home;
    private readonly ClientWebSocket socket = new() { Options = { KeepAliveInterval = Timeout.InfiniteTimeSpan } };
    private readonly CancellationTokenSource hungUp = new();
    private readonly TaskCompletionSource stands = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly StreamFindings findings;
    private Task listening = Task.CompletedTask;
    private int said;

    private OpenStream(LoadHttp http, TimeProvider time, int home, DirectLineEntry begun)
    {
        (this.http, this.time, this.home, this.begun) = (http, time, home, begun);
        findings = new(begun.ConversationId);
    }

    /// <summary>What was sent on it and shown on it.</summary>
    public StreamFindings Findings => findings;

    /// <summary>True when it ended although nobody here hung up.</summary>
    public bool IsBroken { get; private set; }

    /// <summary>Begins a conversation and opens its stream; done once the welcome was shown on it.</summary>
    public static async Task<OpenStream> OpenAsync(LoadHttp http, TimeProvider time, int home, TimeSpan within, CancellationToken cancellationToken)
    {
        var stream = new OpenStream(http, time, home, await DirectLineEntry.BeginAsync(http, home, cancellationToken));
        try
        {
            await stream.socket.ConnectAsync(stream.begun.StreamUrl, cancellationToken);
            stream.listening = stream.ListenAsync();
            await stream.stands.Task.WaitAsync(within, time, cancellationToken);
            return stream;
        }
        catch
        {
            await stream.DisposeAsync();
            throw;
        }
    }

    /// <summary>Posts a message and waits until it and the first word of its answer were shown.</summary>
    public async Task<StreamMessage> SayAsync(string text, TimeSpan due, TimeSpan within, CancellationToken cancellationToken)
    {
        var message = new StreamMessage($"{Interlocked.Increment(ref said)}", due);
        findings.Expect(message);
        var (status, _) = await http.SendAsync(
            HttpMethod.Post, begun.Path + "/activities", begun.Token, LoadActivity.Message(text, message.Mark), home + 1, cancellationToken);
        if ((int)status is < 200 or > 299)
            return message;
        message.AcknowledgedAt = time.GetTimestamp();
        try
        {
            await message.Settled.WaitAsync(within, time, cancellationToken);
        }
        catch (TimeoutException)
        {
            // Never answered: its times say so.
        }

        return message;
    }

    public async ValueTask DisposeAsync()
    {
        await hungUp.CancelAsync();
        await listening;
        socket.Dispose();
        hungUp.Dispose();
    }

    private async Task ListenAsync()
    {
        try
        {
            while (await ReadFrameAsync())
                continue;
            IsBroken = true;
        }
        catch (OperationCanceledException) when (hungUp.IsCancellationRequested)
        {
            return;
        }
        catch (Exception broken) when (broken is WebSocketException or IOException)
        {
            IsBroken = !hungUp.IsCancellationRequested;
        }

        stands.TrySetException(new InvalidOperationException("A stream ended before anything was shown on it."));
    }

    /// <returns>False when the server closed the stream.</returns>
    private async Task<bool> ReadFrameAsync()
    {
        // An empty buffer waits without holding memory; the frame's own is rented once there is something.
        if ((await socket.ReceiveAsync(Memory<byte>.Empty, hungUp.Token)).MessageType == WebSocketMessageType.Close)
            return false;
        var at = time.GetTimestamp();
        var buffer = ArrayPool<byte>.Shared.Rent(8 * 1024);
        try
        {
            for (var filled = 0; ;)
            {
                if (filled == buffer.Length)
                    buffer = Grown(buffer);
                var received = await socket.ReceiveAsync(buffer.AsMemory(filled), hungUp.Token);
                if (received.MessageType == WebSocketMessageType.Close)
                    return false;
                filled += received.Count;
                if (!received.EndOfMessage)
                    continue;
                if (filled > 0)
                {
                    findings.Take(buffer.AsMemory(0, filled), at);
                    stands.TrySetResult();
                }

                return true;
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private static byte[] Grown(byte[] buffer)
    {
        var grown = ArrayPool<byte>.Shared.Rent(buffer.Length * 2);
        buffer.CopyTo(grown, 0);
        ArrayPool<byte>.Shared.Return(buffer);
        return grown;
    }
}
