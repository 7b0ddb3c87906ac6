using System.Globalization;
using EmpathyBot.Domain.Handoffs;
using Microsoft.Extensions.Options;

namespace EmpathyBot.Bot.Handoffs;

/// <summary>Reads the settings of handoffs, and says in plain sentences what of them cannot be used.</summary>
internal sealed class HandoffCalendar : IValidateOptions<HandoffOptions>
{
    private static readonly string[] TimeFormats = ["hh\\:mm", "h\\:mm"];

    public ValidateOptionsResult Validate(string? name, HandoffOptions options)
    {
        List<string> problems = [];
        _ = Read(options, problems);
        return problems.Count > 0 ? ValidateOptionsResult.Fail(problems) : ValidateOptionsResult.Success;
    }

    /// <summary>The times these settings stand for; what cannot be used is listed and left out.</summary>
    public static HandoffTimes Read(HandoffOptions options, ICollection<string> problems)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(problems);
        if (options.TimeOutAfter <= options.OfferCallbackAfter)
        {
            problems.Add($"Handoffs:TimeOutAfter ({options.TimeOutAfter}) must be longer than Handoffs:OfferCallbackAfter "
                + $"({options.OfferCallbackAfter}), or nobody is offered a callback before the waiting ends.");
        }

        return new HandoffTimes
        {
            Hours = ReadHours(options, problems),
            AgentGrace = options.AgentGrace,
            TransferWithin = options.TransferWithin,
            UpdateEvery = options.UpdateEvery,
            OfferCallbackAfter = options.OfferCallbackAfter,
            TimeOutAfter = options.TimeOutAfter,
            CustomerGoneAfter = options.CustomerGoneAfter,
            CallbackWithin = options.CallbackWithin,
            QueueCap = options.QueueCap,
            AtHub = options.Hub.IsOn,
        };
    }

    private static DeskHours ReadHours(HandoffOptions options, ICollection<string> problems)
    {
        if (!TimeZoneInfo.TryFindSystemTimeZoneById(options.TimeZone, out var zone))
        {
            problems.Add($"Handoffs:TimeZone \"{options.TimeZone}\" is not known here. Give one such as Europe/Berlin or UTC.");
            zone = TimeZoneInfo.Utc;
        }

        var holidays = new HashSet<DateOnly>();
        foreach (var text in options.Holidays)
        {
            if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
                holidays.Add(day);
            else
                problems.Add($"Handoffs:Holidays has \"{text}\", which is no day. Write days as 2026-12-25.");
        }

        if (options.Hours.Count == 0)
            return new DeskHours(zone, null, holidays);
        var week = new Dictionary<DayOfWeek, IReadOnlyList<DeskSpan>>();
        foreach (var (name, text) in options.Hours)
        {
            if (!Enum.TryParse<DayOfWeek>(name, ignoreCase: true, out var day) || !name.All(char.IsAsciiLetter))
                problems.Add($"Handoffs:Hours has \"{name}\", which is no weekday. Use Monday to Sunday.");
            else if (ReadSpans(text) is { } spans)
                week[day] = spans;
            else
                problems.Add($"Handoffs:Hours:{name} is \"{text}\". Write hours as \"09:00-12:30, 13:30-18:00\", in order and without overlap; leave a closed day out.");
        }

        if (problems.Count == 0 && week.Count == 0)
            problems.Add("Handoffs:Hours opens on no day. Leave it out to be always open.");
        return new DeskHours(zone, week, holidays);
    }

    private static List<DeskSpan>? ReadSpans(string text)
    {
        var spans = new List<DeskSpan>();
        foreach (var part in text.Split(',', StringSplitOptions.TrimEntries))
        {
            var ends = part.Split(['-', '–'], StringSplitOptions.TrimEntries);
            if (ends.Length != 2 || ReadTime(ends[0]) is not { } from || ReadTime(ends[1]) is not { } to || to <= from
                || spans.Count > 0 && from < spans[^1].To)
                return null;
            spans.Add(new(from, to));
        }

        return spans;
    }

    private static TimeSpan? ReadTime(string text)
    {
        if (text == "24:00")
            return TimeSpan.FromHours(24);
        return TimeSpan.TryParseExact(text, TimeFormats, CultureInfo.InvariantCulture, out var time) && time < TimeSpan.FromHours(24) ? time : null;
    }
}
