namespace EmpathyBot.Domain.Handoffs;

/// <summary>The line of those who wait for a person in the chat.</summary>
public static class WaitingLine
{
    /// <summary>
    /// The place of a ticket, 1 for who is next, in the order in which agents are shown them. Who is called back does not
    /// stand in it.
    /// </summary>
    /// <param name="ticketId">Whose place.</param>
    /// <param name="open">The open tickets.</param>
    /// <param name="now">Waiting counts up to now.</param>
    /// <returns>The place, or null when the ticket does not wait.</returns>
    public static int? PositionOf(string ticketId, IEnumerable<HandoffTicket> open, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(open);
        var line = open.Where(IsWaiting)
            .OrderByDescending(ticket => HandoffNeed.WithWaiting(ticket.Need, now - ticket.RequestedAt))
            .ThenBy(ticket => ticket.RequestedAt).ThenBy(ticket => ticket.Id, StringComparer.Ordinal).ToList();
        var place = line.FindIndex(ticket => ticket.Id == ticketId);
        return place < 0 ? null : place + 1;
    }

    /// <summary>True for a ticket whose customer waits in the chat.</summary>
    public static bool IsWaiting(HandoffTicket ticket)
    {
        ArgumentNullException.ThrowIfNull(ticket);
        return ticket is { State: HandoffState.Requested or HandoffState.Queued, Callback: null };
    }
}
