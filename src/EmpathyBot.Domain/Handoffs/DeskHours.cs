namespace EmpathyBot.Domain.Handoffs;

/// <summary>
/// When people are at the desk: hours of each weekday in one time zone, and days on which nobody is. Times of opening are
/// those of a clock on the wall there; where that clock jumps, an hour that does not exist begins with the next one.
/// </summary>
public sealed class DeskHours
{
    /// <summary>So far ahead an opening is looked for; beyond that there is none.</summary>
    private const int DaysAhead = 400;

    private readonly IReadOnlyDictionary<DayOfWeek, IReadOnlyList<DeskSpan>>? week;
    private readonly IReadOnlySet<DateOnly> holidays;

    /// <summary>Hours of a week.</summary>
    /// <param name="zone">The desk's time zone.</param>
    /// <param name="week">The spans of each weekday; a day without any is closed. Null: always open.</param>
    /// <param name="holidays">Days on which it is closed.</param>
    public DeskHours(TimeZoneInfo zone, IReadOnlyDictionary<DayOfWeek, IReadOnlyList<DeskSpan>>? week, IReadOnlySet<DateOnly> holidays)
    {
        ArgumentNullException.ThrowIfNull(zone);
        ArgumentNullException.ThrowIfNull(holidays);
        (Zone, this.week, this.holidays) = (zone, week, holidays);
    }

    /// <summary>Open day and night, in UTC.</summary>
    public static DeskHours Always { get; } = new(TimeZoneInfo.Utc, null, new HashSet<DateOnly>());

    /// <summary>The desk's time zone: what it promises is said in it.</summary>
    public TimeZoneInfo Zone { get; }

    /// <summary>True when nothing ever closes the desk.</summary>
    public bool IsAlwaysOpen => week is null && holidays.Count == 0;

    /// <summary>True when people are there at this moment.</summary>
    public bool IsOpenAt(DateTimeOffset at) => OpenFrom(at) is { } span && span.From <= at;

    /// <summary>When it is open next, this moment included; null when it does not open within a year.</summary>
    public DateTimeOffset? OpensAt(DateTimeOffset at) => OpenFrom(at) is { } span ? Later(span.From, at) : null;

    /// <summary>When so much time of opening will have passed; null when it does not open for so long.</summary>
    public DateTimeOffset? After(DateTimeOffset at, TimeSpan open)
    {
        var left = open;
        foreach (var (from, to) in From(at))
        {
            var begins = Later(from, at);
            if (to - begins >= left)
                return begins + left;
            left -= to - begins;
        }

        return null;
    }

    /// <summary>How much of the time between was time of opening; nothing when the end lies before the beginning.</summary>
    public TimeSpan OpenBetween(DateTimeOffset from, DateTimeOffset to)
    {
        if (to <= from)
            return TimeSpan.Zero;
        if (IsAlwaysOpen)
            return to - from;
        var open = TimeSpan.Zero;
        foreach (var span in From(from).TakeWhile(span => span.From < to))
            open += (span.To < to ? span.To : to) - Later(span.From, from);
        return open;
    }

    private (DateTimeOffset From, DateTimeOffset To)? OpenFrom(DateTimeOffset at)
    {
        foreach (var span in From(at))
            return span;
        return null;
    }

    /// <summary>Spans of opening that end after this moment, in order.</summary>
    private IEnumerable<(DateTimeOffset From, DateTimeOffset To)> From(DateTimeOffset at)
    {
        // A day before, since a span may reach over midnight of the zone's clock by a jump of it.
        var first = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, Zone).DateTime).AddDays(-1);
        for (var day = first; day <= first.AddDays(DaysAhead); day = day.AddDays(1))
        {
            if (holidays.Contains(day))
                continue;
            foreach (var span in week is null ? DeskSpan.WholeDay : week.GetValueOrDefault(day.DayOfWeek, []))
            {
                var (from, to) = (Instant(day, span.From), Instant(day, span.To));
                if (to > at && to > from)
                    yield return (from, to);
            }
        }
    }

    private DateTimeOffset Instant(DateOnly day, TimeSpan ofDay)
    {
        var wall = day.ToDateTime(TimeOnly.MinValue) + ofDay;
        while (Zone.IsInvalidTime(wall))
            wall = wall.AddMinutes(15);
        return new DateTimeOffset(wall, Zone.GetUtcOffset(wall)).ToUniversalTime();
    }

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;
}

/// <summary>A span of opening within a day.</summary>
/// <param name="From">From midnight on.</param>
/// <param name="To">Until, at most 24 hours; after <paramref name="From"/>.</param>
public sealed record DeskSpan(TimeSpan From, TimeSpan To)
{
    /// <summary>A day without end.</summary>
    internal static IReadOnlyList<DeskSpan> WholeDay { get; } = [new(TimeSpan.Zero, TimeSpan.FromHours(24))];
}
