namespace EmpathyBot.Domain.Handoffs;

/// <summary>What a customer who is given to a person meets at the desk.</summary>
public enum DeskSituation
{
    /// <summary>Someone is there.</summary>
    Ready = 0,
    /// <summary>The desk is open, but nobody is at it.</summary>
    Nobody,
    /// <summary>Outside the hours.</summary>
    Closed,
    /// <summary>So many wait already that it would not be honest to say that someone comes soon.</summary>
    Full,
}

/// <summary>Tells the situation at the desk.</summary>
public static class DeskSituations
{
    /// <summary>The situation: what keeps a person away longest is said first.</summary>
    /// <param name="times">Hours and cap.</param>
    /// <param name="now">Now.</param>
    /// <param name="agents">Agents at the desk.</param>
    /// <param name="waiting">Customers who wait in the chat, this one not counted.</param>
    public static DeskSituation Of(HandoffTimes times, DateTimeOffset now, int agents, int waiting)
    {
        ArgumentNullException.ThrowIfNull(times);
        if (!times.Hours.IsOpenAt(now))
            return DeskSituation.Closed;
        if (waiting >= times.QueueCap)
            return DeskSituation.Full;
        return agents > 0 ? DeskSituation.Ready : DeskSituation.Nobody;
    }
}
