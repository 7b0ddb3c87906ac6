using EmpathyBot.Domain.Conversations;
using EmpathyBot.Domain.Emotions;
using EmpathyBot.Domain.Solving;
using EmpathyBot.Host.Telemetry;

namespace EmpathyBot.Host;

/// <summary>What <c>/readyz</c> answers: <c>ready</c>, <c>degraded</c> (it serves, but not everything works) or <c>not-ready</c>.</summary>
/// <param name="Status">Of the whole.</param>
/// <param name="Parts">Of each part.</param>
internal sealed record Readiness(string Status, IReadOnlyDictionary<string, string> Parts);

/// <summary>
/// <c>/healthz</c> says that the process lives, <c>/readyz</c> whether it can serve: the store answers, content is loaded and
/// messages can be read; a back office that is away makes it degraded, since the bot then still hands over to people.
/// </summary>
internal static class Health
{
    /// <summary>A store that needs longer answers no customer either.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    public static void MapHealth(this WebApplication app)
    {
        app.MapGet("/healthz", () => Results.Text("alive")).ExcludeFromDescription();
        app.MapGet("/readyz", AnswerAsync).ExcludeFromDescription();
    }

    private static async Task<IResult> AnswerAsync(
        IConversationStore store, IContentSource content, IEmotionDetector detector, BackOfficeHealth backOffice, CancellationToken cancellationToken)
    {
        var parts = new Dictionary<string, string>
        {
            ["store"] = await TriesAsync(token => store.LastChangeAsync(token), cancellationToken) ? "ok" : "down",
            ["content"] = content.Current.Locales.Count > 0 ? "ok" : "none is loaded",
            // Read here, never sent anywhere: without emotion to read only signals are looked for.
            ["reading"] = await TriesAsync(token => detector.ReadAsync(new MessageToRead("ok", [], ReadEmotion: false), token).AsTask(), cancellationToken) ? "ok" : "down",
            ["backOffice"] = backOffice.IsDown ? "down" : "ok",
        };
        var serves = parts.All(part => part.Value == "ok" || part.Key == "backOffice");
        var status = !serves ? "not-ready" : backOffice.IsDown ? "degraded" : "ready";
        return Results.Json(new Readiness(status, parts), statusCode: serves ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable);
    }

    private static async Task<bool> TriesAsync<T>(Func<CancellationToken, Task<T>> works, CancellationToken cancellationToken)
    {
        try
        {
            await works(cancellationToken).WaitAsync(Patience, cancellationToken);
            return true;
        }
        // Whatever it throws, the answer is the same: not now.
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            return false;
        }
    }
}
