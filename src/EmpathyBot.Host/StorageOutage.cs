using EmpathyBot.Domain.Conversations;

namespace EmpathyBot.Host;

/// <summary>
/// While the storage cannot be used, whoever asks is told so in a sentence and when to come again: clients and channels send
/// once more what got no 200, and nothing that got one is lost.
/// </summary>
internal static class StorageOutage
{
    public static void UseStorageOutage(this WebApplication app) => app.Use(async (http, next) =>
    {
        try
        {
            await next(http);
        }
        catch (StoreUnavailableException failure) when (!http.Response.HasStarted)
        {
            StorageOutageLog.Refused(app.Logger, http.Request.Path, failure.Message);
            http.Response.Clear();
            http.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            http.Response.Headers.RetryAfter = "5";
            await http.Response.WriteAsJsonAsync(new { error = new { code = "ServiceUnavailable", message = StoreUnavailableException.Sentence } }, http.RequestAborted);
        }
    });
}

/// <summary>Event ids 4010–4019.</summary>
internal static partial class StorageOutageLog
{
    [LoggerMessage(4010, LogLevel.Error, "{Path} was answered 503: {Why}")]
    public static partial void Refused(ILogger logger, string path, string why);
}
