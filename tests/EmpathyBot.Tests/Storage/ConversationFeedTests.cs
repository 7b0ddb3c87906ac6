using EmpathyBot.Domain.Conversations;
using EmpathyBot.Storage.Conversations;
using Microsoft.Extensions.Logging;

namespace EmpathyBot.Tests.Storage;

public sealed class ConversationFeedTests
{
    private readonly CountingLogger _log = new();
    private readonly List<FeedNotice> _heard = [];

    private ConversationFeed Feed => field ??= new(_log);

    [Fact]
    public void A_listener_of_one_conversation_hears_that_one_only()
    {
        using var listening = Feed.Listen("c1", _heard.Add);

        Feed.Announce("c1");
        Feed.Announce("c2");
        Feed.ShowPassing("c1", "{}");

        Assert.Equal([new("c1", null), new("c1", "{}")], _heard);
    }

    [Fact]
    public void A_listener_of_all_hears_all()
    {
        using var listening = Feed.Listen(null, _heard.Add);

        Feed.Announce("c1");
        Feed.Announce("c2");

        Assert.Equal(["c1", "c2"], _heard.Select(notice => notice.ConversationId));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("c1")]
    public void Who_stops_listening_hears_nothing_more_and_others_still_do(string? conversationId)
    {
        var stopped = Feed.Listen(conversationId, _ => Assert.Fail("This one has stopped."));
        using var listening = Feed.Listen(conversationId, _heard.Add);

        stopped.Dispose();
        stopped.Dispose();
        Feed.Announce("c1");

        Assert.Single(_heard);
    }

    [Fact]
    public void A_listener_that_fails_is_logged_and_the_others_are_told()
    {
        using var failing = Feed.Listen("c1", _ => throw new InvalidOperationException("broken socket"));
        using var listening = Feed.Listen("c1", _heard.Add);

        Feed.Announce("c1");

        Assert.Single(_heard);
        Assert.Equal(1, _log.Errors);
    }

    [Fact]
    public void Coming_going_and_announcing_at_once_loses_nobody()
    {
        var heard = 0;
        using var staying = Feed.Listen("c1", _ => Interlocked.Increment(ref heard));

        Parallel.For(0, 2000, _ =>
        {
            using var passing = Feed.Listen("c1", _ => { });
            Feed.Announce("c1");
        });

        Assert.Equal(2000, heard);
    }

    private sealed class CountingLogger : ILogger<ConversationFeed>
    {
        public int Errors { get; private set; }

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Errors += logLevel == LogLevel.Error ? 1 : 0;
    }
}
