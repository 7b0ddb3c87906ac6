using System.Net.WebSockets;
using EmpathyBot.DirectLine.Conversations;
using EmpathyBot.DirectLine.Tokens;
using EmpathyBot.Domain.Conversations;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace EmpathyBot.DirectLine.Streams;

/// <summary><c>GET /conversations/{id}/stream?watermark=&amp;t=</c>: the WebSocket. A conversation may have several, one for each tab.</summary>
internal sealed class StreamEndpoint(
    TokenCheck check,
    StreamPages pages,
    IConversationFeed feed,
    StreamPings pings,
    OpenPages openPages,
    IHostApplicationLifetime host,
    IOptions<DirectLineOptions> options,
    TimeProvider clock,
    ILogger<StreamEndpoint> logger)
{
    private static readonly TimeSpan Goodbye = TimeSpan.FromSeconds(2);

    /// <summary>The socket's own keep-alive would be a timer for each; <see cref="StreamPings"/> is one for all.</summary>
    private static readonly WebSocketAcceptContext WithoutTimer = new() { KeepAliveInterval = Timeout.InfiniteTimeSpan };

    public async Task<IResult> HandleAsync(HttpContext http, string conversationId)
    {
        if (!(await check.ReadForStreamAsync(http.Request, conversationId)).Passed(out var token, out var refusal))
        {
            return refusal;
        }

        if (!Watermark.TryRead(http.Request, out var after))
        {
            return Refusal.BadWatermark;
        }

        if (!http.WebSockets.IsWebSocketRequest)
        {
            return Refusal.NotAWebSocket;
        }

        using var socket = await http.WebSockets.AcceptWebSocketAsync(WithoutTimer);
        await RunAsync(socket, token, after, http.RequestAborted);
        return Results.Empty;
    }

    private async Task RunAsync(WebSocket socket, ConversationToken token, long after, CancellationToken gone)
    {
        var line = new StreamLine(socket, options.Value.StreamSendTimeout, clock);
        // Never disposed of: it holds no timer and listens to nothing, and the host's stop may come at any moment.
        var ending = new CancellationTokenSource();
        var mailbox = new StreamMailbox(ending);
        var stream = new ConversationStream(pages, line, mailbox, token.ConversationId, token.UserId, after);

        // Listening begins before the first look into the store, so that nothing falls between the two.
        using var listening = feed.Listen(token.ConversationId, mailbox.Put);
        pings.Add(mailbox);
        try
        {
            await openPages.OpenedAsync(token.ConversationId, gone);
            var reading = line.ReadToCloseAsync(gone);
            var sending = stream.SendAsync(ending.Token);
            await Task.WhenAny(reading, sending);
            mailbox.End();
            var status = await SettleAsync(sending, token.ConversationId);
            await line.CloseAsync(status, status == WebSocketCloseStatus.NormalClosure ? "" : "Reconnect with your watermark.");

            // The client's own goodbye is waited for: cut before it, ours might be lost and the end look like an accident.
            if (!reading.IsCompleted)
            {
                await Task.WhenAny(reading, Task.Delay(Goodbye, clock, CancellationToken.None));
            }

            socket.Abort();
            await SettleAsync(reading, token.ConversationId);
        }
        finally
        {
            pings.Remove(mailbox);
            await openPages.ClosedAsync(token.ConversationId);
        }
    }

    /// <summary>How the socket is to be closed after what became of a task.</summary>
    private async Task<WebSocketCloseStatus> SettleAsync(Task task, string conversationId)
    {
        try
        {
            await task;
        }
        catch (OperationCanceledException)
        {
            // Broken off since the client has gone, or the host stops.
        }
        catch (TimeoutException)
        {
            StreamLog.Cut(logger, conversationId);
        }
        catch (Exception broken) when (broken is WebSocketException or IOException or ObjectDisposedException)
        {
            StreamLog.Broken(logger, conversationId, broken.GetType().Name);
        }
        catch (Exception failure)
        {
            // Broad on purpose: the store failed, say. The client is told to come back, and the log why.
            StreamLog.Failed(logger, conversationId, failure);
            return WebSocketCloseStatus.InternalServerError;
        }

        return host.ApplicationStopping.IsCancellationRequested ? WebSocketCloseStatus.EndpointUnavailable : WebSocketCloseStatus.NormalClosure;
    }
}

internal static partial class StreamLog
{
    [LoggerMessage(2101, LogLevel.Information, "A stream of conversation {ConversationId} was cut: its client took nothing for too long.")]
    public static partial void Cut(ILogger logger, string conversationId);

    [LoggerMessage(2102, LogLevel.Debug, "A stream of conversation {ConversationId} broke off: {Cause}.")]
    public static partial void Broken(ILogger logger, string conversationId, string cause);

    [LoggerMessage(2103, LogLevel.Error, "A stream of conversation {ConversationId} failed.")]
    public static partial void Failed(ILogger logger, string conversationId, Exception failure);
}
