using EmpathyBot.Domain.Conversations;
using EmpathyBot.Domain.Solving;

namespace EmpathyBot.Host;

/// <summary><c>/healthz</c> says that the process lives, <c>/readyz</c> that it can serve: the store answers and content is loaded.</summary>
internal static class Health
{
    public static void MapHealth(this WebApplication app)
    {
        app.MapGet("/healthz", () => Results.Text("alive")).ExcludeFromDescription();
        app.MapGet("/readyz", async (IConversationStore store, IContentSource content, CancellationToken cancellationToken) =>
        {
            try
            {
                await store.LastChangeAsync(cancellationToken);
                return content.Current.Locales.Count > 0
                    ? Results.Text("ready")
                    : Results.Text("no content is loaded", statusCode: StatusCodes.Status503ServiceUnavailable);
            }
            // Whatever the store throws, the answer is the same: not now.
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                return Results.Text("the store does not answer", statusCode: StatusCodes.Status503ServiceUnavailable);
            }
        }).ExcludeFromDescription();
    }
}
