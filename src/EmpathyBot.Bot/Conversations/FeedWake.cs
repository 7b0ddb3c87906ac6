using System.Threading.Channels;
using EmpathyBot.Domain.Conversations;

namespace EmpathyBot.Bot.Conversations;

/// <summary>Wakes whoever delivers what is committed: at each commit, and now and then for what is tried again.</summary>
internal sealed class FeedWake : IDisposable
{
    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(5);

    // Holds at most one hint: a look finds everything that is due, however often it was announced.
    private readonly Channel<bool> _wake = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private readonly IDisposable _listening;
    private readonly TimeProvider _time;

    public FeedWake(IConversationFeed feed, TimeProvider time)
    {
        _time = time;
        _listening = feed.Listen(null, notice =>
        {
            if (notice.PassingActivityJson is null)
                _wake.Writer.TryWrite(true);
        });
    }

    public void Dispose() => _listening.Dispose();

    /// <summary>Returns at the next commit, after five seconds, or after <paramref name="most"/> when that is sooner.</summary>
    public async Task WaitAsync(TimeSpan most, CancellationToken cancellationToken)
    {
        using var look = new CancellationTokenSource(most < LookEvery ? most : LookEvery, _time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(look.Token, cancellationToken);
        try
        {
            await _wake.Reader.ReadAsync(either.Token);
        }
        catch (OperationCanceledException) when (look.IsCancellationRequested)
        {
            // Nothing was announced for a while: retries may be due.
        }
    }
}
