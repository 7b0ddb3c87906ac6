using EmpathyBot.Domain.Handoffs;

namespace EmpathyBot.Domain.Tests.Handoffs;

public class DeskHoursTests
{
    private static readonly TimeZoneInfo Berlin = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");

    /// <summary>Monday to Friday 9 to 17 in Berlin, closed on 25 December.</summary>
    private static readonly DeskHours Office = new(
        Berlin,
        Enum.GetValues<DayOfWeek>().Where(day => day is not (DayOfWeek.Saturday or DayOfWeek.Sunday))
            .ToDictionary(day => day, _ => (IReadOnlyList<DeskSpan>)[Span(9, 12.5), Span(13, 17)]),
        new HashSet<DateOnly> { new(2026, 12, 25) });

    [Theory]
    [InlineData("2026-11-23T07:59:59Z", false)]
    [InlineData("2026-11-23T08:00:00Z", true)]
    [InlineData("2026-11-23T11:29:59Z", true)]
    [InlineData("2026-11-23T11:30:00Z", false)]
    [InlineData("2026-11-23T12:00:00Z", true)]
    [InlineData("2026-11-23T16:00:00Z", false)]
    [InlineData("2026-11-22T10:00:00Z", false)]
    [InlineData("2026-12-25T10:00:00Z", false)]
    // Summer: the same wall clock is an hour earlier in UTC.
    [InlineData("2026-07-01T07:00:00Z", true)]
    [InlineData("2026-07-01T15:00:00Z", false)]
    public void People_are_there_within_the_hours_of_the_desks_own_clock(string at, bool open)
    {
        Assert.Equal(open, Office.IsOpenAt(At(at)));
    }

    [Theory]
    [InlineData("2026-11-23T09:00:00Z", "2026-11-23T09:00:00Z")]
    [InlineData("2026-11-23T05:00:00Z", "2026-11-23T08:00:00Z")]
    [InlineData("2026-11-20T16:00:00Z", "2026-11-23T08:00:00Z")]
    [InlineData("2026-12-24T16:00:00Z", "2026-12-28T08:00:00Z")]
    public void The_next_opening_skips_nights_weekends_and_holidays(string at, string opens)
    {
        Assert.Equal(At(opens), Office.OpensAt(At(at)));
    }

    [Theory]
    // Half an hour before the midday break, two hours of opening end an hour and a half after it.
    [InlineData("2026-11-23T11:00:00Z", 2, "2026-11-23T13:30:00Z")]
    [InlineData("2026-11-20T15:00:00Z", 4, "2026-11-23T11:00:00Z")]
    [InlineData("2026-11-22T10:00:00Z", 1, "2026-11-23T09:00:00Z")]
    public void A_promise_counts_only_time_in_which_somebody_is_there(string at, double hours, string by)
    {
        Assert.Equal(At(by), Office.After(At(at), TimeSpan.FromHours(hours)));
    }

    [Theory]
    [InlineData("2026-11-20T15:00:00Z", "2026-11-23T09:00:00Z", 2)]
    [InlineData("2026-11-21T00:00:00Z", "2026-11-22T23:00:00Z", 0)]
    [InlineData("2026-11-23T12:00:00Z", "2026-11-23T11:00:00Z", 0)]
    public void Waiting_over_a_weekend_is_no_waiting(string from, string to, double hours)
    {
        Assert.Equal(TimeSpan.FromHours(hours), Office.OpenBetween(At(from), At(to)));
    }

    [Fact]
    public void Shipped_it_is_always_open()
    {
        Assert.True(DeskHours.Always.IsAlwaysOpen);
        Assert.True(DeskHours.Always.IsOpenAt(At("2026-12-25T23:59:59Z")));
        Assert.Equal(At("2026-12-26T03:00:00Z"), DeskHours.Always.After(At("2026-12-25T23:00:00Z"), TimeSpan.FromHours(4)));
        Assert.Equal(TimeSpan.FromDays(3), DeskHours.Always.OpenBetween(At("2026-12-25T00:00:00Z"), At("2026-12-28T00:00:00Z")));
    }

    [Fact]
    public void A_desk_that_never_opens_promises_nothing()
    {
        var never = new DeskHours(Berlin, new Dictionary<DayOfWeek, IReadOnlyList<DeskSpan>>(), new HashSet<DateOnly>());

        Assert.Null(never.OpensAt(At("2026-11-23T09:00:00Z")));
        Assert.Null(never.After(At("2026-11-23T09:00:00Z"), TimeSpan.FromHours(1)));
        Assert.Null(new HandoffTimes { Hours = never }.PromiseAt(At("2026-11-23T09:00:00Z")));
    }

    [Fact]
    public void An_opening_in_the_hour_that_the_clock_skips_begins_after_it()
    {
        // 29 March 2026, 2:00 becomes 3:00 in Berlin.
        var night = new DeskHours(
            Berlin, new Dictionary<DayOfWeek, IReadOnlyList<DeskSpan>> { [DayOfWeek.Sunday] = [Span(2.25, 4)] }, new HashSet<DateOnly>());

        Assert.Equal(At("2026-03-29T01:00:00Z"), night.OpensAt(At("2026-03-29T00:00:00Z")));
        Assert.True(night.IsOpenAt(At("2026-03-29T01:59:00Z")));
        Assert.False(night.IsOpenAt(At("2026-03-29T02:00:00Z")));
    }

    [Theory]
    [InlineData("2026-11-23T08:10:00Z", "2026-11-23T13:00:00Z")]
    [InlineData("2026-11-23T08:00:00Z", "2026-11-23T12:30:00Z")]
    public void A_promised_time_is_a_round_one(string at, string by)
    {
        Assert.Equal(At(by), new HandoffTimes { Hours = Office, CallbackWithin = TimeSpan.FromHours(4) }.PromiseAt(At(at)));
    }

    private static DeskSpan Span(double from, double to) => new(TimeSpan.FromHours(from), TimeSpan.FromHours(to));

    private static DateTimeOffset At(string text) => DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
