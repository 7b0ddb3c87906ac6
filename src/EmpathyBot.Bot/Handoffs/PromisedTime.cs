using System.Globalization;

namespace EmpathyBot.Bot.Handoffs;

/// <summary>A promised moment as it is said to a customer: day, time, and whose clock is meant.</summary>
internal static class PromisedTime
{
    /// <summary>The moment on the desk's clock: "Monday 23 November, 15:30 (UTC)"; null for none.</summary>
    public static string? Say(DateTimeOffset? at, TimeZoneInfo zone, string language)
    {
        if (at is not { } moment)
            return null;
        var culture = CultureInfo.GetCultureInfo(language);
        var format = culture.TwoLetterISOLanguageName == "es" ? "dddd d 'de' MMMM, HH:mm" : "dddd d MMMM, HH:mm";
        return $"{TimeZoneInfo.ConvertTime(moment, zone).ToString(format, culture)} ({Clock(zone)})";
    }

    // "Europe/Berlin" is known to customers as Berlin; UTC has no city.
    private static string Clock(TimeZoneInfo zone) => zone.Id[(zone.Id.LastIndexOf('/') + 1)..].Replace('_', ' ');
}
