using EmpathyBot.AgentDesk.SignIn;
using EmpathyBot.AgentDesk.Supervision;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace EmpathyBot.AgentDesk.Handoffs;

/// <param name="Text">What colleagues should know, as plain text; the customer never sees it.</param>
/// <param name="ForHolder">True to say it to whoever holds the conversation. For supervisors.</param>
internal sealed record NoteRequest(string? Text, bool ForHolder = false);

/// <summary>Notes among colleagues.</summary>
internal static class NoteEndpoints
{
    public static void Map(IEndpointRouteBuilder desk) =>
        desk.MapPost("/handoffs/{id}/notes", WriteAsync)
            .Accepts<NoteRequest>("application/json").Produces<Said>()
            .Produces<DeskErrorBody>(StatusCodes.Status400BadRequest).Produces<DeskErrorBody>(StatusCodes.Status403Forbidden)
            .Produces<DeskErrorBody>(StatusCodes.Status404NotFound)
            .WithName("DeskNote")
            .WithSummary("Writes a note for colleagues. With an Idempotency-Key header the same key is written once.");

    private static async Task<IResult> WriteAsync(HttpContext http, string id, TicketActions actions)
    {
        var (body, refusal) = await DeskBody.ReadAsync<NoteRequest>(http.Request);
        if (body is null)
            return refusal!;
        if (string.IsNullOrWhiteSpace(body.Text))
            return DeskRefusal.BadInput("text-missing", "The note is empty.");
        if (TicketEndpoints.TooLong(body.Text) is { } tooLong)
            return tooLong;
        var key = http.Request.Headers["Idempotency-Key"].ToString();
        if (key.Length > TicketEndpoints.KeyCharsAtMost)
            return DeskRefusal.BadInput("key-too-long", $"The Idempotency-Key is longer than {TicketEndpoints.KeyCharsAtMost} characters.");
        var agent = DeskDoor.AgentOf(http);
        if (body.ForHolder && !Supervisors.MayStepIn(http))
            return DeskRefusal.ForSupervisors;

        var result = await actions.NoteAsync(id, body.Text.Trim(), body.ForHolder, key.Length == 0 ? null : key, agent, http.RequestAborted);
        return result is ActResult.Done { SaidId: { } written } ? TypedResults.Ok(new Said(written)) : TicketEndpoints.Answer(result);
    }
}
