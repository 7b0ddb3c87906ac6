using System.Net;
using EmpathyBot.Bot;
using EmpathyBot.Bot.Conversations;

namespace EmpathyBot.Tests.Connectors;

/// <summary>What a channel's refusal means, and when it is asked again.</summary>
public sealed class DeliveryFailureTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 4, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(400, true, false)]
    [InlineData(401, false, false)]
    [InlineData(403, true, true)]
    [InlineData(404, true, true)]
    [InlineData(405, true, false)]
    [InlineData(408, false, false)]
    [InlineData(412, false, false)]
    [InlineData(413, true, false)]
    [InlineData(429, false, false)]
    [InlineData(500, false, false)]
    [InlineData(501, true, false)]
    [InlineData(502, false, false)]
    [InlineData(503, false, false)]
    [InlineData(504, false, false)]
    public void Some_refusals_pass_and_others_are_final(int status, bool final, bool closed)
    {
        var failure = Of(status, null);
        Assert.Equal((final, closed), (failure.IsFinal, failure.IsConversationClosed));
    }

    [Theory]
    [InlineData(null, 1)]
    [InlineData("", 1)]
    [InlineData("soon", 1)]
    [InlineData("-5", 1)]
    [InlineData("30", 30)]
    [InlineData("99999999", 3600)]
    [InlineData("999999999999", 1)]
    [InlineData("Wed, 04 Mar 2026 12:00:40 GMT", 40)]
    [InlineData("Wed, 04 Mar 2026 11:00:00 GMT", 1)]
    public void The_channel_says_when(string? header, int seconds) =>
        Assert.Equal(TimeSpan.FromSeconds(seconds), Of(429, header).Pause(0, 0.5));

    [Fact]
    public void Else_pauses_grow_and_are_spread()
    {
        var failure = DeliveryFailure.Of(new HttpRequestException("no connection"), Now);
        Assert.Equal([1, 2, 4, 8, 16, 32, 64, 128, 256, 300, 300], Enumerable.Range(0, 11).Select(attempt => failure.Pause(attempt, 0.5).TotalSeconds));
        Assert.Equal((0.8, 1.2), (failure.Pause(0, 0).TotalSeconds, failure.Pause(0, 1).TotalSeconds));
    }

    private static DeliveryFailure Of(int status, string? retryAfter)
    {
        using var response = new HttpResponseMessage((HttpStatusCode)status);
        if (retryAfter is not null)
            response.Headers.TryAddWithoutValidation("Retry-After", retryAfter);
        return DeliveryFailure.Of(new DeliveryException(new ErrorResponseException("no") { Response = new HttpResponseMessageWrapper(response, "") }), Now);
    }
}
