using System.Text;
using System.Text.Json;
using System.Threading.Channels;
using EmpathyBot.AgentDesk.SignIn;
using EmpathyBot.Domain.Conversations;
using EmpathyBot.Domain.Handoffs;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace EmpathyBot.AgentDesk.Live;

/// <summary>
/// One desk's live stream: server-sent events. <c>change</c> says that a conversation with a ticket changed, its id is the
/// place in the store's changes; <c>typing</c> passes by. The feed only wakes it: what is told is read from the store, from
/// the stream's own place on, so nothing is missed and a stream that comes back says where it was. While it is open its
/// agent counts as being here.
/// </summary>
internal sealed class EventStream(
    IConversationStore conversations, IConversationFeed feed, IAgentSeatStore seats, DeskSession session, IOptionsMonitor<DeskOptions> options,
    TimeProvider time, IHostApplicationLifetime lifetime)
{
    private const int ChangesAtOnce = 200;

    public async Task<IResult> HandleAsync(HttpContext http)
    {
        using var ends = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted, lifetime.ApplicationStopping);
        var notices = Channel.CreateBounded<FeedNotice>(
            new BoundedChannelOptions(256) { FullMode = BoundedChannelFullMode.DropOldest, SingleReader = true });
        // Listening begins before the place is read, so that nothing falls in between.
        using var listening = feed.Listen(null, notice => notices.Writer.TryWrite(notice));
        try
        {
            var place = LastSeen(http.Request) ?? await conversations.LastChangeAsync(ends.Token);
            http.Response.ContentType = "text/event-stream; charset=utf-8";
            // Proxies that collect an answer before they pass it on would make "live" late.
            http.Response.Headers["X-Accel-Buffering"] = "no";
            await seats.SeeAsync(DeskDoor.AgentOf(http), time.GetUtcNow(), ends.Token);
            await WriteAsync(http.Response, ": welcome\nretry: 2000\n\n", ends.Token);
            await RunAsync(http, notices.Reader, place, ends.Token);
        }
        catch (OperationCanceledException) when (ends.IsCancellationRequested)
        {
            // The page went, or the host stops: that is how every stream ends.
            return Results.Empty;
        }

        return Results.Empty;
    }

    private async Task RunAsync(HttpContext http, ChannelReader<FeedNotice> notices, long place, CancellationToken ends)
    {
        var (response, atDesk) = (http.Response, DeskDoor.AtDeskOf(http));
        using var beat = new PeriodicTimer(options.CurrentValue.Heartbeat, time);
        var beats = beat.WaitForNextTickAsync(ends).AsTask();
        place = await TellChangesAsync(response, place, ends);
        while (true)
        {
            var noticed = notices.WaitToReadAsync(ends).AsTask();
            if (await Task.WhenAny(noticed, beats) == beats)
            {
                await beats;
                beats = beat.WaitForNextTickAsync(ends).AsTask();
                // A stream must not outlive its session: the desk asks again and is told to sign in.
                if (await session.NowAsync(atDesk, ends) is null)
                    return;
                await WriteAsync(response, ": beat\n\n", ends);
                await seats.SeeAsync(atDesk.Agent, time.GetUtcNow(), ends);
            }

            // A beat looks, too: another process may have written, and its hints do not come here.
            var typing = new HashSet<string>(StringComparer.Ordinal);
            while (notices.TryRead(out var notice))
            {
                if (notice.PassingActivityJson is { } passing && IsCustomerTyping(passing))
                    typing.Add(notice.ConversationId);
            }

            foreach (var conversationId in typing)
            {
                var data = JsonSerializer.Serialize(new LiveTyping(conversationId), JsonSerializerOptions.Web);
                await WriteAsync(response, $"event: typing\ndata: {data}\n\n", ends);
            }

            place = await TellChangesAsync(response, place, ends);
        }
    }

    /// <summary>Tells what changed since, and gives the new place.</summary>
    private async Task<long> TellChangesAsync(HttpResponse response, long place, CancellationToken ends)
    {
        while (true)
        {
            var changes = await conversations.ReadChangesAsync(place, ChangesAtOnce, ends);
            var text = new StringBuilder();
            foreach (var change in changes.Where(change => change.TicketId is not null))
            {
                var data = JsonSerializer.Serialize(new LiveChange(change.ConversationId, change.TicketId), JsonSerializerOptions.Web);
                text.Append("id: ").Append(change.Sequence).Append("\nevent: change\ndata: ").Append(data).Append("\n\n");
            }

            if (text.Length > 0)
                await WriteAsync(response, text.ToString(), ends);
            if (changes.Count > 0)
                place = changes[^1].Sequence;
            if (changes.Count < ChangesAtOnce)
                return place;
        }
    }

    /// <summary>Where a stream that comes back was; null for a new one, and for anything that is not a place.</summary>
    private static long? LastSeen(HttpRequest request) =>
        long.TryParse(request.Headers["Last-Event-ID"].ToString(), out var place) && place >= 0 ? place : null;

    private static bool IsCustomerTyping(string json)
    {
        using var activity = JsonDocument.Parse(json);
        return activity.RootElement.TryGetProperty("type", out var type) && type.ValueEquals("typing")
            && activity.RootElement.TryGetProperty("from", out var from) && from.ValueKind == JsonValueKind.Object
            && from.TryGetProperty("role", out var role) && role.ValueEquals("user");
    }

    private static async Task WriteAsync(HttpResponse response, string text, CancellationToken ends)
    {
        await response.WriteAsync(text, ends);
        await response.Body.FlushAsync(ends);
    }

    private sealed record LiveChange(string ConversationId, string? TicketId);

    private sealed record LiveTyping(string ConversationId);
}
