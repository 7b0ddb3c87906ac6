using EmpathyBot.Domain.Handoffs;

namespace EmpathyBot.Bot.Handoffs;

/// <summary>Looks at the desk as it stands now: who is there and who waits.</summary>
internal sealed class DeskOutlook(ITicketStore tickets, IAgentSeatStore seats, HandoffTimes times, TimeProvider time)
{
    /// <summary>More than any queue cap; what lies beyond would change no sentence.</summary>
    private const int MostLooked = 6000;

    public HandoffTimes Times => times;

    public async Task<DeskMoment> ReadAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var agents = (await seats.ListAsync(cancellationToken)).Count(seat => seat.IsHere(now) && seat.Available);
        return new(now, agents, await tickets.ListOpenAsync(MostLooked, cancellationToken), times);
    }
}

/// <summary>The desk at one moment.</summary>
/// <param name="Now">When.</param>
/// <param name="Agents">Agents who are there.</param>
/// <param name="Open">Open handoffs.</param>
/// <param name="Times">Hours and patience.</param>
internal sealed record DeskMoment(DateTimeOffset Now, int Agents, IReadOnlyList<HandoffTicket> Open, HandoffTimes Times)
{
    /// <summary>True when it is looked at for a ticket at another hub: whether somebody is there, and in what order they take, is not known.</summary>
    public bool AtHub { get; private init; }

    public bool IsNobodyThere => Agents == 0 && !AtHub || !Times.Hours.IsOpenAt(Now);

    /// <summary>The same moment for a ticket that is at another hub, or is not.</summary>
    public DeskMoment At(bool hub) => this with { AtHub = hub };

    /// <summary>The place in line; null while nobody is there to call the next, since it would say nothing.</summary>
    public int? PositionOf(string ticketId) => IsNobodyThere || AtHub ? null : WaitingLine.PositionOf(ticketId, Open, Now);

    /// <summary>Customers who wait in the chat, this ticket's not counted.</summary>
    public int WaitingBeside(string? ticketId) => Open.Count(ticket => ticket.Id != ticketId && WaitingLine.IsWaiting(ticket));

    public DeskSituation SituationFor(string? ticketId) => DeskSituations.Of(Times, Now, AtHub ? 1 : Agents, WaitingBeside(ticketId));

    /// <summary>By when a callback can be promised, as it is said in this language; null when it cannot.</summary>
    public string? By(string language) => PromisedTime.Say(Times.PromiseAt(Now), Times.Hours.Zone, language);

    /// <summary>When people are back, as it is said in this language; null when they are not for long.</summary>
    public string? Opens(string language) => PromisedTime.Say(Times.Hours.OpensAt(Now), Times.Hours.Zone, language);
}
