using System.Threading.Channels;
using EmpathyBot.Domain.Conversations;

namespace EmpathyBot.DirectLine.Streams;

/// <summary>
/// What one stream has yet to look at. However much is announced while its client is slow, it stays small: any number of
/// hints is one look into the store, and of passing activities only the newest few are kept.
/// </summary>
internal sealed class StreamMailbox
{
    private const int PassingKept = 8;

    /// <summary>Wakes the reader without being something to send.</summary>
    private const string Nudge = "";

    private readonly Channel<string> _passing = Channel.CreateBounded<string>(
        new BoundedChannelOptions(PassingKept) { FullMode = BoundedChannelFullMode.DropOldest, SingleReader = true });

    /// <summary>The first look is due from the beginning.</summary>
    private int _isHinted = 1;
    private int _isPingDue;

    public void Put(FeedNotice notice)
    {
        if (notice.PassingActivityJson is { } passing)
        {
            _passing.Writer.TryWrite(passing);
            return;
        }

        Volatile.Write(ref _isHinted, 1);
        _passing.Writer.TryWrite(Nudge);
    }

    /// <summary>Asks for a sign of life to be sent.</summary>
    public void PutPing()
    {
        Volatile.Write(ref _isPingDue, 1);
        _passing.Writer.TryWrite(Nudge);
    }

    public ValueTask<bool> WaitAsync(CancellationToken cancellationToken) =>
        Volatile.Read(ref _isHinted) == 1 ? new(true) : _passing.Reader.WaitToReadAsync(cancellationToken);

    /// <summary>
    /// True once after hints. Passing activities from before are dropped then: shown after what was stored since, they
    /// would make the bot seem to type when it has answered.
    /// </summary>
    public bool TakeHint()
    {
        if (Interlocked.Exchange(ref _isHinted, 0) == 0)
        {
            return false;
        }

        while (_passing.Reader.TryRead(out _))
        {
            continue;
        }

        return true;
    }

    /// <summary>True once after pings were asked for.</summary>
    public bool TakePing() => Interlocked.Exchange(ref _isPingDue, 0) == 1;

    /// <summary>The next passing activity, or null when there is none.</summary>
    public string? TakePassing()
    {
        while (_passing.Reader.TryRead(out var passing))
        {
            if (passing.Length > 0)
            {
                return passing;
            }
        }

        return null;
    }
}
