using System.Text.Json;
using EmpathyBot.Bot.Identity;
using Microsoft.AspNetCore.Http;

namespace EmpathyBot.Bot;

/// <summary>
/// <c>/api/messages</c>: size and shape are checked here, once, stricter than the SDK does; all else is the adapter's.
/// </summary>
internal static class BotEndpoint
{
    /// <summary>The largest activity taken, in bytes: what Direct Line takes too.</summary>
    private const int MaxBytes = 262_144;

    public static async Task HandleAsync(HttpContext http, IBotFrameworkHttpAdapter adapter, IBot bot)
    {
        if (HttpMethods.IsPost(http.Request.Method) && await ProblemAsync(http.Request, http.RequestAborted) is { } problem)
        {
            http.Response.StatusCode = problem.Status;
            await http.Response.WriteAsJsonAsync(
                new { error = new { code = problem.Code, message = problem.Message } }, http.RequestAborted);
            return;
        }

        try
        {
            await adapter.ProcessAsync(http.Request, http.Response, bot, http.RequestAborted);
        }
        catch (SigningKeysException)
        {
            // Not the caller's fault: channels try again.
            http.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        }
    }

    private static async Task<Problem?> ProblemAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (request.ContentLength > MaxBytes)
            return TooLarge;
        request.EnableBuffering(bufferThreshold: 64 * 1024, bufferLimit: MaxBytes + 1);
        try
        {
            using var document = await JsonDocument.ParseAsync(request.Body, default, cancellationToken);
            request.Body.Position = 0;
            return Check(document.RootElement);
        }
        catch (JsonException)
        {
            return new(StatusCodes.Status400BadRequest, "BadSyntax", "The body is not JSON. Send one activity as a JSON object.");
        }
        catch (IOException)
        {
            return TooLarge;
        }
    }

    private static Problem TooLarge => new(
        StatusCodes.Status413PayloadTooLarge, "MessageSizeTooBig", $"The activity is larger than {MaxBytes} bytes. Send a shorter one.");

    private static Problem? Check(JsonElement activity)
    {
        if (activity.ValueKind != JsonValueKind.Object || !IsText(activity, "type"))
            return new(StatusCodes.Status400BadRequest, "BadArgument", "An activity is a JSON object with a \"type\".");
        if (!activity.TryGetProperty("conversation", out var conversation) || conversation.ValueKind != JsonValueKind.Object
            || !IsText(conversation, "id"))
        {
            return new(StatusCodes.Status400BadRequest, "BadArgument", "An activity names its conversation: give \"conversation\": {\"id\": …}.");
        }

        if (!IsText(activity, "serviceUrl") || !Uri.TryCreate(activity.GetProperty("serviceUrl").GetString(), UriKind.Absolute, out var url)
            || url.Scheme is not ("http" or "https"))
        {
            return new(StatusCodes.Status400BadRequest, "BadArgument", "An activity names where replies go: give \"serviceUrl\", an http or https address.");
        }

        return AreEntities(activity)
            ? null
            : new(StatusCodes.Status400BadRequest, "BadArgument", "\"entities\" is a list of objects; a mention among them names whom it \"mentioned\", an object with an \"id\".");
    }

    private static bool AreEntities(JsonElement activity) =>
        !activity.TryGetProperty("entities", out var entities) || entities.ValueKind == JsonValueKind.Null
        || (entities.ValueKind == JsonValueKind.Array && entities.EnumerateArray().All(IsEntity));

    private static bool IsEntity(JsonElement entity) =>
        entity.ValueKind == JsonValueKind.Object
        && (!entity.TryGetProperty("type", out var type) || type.ValueKind != JsonValueKind.String || !string.Equals(type.GetString(), "mention", StringComparison.OrdinalIgnoreCase)
            || (entity.TryGetProperty("mentioned", out var mentioned) && mentioned.ValueKind == JsonValueKind.Object && IsText(mentioned, "id")
                && IsTextOrNothing(mentioned, "name") && IsTextOrNothing(entity, "text")));

    private static bool IsTextOrNothing(JsonElement json, string name) =>
        !json.TryGetProperty(name, out var value) || value.ValueKind is JsonValueKind.Null or JsonValueKind.String;

    private static bool IsText(JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String && value.GetString() is { Length: > 0 and <= 1000 };

    private sealed record Problem(int Status, string Code, string Message);
}
