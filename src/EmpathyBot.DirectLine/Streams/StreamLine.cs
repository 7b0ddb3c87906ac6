using System.Buffers;
using System.Net.WebSockets;
using System.Text;

namespace EmpathyBot.DirectLine.Streams;

/// <summary>One client's WebSocket: sends whole texts, and gives a client up that does not take them.</summary>
internal sealed class StreamLine(WebSocket socket, TimeSpan sendTimeout, TimeProvider clock)
{
    private const int ReceiveBytes = 512;

    /// <summary>Sends a text; an empty one is the sign of life that clients ignore.</summary>
    /// <exception cref="TimeoutException">The client took too long; the socket is cut.</exception>
    public async Task SendAsync(string text, CancellationToken cancellationToken)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(Encoding.UTF8.GetMaxByteCount(text.Length));
        var frame = buffer.AsMemory(0, Encoding.UTF8.GetBytes(text, buffer));
        var sending = socket.SendAsync(frame, WebSocketMessageType.Text, WebSocketMessageFlags.EndOfMessage, cancellationToken);
        // The timer is only made when the client is slow: an idle or a quick stream costs none.
        if (!sending.IsCompletedSuccessfully)
        {
            try
            {
                await sending.AsTask().WaitAsync(sendTimeout, clock, cancellationToken);
            }
            catch (TimeoutException)
            {
                // The buffer is not given back: the socket may still be reading it.
                socket.Abort();
                throw;
            }
        }

        ArrayPool<byte>.Shared.Return(buffer);
    }

    /// <summary>Reads until the client closes. What it sends, such as its empty pings, is not for us.</summary>
    public async Task ReadToCloseAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            // Waiting with an empty buffer: a silent stream holds no memory for what may come.
            var received = await socket.ReceiveAsync(Memory<byte>.Empty, cancellationToken);
            if (received.MessageType == WebSocketMessageType.Close)
            {
                return;
            }

            if (received.EndOfMessage)
            {
                continue;
            }

            var buffer = ArrayPool<byte>.Shared.Rent(ReceiveBytes);
            try
            {
                received = await socket.ReceiveAsync(buffer.AsMemory(), cancellationToken);
            }
            finally
            {
                ArrayPool<byte>.Shared.Return(buffer);
            }

            if (received.MessageType == WebSocketMessageType.Close)
            {
                return;
            }
        }
    }

    /// <summary>Says goodbye if the client still listens; never waits long, never fails.</summary>
    public async Task CloseAsync(WebSocketCloseStatus status, string reason)
    {
        if (socket.State is not (WebSocketState.Open or WebSocketState.CloseReceived))
        {
            return;
        }

        try
        {
            await socket.CloseOutputAsync(status, reason, CancellationToken.None).WaitAsync(sendTimeout, clock);
        }
        catch (Exception gone) when (gone is WebSocketException or TimeoutException or IOException or ObjectDisposedException)
        {
            socket.Abort();
        }
    }
}
