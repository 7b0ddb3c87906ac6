namespace EmpathyBot.Domain.Handoffs;

/// <summary>What a supervisor counts: what became of handoffs since a moment.</summary>
/// <param name="Taken">Taken by a person for the first time.</param>
/// <param name="Closed">Closed, by outcome; every outcome is named.</param>
/// <param name="Returned">Given back to the assistant.</param>
/// <param name="TimedOut">Nobody took them in time.</param>
/// <param name="Abandoned">The customer left the queue.</param>
/// <param name="Failed">Could not be handed over.</param>
/// <param name="MedianWait">How long half of those taken waited at most; null when none was taken.</param>
/// <param name="LongestWait">How long the longest of them waited.</param>
public sealed record HandoffFigures(
    int Taken, IReadOnlyDictionary<HandoffOutcome, int> Closed, int Returned, int TimedOut, int Abandoned, int Failed,
    TimeSpan? MedianWait, TimeSpan? LongestWait)
{
    /// <summary>The figures of these tickets. One that was taken before and closed since counts as closed only.</summary>
    /// <param name="moved">Tickets that moved since; others change nothing.</param>
    /// <param name="since">From when.</param>
    public static HandoffFigures Of(IEnumerable<HandoffTicket> moved, DateTimeOffset since)
    {
        ArgumentNullException.ThrowIfNull(moved);
        var tickets = moved.ToList();
        var waits = tickets.Where(ticket => ticket.TakenAt >= since).Select(ticket => ticket.TakenAt!.Value - ticket.RequestedAt).Order().ToList();
        var ended = tickets.Where(ticket => !ticket.IsOpen && ticket.MovedAt >= since).ToList();
        return new(
            waits.Count,
            Enum.GetValues<HandoffOutcome>().ToDictionary(outcome => outcome, outcome => ended.Count(ticket => ticket.Outcome == outcome)),
            Count(HandoffState.Returned), Count(HandoffState.TimedOut), Count(HandoffState.Abandoned), Count(HandoffState.Failed),
            // Of an even number the lower one of the middle two: a wait that somebody really had.
            waits.Count > 0 ? waits[(waits.Count - 1) / 2] : null,
            waits.Count > 0 ? waits[^1] : null);

        int Count(HandoffState state) => ended.Count(ticket => ticket.State == state);
    }
}
