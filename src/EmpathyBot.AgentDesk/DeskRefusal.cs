using EmpathyBot.Domain.Handoffs;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace EmpathyBot.AgentDesk;

/// <summary>What is said when something is refused: a code for programs, a sentence for people.</summary>
/// <param name="Code">Stable.</param>
/// <param name="Message">What is wrong and what can be done.</param>
/// <param name="HeldBy">Who holds the conversation, when that is why.</param>
internal sealed record DeskError(string Code, string Message, string? HeldBy = null);

/// <summary>The body of every answer that is no success.</summary>
internal sealed record DeskErrorBody(DeskError Error);

/// <summary>Refusals of the desk's API as answers.</summary>
internal static class DeskRefusal
{
    public static JsonHttpResult<DeskErrorBody> BadInput(string code, string message) =>
        With(StatusCodes.Status400BadRequest, new(code, message));

    public static JsonHttpResult<DeskErrorBody> NoTicket => With(
        StatusCodes.Status404NotFound, new("no-such-handoff", "There is no handoff with this id."));

    public static JsonHttpResult<DeskErrorBody> NoConversation => With(
        StatusCodes.Status404NotFound, new("no-such-conversation", "There is no conversation with this id."));

    public static JsonHttpResult<DeskErrorBody> NotSignedIn => With(
        StatusCodes.Status401Unauthorized,
        new("not-signed-in", "Sign in at the desk first. This is a development run: a name is enough, there is no password."));

    public static JsonHttpResult<DeskErrorBody> WrongKey => With(
        StatusCodes.Status401Unauthorized, new("wrong-key", "The key is not the one in the setting Desk:DevelopmentKey."));

    public static JsonHttpResult<DeskErrorBody> NoSignInHere => With(
        StatusCodes.Status403Forbidden,
        new("no-sign-in", "The desk has only a development sign-in so far, and this is not a development run."));

    public static JsonHttpResult<DeskErrorBody> ForeignPage => With(
        StatusCodes.Status403Forbidden,
        new("foreign-page", "Send the header X-Desk: 1 or a JSON body. Pages of other sites can send neither."));

    public static JsonHttpResult<DeskErrorBody> ForSupervisors => With(
        StatusCodes.Status403Forbidden, new("for-supervisors", "This is for supervisors."));

    public static JsonHttpResult<DeskErrorBody> TooLarge => With(
        StatusCodes.Status413PayloadTooLarge, new("too-large", "The body is too large for anything this API takes."));

    public static JsonHttpResult<DeskErrorBody> Of(MoveRefused refused) => With(
        StatusCodes.Status409Conflict, new(refused.Code, refused.Sentence, refused.HeldBy));

    private static JsonHttpResult<DeskErrorBody> With(int status, DeskError error) =>
        TypedResults.Json(new DeskErrorBody(error), statusCode: status);
}
