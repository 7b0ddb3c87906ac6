namespace EmpathyBot.Tests.Content;

/// <summary>Time whose timers fire when the test says so. Tells when a timer was set.</summary>
internal sealed class ManualTime : TimeProvider
{
    private readonly List<ManualTimer> _timers = [];

    /// <summary>Raised when a timer is set to fire.</summary>
    public event Action? TimerSet;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new ManualTimer(() => callback(state), () => TimerSet?.Invoke());
        _timers.Add(timer);
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>Fires every timer that is set.</summary>
    public void FireTimers() => _timers.ForEach(timer => timer.Fire());

    private sealed class ManualTimer(Action callback, Action whenSet) : ITimer
    {
        private bool _isSet;

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            _isSet = dueTime != Timeout.InfiniteTimeSpan;
            if (_isSet)
                whenSet();
            return true;
        }

        public void Fire()
        {
            if (!_isSet)
                return;
            _isSet = false;
            callback();
        }

        public void Dispose() => _isSet = false;

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
