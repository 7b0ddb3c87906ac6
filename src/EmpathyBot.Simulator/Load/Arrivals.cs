namespace EmpathyBot.Simulator.Load;

/// <summary>When one customer's messages are due.</summary>
/// <param name="perSecond">Messages a second of this customer; null: due as soon as the one before is done with.</param>
/// <param name="random">Draws the pauses.</param>
internal sealed class Arrivals(double? perSecond, Random random)
{
    private TimeSpan last = TimeSpan.Zero;

    /// <summary>
    /// When the next one is due. At a rate this does not depend on <paramref name="now"/>: a server that stalls is
    /// charged for all that was due meanwhile.
    /// </summary>
    public TimeSpan Next(TimeSpan now)
    {
        if (perSecond is not { } rate)
            return now;
        // Customers know nothing of one another: the pauses between them are exponential.
        last += TimeSpan.FromSeconds(-Math.Log(1 - random.NextDouble()) / rate);
        return last;
    }
}
