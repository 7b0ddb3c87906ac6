using EmpathyBot.Bot.Handoffs;

namespace EmpathyBot.Tests.Bot;

public sealed class HandoffOptionsTests
{
    [Fact]
    public void Shipped_settings_are_fine_and_always_open()
    {
        List<string> problems = [];

        Assert.True(HandoffCalendar.Read(new HandoffOptions(), problems).Hours.IsAlwaysOpen);
        Assert.Empty(problems);
    }

    [Theory]
    [InlineData("Monday", "09:00-12:30, 13:30-18:00")]
    [InlineData("sunday", "0:00-24:00")]
    [InlineData("Friday", "9:00 – 17:00")]
    public void Hours_are_read(string day, string text)
    {
        var options = new HandoffOptions { TimeZone = "Europe/Berlin" };
        options.Hours[day] = text;

        Assert.Empty(Problems(options));
    }

    [Theory]
    [InlineData("Mondey", "09:00-17:00", "Handoffs:Hours has \"Mondey\", which is no weekday. Use Monday to Sunday.")]
    [InlineData("1", "09:00-17:00", "Handoffs:Hours has \"1\", which is no weekday.")]
    [InlineData("Monday", "", "Handoffs:Hours:Monday is \"\". Write hours as")]
    [InlineData("Monday", "9-17", "Handoffs:Hours:Monday is \"9-17\".")]
    [InlineData("Monday", "17:00-09:00", "Handoffs:Hours:Monday is")]
    [InlineData("Monday", "09:00-25:00", "Handoffs:Hours:Monday is")]
    [InlineData("Monday", "09:00-12:00, 11:00-13:00", "Handoffs:Hours:Monday is")]
    public void Hours_that_cannot_be_read_are_said_in_a_sentence(string day, string text, string sentence)
    {
        var options = new HandoffOptions();
        options.Hours[day] = text;

        Assert.StartsWith(sentence, Problems(options)[0], StringComparison.Ordinal);
    }

    [Fact]
    public void Everything_that_is_wrong_is_said_at_once()
    {
        var options = new HandoffOptions { TimeZone = "Mars/Olympus", OfferCallbackAfter = TimeSpan.FromHours(1), TimeOutAfter = TimeSpan.FromMinutes(10) };
        options.Holidays.Add("25.12.2026");

        Assert.Equal(
            [
                "Handoffs:TimeOutAfter (00:10:00) must be longer than Handoffs:OfferCallbackAfter (01:00:00), or nobody is offered a callback before the waiting ends.",
                "Handoffs:TimeZone \"Mars/Olympus\" is not known here. Give one such as Europe/Berlin or UTC.",
                "Handoffs:Holidays has \"25.12.2026\", which is no day. Write days as 2026-12-25.",
            ],
            Problems(options));
    }

    [Theory]
    [InlineData("en", "Europe/Berlin", "Monday 23 November, 16:30 (Berlin)")]
    [InlineData("es", "Europe/Madrid", "lunes 23 de noviembre, 16:30 (Madrid)")]
    [InlineData("en", "UTC", "Monday 23 November, 15:30 (UTC)")]
    public void A_promised_time_is_said_on_the_desks_own_clock(string language, string zone, string said)
    {
        var at = new DateTimeOffset(2026, 11, 23, 15, 30, 0, TimeSpan.Zero);

        Assert.Equal(said, PromisedTime.Say(at, TimeZoneInfo.FindSystemTimeZoneById(zone), language));
        Assert.Null(PromisedTime.Say(null, TimeZoneInfo.Utc, language));
    }

    private static IReadOnlyList<string> Problems(HandoffOptions options) =>
        [.. new HandoffCalendar().Validate(null, options).Failures ?? []];
}
