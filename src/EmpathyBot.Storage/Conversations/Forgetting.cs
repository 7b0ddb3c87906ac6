using EmpathyBot.Domain.Emotions;
using EmpathyBot.Storage.Handoffs;

namespace EmpathyBot.Storage.Conversations;

/// <summary>
/// The rows of a conversation that change when its customer wants no mood read. Not with the database's JSON functions: what
/// tells of mood is the domain's to know, and some refuse a NUL, which a customer may have sent.
/// </summary>
internal sealed class Forgetting
{
    /// <param name="events">All events with their numbers, oldest first.</param>
    /// <param name="tickets">All tickets.</param>
    public Forgetting(IEnumerable<(long Number, string Json)> events, IEnumerable<string> tickets)
    {
        var read = events.Select(row => (row.Number, Before: StorageJson.ReadEvent(row.Json))).Select(row => (row.Number, row.Before, After: Moodless.Of(row.Before))).ToList();
        Events = [.. read.Where(row => !ReferenceEquals(row.Before, row.After)).Select(row => new EventRow(row.Number, StorageJson.Write(row.After)))];
        Tickets = [.. tickets.Select(StorageJson.ReadTicket).Select(ticket => TicketRow.Of(
            // Another form of it: what keeps the old one must not take it for the newest.
            Moodless.Of(ticket, [.. read.Select(row => row.After)]) with { Version = ticket.Version + 1 }))];
    }

    public IReadOnlyList<EventRow> Events { get; }

    public IReadOnlyList<TicketRow> Tickets { get; }

    internal sealed record EventRow(long Number, string Json);
}
