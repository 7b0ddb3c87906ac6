using EmpathyBot.Domain.Handoffs;

namespace EmpathyBot.Domain.Tests.Handoffs;

public class HandoffFiguresTest
{
    private static readonly DateTimeOffset Morning = Chat.Start;

    [Fact]
    public void A_day_on_which_nothing_happened_has_no_waits()
    {
        var figures = HandoffFigures.Of([], Morning);

        Assert.Equal((0, 0, 0, 0, 0, null, null), (figures.Taken, figures.Returned, figures.TimedOut, figures.Abandoned, figures.Failed, figures.MedianWait, figures.LongestWait));
        Assert.Equal(Enum.GetValues<HandoffOutcome>(), figures.Closed.Keys.Order());
    }

    [Fact]
    public void What_ended_is_counted_by_how_it_ended()
    {
        var figures = HandoffFigures.Of(
            [
                Ended(HandoffState.Closed, HandoffOutcome.Solved), Ended(HandoffState.Closed, HandoffOutcome.Solved),
                Ended(HandoffState.Closed, HandoffOutcome.Callback), Ended(HandoffState.Returned), Ended(HandoffState.TimedOut),
                Ended(HandoffState.Abandoned), Ended(HandoffState.Failed), Ticket(),
            ],
            Morning);

        Assert.Equal((2, 0, 0, 1), (figures.Closed[HandoffOutcome.Solved], figures.Closed[HandoffOutcome.Partly], figures.Closed[HandoffOutcome.Unsolved], figures.Closed[HandoffOutcome.Callback]));
        Assert.Equal((1, 1, 1, 1, 0), (figures.Returned, figures.TimedOut, figures.Abandoned, figures.Failed, figures.Taken));
    }

    [Fact]
    public void Waits_are_of_those_who_were_taken_since()
    {
        var figures = HandoffFigures.Of([Waited(10), Waited(20), Waited(90), Waited(400), Waited(5) with { TakenAt = Morning.AddSeconds(-1) }], Morning);

        Assert.Equal((4, TimeSpan.FromSeconds(20), TimeSpan.FromSeconds(400)), (figures.Taken, figures.MedianWait!.Value, figures.LongestWait!.Value));
    }

    [Fact]
    public void What_ended_before_the_day_is_not_counted() =>
        Assert.Equal(0, HandoffFigures.Of([Ended(HandoffState.Returned) with { MovedAt = Morning.AddMinutes(-1) }], Morning).Returned);

    private static HandoffTicket Waited(int seconds) =>
        Ticket() with { State = HandoffState.Accepted, RequestedAt = Morning, TakenAt = Morning.AddSeconds(seconds) };

    private static HandoffTicket Ended(HandoffState state, HandoffOutcome? outcome = null) => Ticket() with { State = state, Outcome = outcome };

    private static HandoffTicket Ticket() => new(
        "h1", "c1", HandoffState.Queued, HandoffReason.AskedForPerson, 0.5, Morning, Morning, null, null,
        new Chat().Says("A person, please").Brief(HandoffReason.AskedForPerson));
}
