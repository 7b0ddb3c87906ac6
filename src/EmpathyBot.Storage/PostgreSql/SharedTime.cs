namespace EmpathyBot.Storage.PostgreSql;

/// <summary>
/// The time of the database server. Nodes whose clocks are minutes apart agree by it on who has waited too long, which desk is
/// gone and what is due.
/// </summary>
internal sealed class SharedTime : TimeProvider
{
    /// <summary>Less than this is how long the asking took, and following it would make time jump for nothing.</summary>
    private static readonly TimeSpan Tolerated = TimeSpan.FromMilliseconds(250);

    private long _ahead;

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow().AddTicks(Volatile.Read(ref _ahead));

    /// <summary>The server said this just now.</summary>
    /// <returns>How far this machine's clock was found to be off, or null when it is not.</returns>
    public TimeSpan? Follow(DateTimeOffset server)
    {
        var off = server - GetUtcNow();
        if (off.Duration() <= Tolerated)
            return null;
        Interlocked.Add(ref _ahead, off.Ticks);
        return off;
    }
}
