using System.Globalization;

namespace EmpathyBot.Bot.Conversations;

/// <summary>What it means that a channel did not take an activity.</summary>
/// <param name="IsFinal">It will never be taken, however often it is sent.</param>
/// <param name="IsConversationClosed">Nothing will be taken there: the customer blocked the bot, removed it, or the conversation is gone.</param>
/// <param name="RetryAfter">How long the channel asks to be left alone, or null when it does not say.</param>
internal sealed record DeliveryFailure(bool IsFinal, bool IsConversationClosed, TimeSpan? RetryAfter)
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromHours(1);
    private static readonly DeliveryFailure Unknown = new(false, false, null);

    /// <summary>Reads it from what was thrown. What is not an answer of the channel (no connection, no token) may pass.</summary>
    public static DeliveryFailure Of(Exception exception, DateTimeOffset now)
    {
        if (exception is not DeliveryException { InnerException: ErrorResponseException { Response: { } response } })
            return Unknown;
        return (int)response.StatusCode switch
        {
            // Teams: the user blocked or removed the bot. Elsewhere: the bot may not write there. Asking again changes nothing.
            403 or 404 => new(true, true, null),
            400 or 405 or 413 or 415 or 501 => new(true, false, null),
            _ => Unknown with { RetryAfter = RetryAfterOf(response, now) },
        };
    }

    /// <summary>When to try for the next time: as the channel asks, else later each time, and never all at the same moment.</summary>
    /// <param name="attempts">How often it failed before.</param>
    /// <param name="chance">From 0 to 1, by chance.</param>
    public TimeSpan Pause(int attempts, double chance)
    {
        var step = TimeSpan.FromSeconds(Math.Min(300, 1 << Math.Min(attempts, 9)));
        var spread = step * (0.8 + (0.4 * chance));
        return RetryAfter is { } asked && asked > spread ? asked : spread;
    }

    private static TimeSpan? RetryAfterOf(HttpResponseMessageWrapper response, DateTimeOffset now)
    {
        var header = response.Headers.FirstOrDefault(one => string.Equals(one.Key, "Retry-After", StringComparison.OrdinalIgnoreCase)).Value?.FirstOrDefault();
        TimeSpan? asked = int.TryParse(header, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) ? TimeSpan.FromSeconds(seconds)
            : DateTimeOffset.TryParse(header, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var until) && until > now ? until - now
            : null;
        return asked > LongestWait ? LongestWait : asked;
    }
}
