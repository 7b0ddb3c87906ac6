using EmpathyBot.AgentDesk.Conversations;
using EmpathyBot.Domain.Conversations;
using EmpathyBot.Domain.Handoffs;
using Microsoft.Extensions.Options;

namespace EmpathyBot.AgentDesk.Handoffs;

/// <summary>
/// One line of the queue. Mood is null when the customer switched reading off, or nothing was read; a reply is awaited when
/// the customer wrote last to the person who has the conversation.
/// </summary>
internal sealed record QueueItem(
    string Id,
    string ConversationId,
    string State,
    double Need,
    DateTimeOffset WaitingSince,
    string Headline,
    string Reason,
    string? Emotion,
    double? Intensity,
    string? Trend,
    string? AgentId,
    string? AgentName,
    string? TransferredTo,
    string? TransferredToId,
    bool AwaitsReply,
    string? Customer,
    string Channel,
    string Locale)
{
    /// <summary>True while another engagement hub has it.</summary>
    public bool AtHub { get; init; }
}

/// <param name="Items">Most needed first.</param>
internal sealed record QueueBody(IReadOnlyList<QueueItem> Items);

/// <summary>
/// The open handoffs as they stand now: need from the mood of this moment and from waiting. Every desk asks at every change,
/// so what was read is kept until the next change and only the waiting is counted anew.
/// </summary>
internal sealed class DeskQueue(
    IConversationStore conversations, ITicketStore tickets, MoodFreeBrief briefs, IOptionsMonitor<DeskOptions> options, TimeProvider time)
{
    private sealed record Row(HandoffTicket Ticket, HandoffBrief Brief, Conversation Conversation);

    private sealed record Reading(long Change, IReadOnlyList<Row> Rows);

    private Reading? last;

    /// <summary>Most needed first; of equals who waits longest.</summary>
    public async Task<IReadOnlyList<QueueItem>> ListAsync(CancellationToken cancellationToken)
    {
        // The number is read first: what is read after it is at least as new.
        var change = await conversations.LastChangeAsync(cancellationToken);
        var reading = Volatile.Read(ref last);
        if (reading?.Change != change)
        {
            reading = new(change, await ReadAsync(cancellationToken));
            Volatile.Write(ref last, reading);
        }

        var now = time.GetUtcNow();
        return [.. reading.Rows.Select(row => Item(row, now)).OrderByDescending(item => item.Need).ThenBy(item => item.WaitingSince)];
    }

    private async Task<IReadOnlyList<Row>> ReadAsync(CancellationToken cancellationToken)
    {
        var rows = new List<Row>();
        foreach (var ticket in await tickets.ListOpenAsync(options.CurrentValue.MaxQueueItems, cancellationToken))
        {
            if (await conversations.FindAsync(ticket.ConversationId, cancellationToken) is { } stored)
                rows.Add(new(ticket, await briefs.OfAsync(ticket, stored.State, cancellationToken), stored.State));
        }

        return rows;
    }

    private static QueueItem Item(Row row, DateTimeOffset now)
    {
        var (ticket, brief, conversation) = row;
        var need = HandoffNeed.Of(conversation, brief.Reason);
        var felt = conversation.ReadingOff ? null : conversation.Journey.Current;
        return new(
            ticket.Id, ticket.ConversationId, ticket.State.ToCode(),
            ticket.IsHeldByPerson ? need : HandoffNeed.WithWaiting(need, now - ticket.RequestedAt),
            ticket.RequestedAt, brief.Headline.Text, brief.Reason.ToCode(),
            felt?.Emotion.ToDeskCode(), felt?.Intensity, felt is null ? null : conversation.Journey.Trend.ToDeskCode(),
            ticket.AgentId, ticket.AgentName, ticket.TransferredTo, ticket.TransferredToId,
            ticket.IsHeldByPerson && conversation.EarlierTurns is [.., { Role: "customer" }], brief.Customer.Name, conversation.Channel, conversation.Locale)
        {
            AtHub = ticket.AtHub,
        };
    }
}
