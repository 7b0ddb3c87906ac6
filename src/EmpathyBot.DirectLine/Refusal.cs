using EmpathyBot.Domain.Conversations;
using Microsoft.AspNetCore.Http;

namespace EmpathyBot.DirectLine;

/// <summary>An expected failure, as the client is told it: a code for programs and a sentence that says what to do.</summary>
internal sealed record Refusal(int Status, string Code, string Message) : IResult
{
    public static Refusal NoToken { get; } = new(
        StatusCodes.Status401Unauthorized, "Unauthorized", "Send a token as \"Authorization: Bearer <token>\"; POST /api/token gives one.");

    public static Refusal TokenExpired { get; } = new(
        StatusCodes.Status403Forbidden, "TokenExpired", "The token has expired. Get a new one from POST /api/token.");

    public static Refusal TokenInvalid { get; } = new(
        StatusCodes.Status403Forbidden, "BadToken", "The token was not made by this server or was changed. Get a new one from POST /api/token.");

    public static Refusal OtherConversation { get; } = new(
        StatusCodes.Status403Forbidden, "BadToken", "The token belongs to another conversation. Use the conversationId that came with it.");

    public static Refusal ForeignOrigin { get; } = new(
        StatusCodes.Status403Forbidden, "ForeignOrigin", "Pages of this origin may not use this bot. List the origin in DirectLine:AllowedOrigins.");

    public static Refusal NoConversation { get; } = new(
        StatusCodes.Status404NotFound, "ConversationNotFound", "There is no such conversation. Start it with POST /v3/directline/conversations.");

    public static Refusal NoAddress { get; } = new(
        StatusCodes.Status404NotFound, "NotFound", "There is no such address or method here. This is Direct Line 3.0, and POST /api/token.");

    public static Refusal NoPass { get; } = new(
        StatusCodes.Status503ServiceUnavailable, "ChannelUnavailable", "The chat service does not answer right now. Try again in a moment.");

    public static Refusal TooManyPosts { get; } = new(
        StatusCodes.Status429TooManyRequests, "TooManyRequests", "Too many activities at once in this conversation. Wait ten seconds and send again.");

    public static Refusal TooManyTokens { get; } = new(
        StatusCodes.Status429TooManyRequests, "TooManyRequests", "Too many chats were begun from this address. Wait a minute and try again.");

    public static Refusal NoStore { get; } = new(
        StatusCodes.Status503ServiceUnavailable, "ServiceUnavailable", StoreUnavailableException.Sentence);

    public static Refusal NotAWebSocket { get; } = new(
        StatusCodes.Status400BadRequest, "BadArgument", "This address is opened as a WebSocket; to read by GET use /activities.");

    public static Refusal BadWatermark { get; } = BadArgument("The watermark is not one of ours. Send the one from the last answer, or none to read from the beginning.");

    public static Refusal BadSyntax(string message) => new(StatusCodes.Status400BadRequest, "BadSyntax", message);

    public static Refusal BadArgument(string message) => new(StatusCodes.Status400BadRequest, "BadArgument", message);

    public static Refusal TooBig(string message) => new(StatusCodes.Status413PayloadTooLarge, "MessageSizeTooBig", message);

    public Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.StatusCode = Status;
        if (Status == StatusCodes.Status401Unauthorized)
        {
            response.Headers.WWWAuthenticate = "Bearer";
        }
        else if (Status == StatusCodes.Status429TooManyRequests)
        {
            response.Headers.RetryAfter = "10";
        }
        else if (Status == StatusCodes.Status503ServiceUnavailable)
        {
            response.Headers.RetryAfter = "5";
        }

        return response.WriteAsJsonAsync(new { error = new { code = Code, message = Message } }, WireJson.Options, httpContext.RequestAborted);
    }
}
