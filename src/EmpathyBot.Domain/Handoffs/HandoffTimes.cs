namespace EmpathyBot.Domain.Handoffs;

/// <summary>How long is waited for whom, and when people are there. What each means stands with the settings of the host.</summary>
public sealed record HandoffTimes
{
    /// <summary>When people are at the desk.</summary>
    public DeskHours Hours { get; init; } = DeskHours.Always;

    /// <summary>An agent whose desk is closed may come back within this; then the conversation goes back into the queue.</summary>
    public TimeSpan AgentGrace { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>A passed-on conversation that nobody takes within this goes back into the queue.</summary>
    public TimeSpan TransferWithin { get; init; } = TimeSpan.FromMinutes(3);

    /// <summary>Updates for who waits come never more often than this.</summary>
    public TimeSpan UpdateEvery { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>After so long waiting a callback is offered.</summary>
    public TimeSpan OfferCallbackAfter { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>After so long waiting is over; at-risk waits on.</summary>
    public TimeSpan TimeOutAfter { get; init; } = TimeSpan.FromMinutes(30);

    /// <summary>Who left the page for so long has left the queue.</summary>
    public TimeSpan CustomerGoneAfter { get; init; } = TimeSpan.FromHours(2);

    /// <summary>A callback is promised within so much time of opening.</summary>
    public TimeSpan CallbackWithin { get; init; } = TimeSpan.FromHours(4);

    /// <summary>From so many waiting on it is said that it is full.</summary>
    public int QueueCap { get; init; } = 50;

    /// <summary>True when people work at another engagement hub: handoffs go there, and who is there is not known here.</summary>
    public bool AtHub { get; init; }

    /// <summary>By when a callback is promised: whole half hours, rounded up; null when the desk does not open for long.</summary>
    public DateTimeOffset? PromiseAt(DateTimeOffset now)
    {
        var half = TimeSpan.FromMinutes(30).Ticks;
        // Rounded only when that does not move it past closing: then the exact end is the honest promise.
        if (Hours.After(now, CallbackWithin) is not { } by)
            return null;
        var rounded = new DateTimeOffset((by.UtcTicks + half - 1) / half * half, TimeSpan.Zero);
        return Hours.IsOpenAt(rounded - TimeSpan.FromTicks(1)) ? rounded : by;
    }
}
