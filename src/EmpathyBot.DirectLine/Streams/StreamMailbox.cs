using System.Threading.Tasks.Sources;
using EmpathyBot.Domain.Conversations;

namespace EmpathyBot.DirectLine.Streams;

/// <summary>
/// What one stream has yet to look at. However much is announced while its client is slow, it stays small: any number of
/// hints is one look into the store, and of passing activities only the newest few are kept. It is its own signal: one
/// reader waits, and a silent stream holds nothing else for it.
/// </summary>
/// <param name="ending">Is cancelled with the end, so that what is just being sent is broken off, too.</param>
internal sealed class StreamMailbox(CancellationTokenSource ending) : IValueTaskSource
{
    private const int PassingKept = 8;

    private readonly Lock _gate = new();

    /// <summary>Made when something passes by for the first time.</summary>
    private Queue<string>? _passing;
    private ManualResetValueTaskSourceCore<bool> _signal = new() { RunContinuationsAsynchronously = true };
    private bool _isAwaited;

    /// <summary>The first look is due from the beginning.</summary>
    private bool _isHinted = true;
    private bool _isPingDue;
    private bool _isEnded;

    /// <summary>True once nothing more is to be sent.</summary>
    public bool IsEnded => Volatile.Read(ref _isEnded);

    private bool IsAnythingDue => _isEnded || _isHinted || _isPingDue || _passing is { Count: > 0 };

    public void Put(FeedNotice notice)
    {
        lock (_gate)
        {
            if (notice.PassingActivityJson is { } passing)
            {
                _passing ??= new(PassingKept);
                if (_passing.Count == PassingKept)
                {
                    _passing.Dequeue();
                }

                _passing.Enqueue(passing);
            }
            else
            {
                _isHinted = true;
            }

            Signal();
        }
    }

    /// <summary>Asks for a sign of life to be sent.</summary>
    public void PutPing()
    {
        lock (_gate)
        {
            _isPingDue = true;
            Signal();
        }
    }

    /// <summary>The client has gone or the host stops: whoever waits is let go.</summary>
    public void End()
    {
        lock (_gate)
        {
            _isEnded = true;
            Signal();
        }

        ending.Cancel();
    }

    /// <summary>Waits until there is something to look at, or the end. One at a time waits.</summary>
    public ValueTask WaitAsync()
    {
        lock (_gate)
        {
            if (IsAnythingDue)
            {
                return ValueTask.CompletedTask;
            }

            _signal.Reset();
            _isAwaited = true;
            return new(this, _signal.Version);
        }
    }

    /// <summary>
    /// True once after hints. Passing activities from before are dropped then: shown after what was stored since, they
    /// would make the bot seem to type when it has answered.
    /// </summary>
    public bool TakeHint()
    {
        lock (_gate)
        {
            if (!_isHinted)
            {
                return false;
            }

            _isHinted = false;
            _passing?.Clear();
            return true;
        }
    }

    /// <summary>True once after pings were asked for.</summary>
    public bool TakePing()
    {
        lock (_gate)
        {
            var isDue = _isPingDue;
            _isPingDue = false;
            return isDue;
        }
    }

    /// <summary>The next passing activity, or null when there is none.</summary>
    public string? TakePassing()
    {
        lock (_gate)
        {
            return _passing is { Count: > 0 } waiting ? waiting.Dequeue() : null;
        }
    }

    void IValueTaskSource.GetResult(short token) => _signal.GetResult(token);

    ValueTaskSourceStatus IValueTaskSource.GetStatus(short token) => _signal.GetStatus(token);

    void IValueTaskSource.OnCompleted(Action<object?> continuation, object? state, short token, ValueTaskSourceOnCompletedFlags flags) =>
        _signal.OnCompleted(continuation, state, token, flags);

    private void Signal()
    {
        if (_isAwaited)
        {
            _isAwaited = false;
            _signal.SetResult(true);
        }
    }
}
