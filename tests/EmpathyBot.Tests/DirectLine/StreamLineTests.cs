using System.Net.WebSockets;
using EmpathyBot.DirectLine.Streams;
using EmpathyBot.Domain.Conversations;

namespace EmpathyBot.Tests.DirectLine;

public sealed class StreamLineTests
{
    [Fact]
    public async Task A_client_that_takes_nothing_is_cut_after_the_time_it_is_given()
    {
        var clock = new TurnableClock();
        using var socket = new NeverTakingSocket();
        var line = new StreamLine(socket, TimeSpan.FromSeconds(15), clock);

        var sending = line.SendAsync("hello", CancellationToken.None);
        clock.Turn(TimeSpan.FromSeconds(14));
        Assert.False(sending.IsCompleted);
        clock.Turn(TimeSpan.FromSeconds(1));

        await Assert.ThrowsAsync<TimeoutException>(() => sending);
        Assert.Equal(WebSocketState.Aborted, socket.State);
    }

    [Fact]
    public async Task Any_number_of_hints_is_one_look_into_the_store()
    {
        var mailbox = new StreamMailbox(new CancellationTokenSource());
        Assert.True(mailbox.TakeHint());
        for (var i = 0; i < 1000; i++)
        {
            mailbox.Put(new FeedNotice("c", null));
        }

        Assert.True(mailbox.WaitAsync().AsTask().IsCompletedSuccessfully);
        await mailbox.WaitAsync();
        Assert.True(mailbox.TakeHint());
        Assert.False(mailbox.TakeHint());
    }

    [Fact]
    public async Task Whoever_waits_is_woken_by_a_hint_by_what_passes_by_a_ping_and_by_the_end()
    {
        using var ending = new CancellationTokenSource();
        var mailbox = new StreamMailbox(ending);
        mailbox.TakeHint();
        await WokenAsync(() => mailbox.Put(new FeedNotice("c", null)));
        Assert.True(mailbox.TakeHint());
        await WokenAsync(() => mailbox.Put(new FeedNotice("c", "typing")));
        Assert.Equal("typing", mailbox.TakePassing());
        await WokenAsync(mailbox.PutPing);
        Assert.True(mailbox.TakePing());
        Assert.False(mailbox.TakePing());
        await WokenAsync(mailbox.End);
        Assert.True(mailbox.IsEnded && ending.IsCancellationRequested);
        Assert.True(mailbox.WaitAsync().AsTask().IsCompletedSuccessfully);

        async Task WokenAsync(Action put)
        {
            var waiting = mailbox.WaitAsync().AsTask();
            Assert.False(waiting.IsCompleted);
            put();
            await waiting;
        }
    }

    [Fact]
    public void Typing_from_before_a_message_is_not_shown_after_it()
    {
        var mailbox = new StreamMailbox(new CancellationTokenSource());
        mailbox.TakeHint();

        mailbox.Put(new FeedNotice("c", "typing"));
        mailbox.Put(new FeedNotice("c", null));

        Assert.True(mailbox.TakeHint());
        Assert.Null(mailbox.TakePassing());
    }

    [Fact]
    public void Of_passing_activities_only_the_newest_few_wait()
    {
        var mailbox = new StreamMailbox(new CancellationTokenSource());
        mailbox.TakeHint();
        for (var i = 0; i < 100; i++)
        {
            mailbox.Put(new FeedNotice("c", $"typing {i}"));
        }

        var waiting = new List<string>();
        while (mailbox.TakePassing() is { } passing)
        {
            waiting.Add(passing);
        }

        Assert.Equal(Enumerable.Range(92, 8).Select(i => $"typing {i}"), waiting);
    }

    /// <summary>A socket whose client has stopped reading.</summary>
    private sealed class NeverTakingSocket : WebSocket
    {
        private readonly TaskCompletionSource _never = new();
        private bool _isAborted;

        public override WebSocketCloseStatus? CloseStatus => null;

        public override string? CloseStatusDescription => null;

        public override WebSocketState State => _isAborted ? WebSocketState.Aborted : WebSocketState.Open;

        public override string? SubProtocol => null;

        public override void Abort() => _isAborted = true;

        public override Task SendAsync(
            ArraySegment<byte> buffer, WebSocketMessageType messageType, bool endOfMessage, CancellationToken cancellationToken) => _never.Task;

        public override Task<WebSocketReceiveResult> ReceiveAsync(ArraySegment<byte> buffer, CancellationToken cancellationToken) =>
            throw new NotSupportedException();

        public override Task CloseAsync(WebSocketCloseStatus closeStatus, string? statusDescription, CancellationToken cancellationToken) =>
            _never.Task;

        public override Task CloseOutputAsync(WebSocketCloseStatus closeStatus, string? statusDescription, CancellationToken cancellationToken) =>
            _never.Task;

        public override void Dispose() => Abort();
    }
}
