using EmpathyBot.Domain.Handoffs;

namespace EmpathyBot.Domain.Tests.Handoffs;

public class WaitingLineTests
{
    private static readonly DateTimeOffset Now = Chat.Start.AddMinutes(30);

    [Fact]
    public void The_place_is_the_one_in_which_agents_are_shown_it()
    {
        HandoffTicket[] open = [Ticket("calm", 0.2, 1), Ticket("angry", 0.6, 1), Ticket("long", 0.2, 29), Ticket("risk", 1, 0)];

        Assert.Equal(["risk", "long", "angry", "calm"], open.OrderBy(ticket => WaitingLine.PositionOf(ticket.Id, open, Now)).Select(ticket => ticket.Id));
    }

    [Fact]
    public void Who_is_served_or_called_back_stands_in_nobodys_way()
    {
        HandoffTicket[] open =
        [
            Ticket("held", 0.9, 20) with { State = HandoffState.Accepted },
            Ticket("called", 0.9, 20) with { Callback = new(new(ContactKind.Email, "a@example.com"), Now, Now) },
            Ticket("passed", 0.9, 20) with { State = HandoffState.Transferred },
            Ticket("mine", 0.2, 1),
        ];

        Assert.Equal(1, WaitingLine.PositionOf("mine", open, Now));
        Assert.Null(WaitingLine.PositionOf("held", open, Now));
        Assert.Null(WaitingLine.PositionOf("called", open, Now));
        Assert.Null(WaitingLine.PositionOf("unknown", open, Now));
    }

    [Theory]
    [InlineData(1, 0, true, DeskSituation.Ready)]
    [InlineData(0, 0, true, DeskSituation.Nobody)]
    [InlineData(0, 50, true, DeskSituation.Full)]
    [InlineData(9, 50, true, DeskSituation.Full)]
    [InlineData(9, 49, true, DeskSituation.Ready)]
    [InlineData(9, 0, false, DeskSituation.Closed)]
    [InlineData(0, 99, false, DeskSituation.Closed)]
    public void What_a_customer_meets_at_the_desk(int agents, int waiting, bool open, DeskSituation situation)
    {
        var times = open
            ? new HandoffTimes()
            : new HandoffTimes { Hours = new(TimeZoneInfo.Utc, new Dictionary<DayOfWeek, IReadOnlyList<DeskSpan>>(), new HashSet<DateOnly>()) };

        Assert.Equal(situation, DeskSituations.Of(times, Now, agents, waiting));
    }

    private static HandoffTicket Ticket(string id, double need, int minutes) => new(
        id, id, HandoffState.Queued, need >= 1 ? HandoffReason.AtRisk : HandoffReason.AskedForPerson, need, Now.AddMinutes(-minutes), Now, null, null,
        new Chat().Says("…").Brief(HandoffReason.AskedForPerson));
}
