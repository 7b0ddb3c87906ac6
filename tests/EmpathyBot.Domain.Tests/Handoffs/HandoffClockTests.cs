using EmpathyBot.Domain.Handoffs;

namespace EmpathyBot.Domain.Tests.Handoffs;

public class HandoffClockTests
{
    private static readonly HandoffTimes Times = new();
    private static readonly DateTimeOffset Start = Chat.Start;

    // Patience: agent 60 s, passed on 3 min, update 2 min, callback 5 min, over after 30 min, gone after 2 h.
    [Theory]
    [InlineData(119, null)]
    [InlineData(120, ClockAct.TellWaiting)]
    [InlineData(299, ClockAct.TellWaiting)]
    [InlineData(301, ClockAct.OfferCallback)]
    [InlineData(1800, ClockAct.OfferCallback)]
    [InlineData(1801, ClockAct.TimeOut)]
    public void Who_waits_and_was_told_nothing_yet(int seconds, ClockAct? act)
    {
        Assert.Equal(act, Due(Queued(), seconds));
    }

    [Fact]
    public void Updates_come_never_more_often_than_the_rhythm_and_ever_more_seldom()
    {
        var ticket = Queued() with { Wait = new(Start, Start, CallbackOffered: true) };
        List<int> told = [];
        for (var second = 1; second < 1800; second++)
        {
            if (Due(ticket, second) != ClockAct.TellWaiting)
                continue;
            told.Add(second);
            ticket = ticket with { Wait = ticket.Wait!.AfterUpdate(Start.AddSeconds(second)) };
        }

        Assert.Equal([120, 360, 720, 1200, 1680], told);
    }

    [Fact]
    public void A_callback_is_offered_once_in_a_handoff()
    {
        var ticket = Queued() with { Wait = new(Start, Start.AddSeconds(290), CallbackOffered: true) };

        Assert.Null(Due(ticket, 301));
    }

    [Fact]
    public void Who_was_just_answered_is_not_told_in_the_same_breath()
    {
        Assert.Null(Due(Queued() with { Wait = new(Start, Start.AddSeconds(290)) }, 305));
        Assert.Equal(ClockAct.OfferCallback, Due(Queued() with { Wait = new(Start, Start.AddSeconds(290)) }, 311));
    }

    [Fact]
    public void Words_of_harm_wait_on_for_a_person_however_long()
    {
        var ticket = Queued() with { Reason = HandoffReason.AtRisk };

        Assert.Equal(ClockAct.TellWaiting, Due(ticket, 100_000));
        Assert.Null(Due(ticket, 100_000, leftAfter: 5));
    }

    [Fact]
    public void Who_is_called_back_does_not_wait_in_the_chat()
    {
        var ticket = Queued() with { Callback = new(new(ContactKind.Phone, "+491761234567"), Start, Start.AddHours(4)) };

        Assert.Null(Due(ticket, 100_000));
        Assert.Null(Due(ticket, 100_000, leftAfter: 5));
    }

    [Theory]
    [InlineData(60, null)]
    [InlineData(1801, ClockAct.TimeOut)]
    public void A_customer_who_is_away_is_not_talked_to_but_waiting_ends_all_the_same(int seconds, ClockAct? act)
    {
        Assert.Equal(act, Due(Queued(), seconds, leftAfter: 5));
        Assert.Null(Due(Queued(), 600, leftAfter: 5));
    }

    [Theory]
    [InlineData(7205, null)]
    [InlineData(7206, ClockAct.CustomerGone)]
    public void Who_left_long_ago_has_left_the_queue(int seconds, ClockAct? act)
    {
        var patient = Times with { TimeOutAfter = TimeSpan.FromDays(1) };

        Assert.Equal(act, HandoffClock.Due(Queued(), new(null, Start.AddSeconds(5)), patient, Start.AddSeconds(seconds)));
    }

    [Theory]
    [InlineData(60, null)]
    [InlineData(61, ClockAct.AgentLost)]
    public void An_agent_whose_desk_closed_may_come_back_for_a_while(int seconds, ClockAct? act)
    {
        Assert.Equal(act, HandoffClock.Due(Held(), new(Start, null), Times, Start.AddSeconds(seconds)));
    }

    [Fact]
    public void An_agent_of_whose_desk_nothing_is_known_is_not_lost()
    {
        Assert.Null(HandoffClock.Due(Held(), new(null, null), Times, Start.AddDays(2)));
    }

    [Theory]
    [InlineData(180, null)]
    [InlineData(181, ClockAct.TransferUntaken)]
    public void What_nobody_takes_over_is_anyones_again(int seconds, ClockAct? act)
    {
        Assert.Equal(act, Due(Held() with { State = HandoffState.Transferred, AgentId = null }, seconds));
    }

    [Theory]
    [InlineData(HandoffState.Closed)]
    [InlineData(HandoffState.Returned)]
    [InlineData(HandoffState.Abandoned)]
    [InlineData(HandoffState.TimedOut)]
    [InlineData(HandoffState.Failed)]
    public void For_an_ended_handoff_time_does_nothing(HandoffState ended)
    {
        Assert.Null(Due(Queued() with { State = ended }, 1_000_000));
    }

    [Fact]
    public void The_night_is_no_waiting()
    {
        // Saturday 9:00 UTC; the desk opens on Monday at 9:00.
        var times = Times with
        {
            Hours = new(
                TimeZoneInfo.Utc, new Dictionary<DayOfWeek, IReadOnlyList<DeskSpan>> { [DayOfWeek.Monday] = [new(TimeSpan.FromHours(9), TimeSpan.FromHours(17))] },
                new HashSet<DateOnly>()),
        };
        var opening = Start.AddDays(2);

        Assert.Null(HandoffClock.Due(Queued(), new(null, null), times, opening.AddSeconds(-1)));
        Assert.Null(HandoffClock.Due(Queued(), new(null, null), times, opening.AddSeconds(119)));
        Assert.Equal(ClockAct.TellWaiting, HandoffClock.Due(Queued(), new(null, null), times, opening.AddSeconds(121)));
        Assert.Equal(ClockAct.TimeOut, HandoffClock.Due(Queued(), new(null, null), times, opening.AddSeconds(1801)));
    }

    [Fact]
    public void Back_in_line_the_patience_begins_anew_and_the_place_stays()
    {
        var later = Start.AddMinutes(20);
        var again = ((TicketMoved)HandoffStateMachine.Apply(Held(), new HandoffMove.Queue(), later)).Ticket;

        Assert.Equal((later, later, 0), (again.Wait!.Since, again.Wait.ToldAt, again.Wait.Told));
        Assert.Equal(Start, again.RequestedAt);
        Assert.Null(again.AgentId);
    }

    private static ClockAct? Due(HandoffTicket ticket, int seconds, int? leftAfter = null) => HandoffClock.Due(
        ticket, new(null, leftAfter is { } left ? Start.AddSeconds(left) : null), Times, Start.AddSeconds(seconds));

    private static HandoffTicket Held() => Queued() with { State = HandoffState.Accepted, AgentId = "a1", AgentName = "Mira" };

    private static HandoffTicket Queued() => new(
        "H-1", "c1", HandoffState.Queued, HandoffReason.AskedForPerson, 0.3, Start, Start, null, null,
        new Chat().Says("Where is it?").Brief(HandoffReason.AskedForPerson));
}
