using System.Globalization;
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

    public static JsonHttpResult<DeskErrorBody> NoFile => With(
        StatusCodes.Status404NotFound, new("no-such-file", "There is no such file in this conversation."));

    public static JsonHttpResult<DeskErrorBody> FileTooLarge(int most) => With(
        StatusCodes.Status413PayloadTooLarge, new("file-too-large", $"The file is larger than {most / 1024} KB. Send a smaller one."));

    public static JsonHttpResult<DeskErrorBody> NoCustomer => With(
        StatusCodes.Status404NotFound, new("no-such-customer", "Nothing is kept of this customer."));

    public static JsonHttpResult<DeskErrorBody> NotSignedIn => With(
        StatusCodes.Status401Unauthorized, new("not-signed-in", "Sign in at the desk first."));

    public static JsonHttpResult<DeskErrorBody> WrongKey => With(
        StatusCodes.Status401Unauthorized, new("wrong-key", "The key is not the one in the setting Desk:DevelopmentKey."));

    /// <summary>The same for a wrong password, a name nobody has, and an account that is disabled.</summary>
    public static JsonHttpResult<DeskErrorBody> WrongPassword => With(
        StatusCodes.Status401Unauthorized,
        new("wrong-password", "This name and password do not let you in. Check both, or ask whoever runs this desk to reset the password."));

    public static JsonHttpResult<DeskErrorBody> NoProvider => With(
        StatusCodes.Status404NotFound, new("no-provider", "No identity provider is set up for this desk."));

    /// <summary>The identity provider's word did not let them in; the sign-in page has a sentence for each code.</summary>
    public static JsonHttpResult<DeskErrorBody> NotLetIn(string code) => With(
        StatusCodes.Status401Unauthorized, new(code, "The identity provider's word does not let you in here."));

    public static JsonHttpResult<DeskErrorBody> ForeignPage => With(
        StatusCodes.Status403Forbidden,
        new("foreign-page", "Send the header X-Desk: 1 or a JSON body. Pages of other sites can send neither."));

    public static JsonHttpResult<DeskErrorBody> ForSupervisors => With(
        StatusCodes.Status403Forbidden, new("for-supervisors", "This is for supervisors."));

    public static JsonHttpResult<DeskErrorBody> TooLarge => With(
        StatusCodes.Status413PayloadTooLarge, new("too-large", "The body is too large for anything this API takes."));

    /// <summary>Too many tries failed; says when the next one counts.</summary>
    public static JsonHttpResult<DeskErrorBody> Slowed(HttpResponse response, TimeSpan wait)
    {
        var seconds = Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds));
        response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        var when = seconds < 60 ? $"{seconds} seconds" : seconds < 120 ? "a minute or two" : $"{(seconds + 59) / 60} minutes";
        return With(
            StatusCodes.Status429TooManyRequests,
            new("too-many-tries", $"Too many tries did not fit. Try again in {when}; a try before that is not looked at, even a right one."));
    }

    public static JsonHttpResult<DeskErrorBody> Of(MoveRefused refused) => With(
        StatusCodes.Status409Conflict, new(refused.Code, refused.Sentence, refused.HeldBy));

    private static JsonHttpResult<DeskErrorBody> With(int status, DeskError error) =>
        TypedResults.Json(new DeskErrorBody(error), statusCode: status);
}
