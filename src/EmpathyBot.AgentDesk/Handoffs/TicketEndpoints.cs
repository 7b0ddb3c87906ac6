using EmpathyBot.AgentDesk.Agents;
using EmpathyBot.AgentDesk.SignIn;
using EmpathyBot.Domain.Conversations;
using EmpathyBot.Domain.Handoffs;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Options;

namespace EmpathyBot.AgentDesk.Handoffs;

/// <param name="Text">What the customer is told, as plain text.</param>
internal sealed record SayRequest(string? Text);

/// <param name="Outcome">solved, partly, unsolved or callback.</param>
/// <param name="Note">For colleagues; the customer never sees it.</param>
internal sealed record CloseRequest(string? Outcome, string? Note);

/// <param name="Note">For colleagues; the customer never sees it.</param>
/// <param name="Word">What the assistant passes on to the customer, in the agent's words.</param>
internal sealed record ReturnRequest(string? Note, string? Word);

/// <param name="To">The colleague or team it is meant for: an id, a name, or other words.</param>
internal sealed record TransferRequest(string? To);

/// <param name="Id">The id of the message.</param>
internal sealed record Said(string Id);

/// <summary>What agents do with handoffs.</summary>
internal static class TicketEndpoints
{
    /// <summary>Longest note, among colleagues or on closing.</summary>
    internal const int NoteCharsAtMost = 2000;


    private const int ToCharsAtMost = 100;
    private const int WordCharsAtMost = 500;

    /// <summary>Longest Idempotency-Key.</summary>
    internal const int KeyCharsAtMost = 200;

    public static void Map(IEndpointRouteBuilder desk)
    {
        var handoffs = desk.MapGroup("/handoffs");
        handoffs.MapGet("", async (DeskQueue queue, CancellationToken cancellationToken) =>
                TypedResults.Ok(new QueueBody(await queue.ListAsync(cancellationToken))))
            .WithName("DeskHandoffs").WithSummary("The open handoffs, most needed first.");

        Post(
                handoffs, "accept", AcceptAsync, "DeskAccept",
                "Takes a handoff. Of two agents one wins; the other is answered 409 with who holds it.")
            .Produces<DeskTicket>().Produces<DeskErrorBody>(StatusCodes.Status409Conflict);
        Post(
                handoffs, "messages", SayAsync, "DeskSay",
                "Says something to the customer. With an Idempotency-Key header the same key is said once.")
            .Accepts<SayRequest>("application/json").Produces<Said>().Produces<DeskErrorBody>(StatusCodes.Status409Conflict);
        Post(handoffs, "typing", TypingAsync, "DeskTyping", "Shows the customer that the agent is typing. Passing, never stored.")
            .Produces<DeskErrorBody>(StatusCodes.Status409Conflict);
        Post(handoffs, "close", CloseAsync, "DeskClose", "Ends a handoff with an outcome.")
            .Accepts<CloseRequest>("application/json").Produces<DeskTicket>().Produces<DeskErrorBody>(StatusCodes.Status409Conflict);
        Post(handoffs, "return", ReturnAsync, "DeskReturn", "Gives the conversation back to the assistant.")
            .Accepts<ReturnRequest>("application/json").Produces<DeskTicket>().Produces<DeskErrorBody>(StatusCodes.Status409Conflict);
        Post(handoffs, "transfer", TransferAsync, "DeskTransfer", "Passes a handoff on to a colleague or team.")
            .Accepts<TransferRequest>("application/json").Produces<DeskTicket>().Produces<DeskErrorBody>(StatusCodes.Status409Conflict);
    }

    private static RouteHandlerBuilder Post(IEndpointRouteBuilder handoffs, string verb, Delegate act, string name, string summary) =>
        handoffs.MapPost($"/{{id}}/{verb}", act).WithName(name).WithSummary(summary)
            .Produces<DeskErrorBody>(StatusCodes.Status400BadRequest).Produces<DeskErrorBody>(StatusCodes.Status404NotFound);

    private static async Task<IResult> AcceptAsync(HttpContext http, string id, TicketActions actions)
    {
        var agent = DeskDoor.AgentOf(http);
        return Answer(await actions.MoveAsync(id, new HandoffMove.Accept(agent), agent, http.RequestAborted));
    }

    private static async Task<IResult> SayAsync(HttpContext http, string id, TicketActions actions, IOptionsMonitor<DeskOptions> options)
    {
        var (body, refusal) = await DeskBody.ReadAsync<SayRequest>(http.Request);
        if (body is null)
            return refusal!;
        if (string.IsNullOrWhiteSpace(body.Text))
            return DeskRefusal.BadInput("text-missing", "There is nothing to send: text is empty.");
        var limit = options.CurrentValue.MaxMessageChars;
        if (body.Text.Length > limit)
        {
            return DeskRefusal.BadInput(
                "text-too-long", $"The text has {body.Text.Length} characters; at most {limit} can be sent at once.");
        }

        var key = http.Request.Headers["Idempotency-Key"].ToString();
        if (key.Length > KeyCharsAtMost)
            return DeskRefusal.BadInput("key-too-long", $"The Idempotency-Key is longer than {KeyCharsAtMost} characters.");

        var result = await actions.SayAsync(
            id, body.Text.Trim(), key.Length == 0 ? null : key, DeskDoor.AgentOf(http), http.RequestAborted);
        return result is ActResult.Done { SaidId: { } said } ? TypedResults.Ok(new Said(said)) : Answer(result);
    }

    private static async Task<IResult> TypingAsync(
        HttpContext http, string id, TicketActions actions, IConversationStore conversations, IConversationFeed feed, TimeProvider time)
    {
        var agent = DeskDoor.AgentOf(http);
        var result = await actions.CheckHeldAsync(id, agent, http.RequestAborted);
        if (result is not ActResult.Done { Ticket: var ticket })
            return Answer(result);
        var stored = await conversations.FindAsync(ticket.ConversationId, http.RequestAborted);
        if (stored is not null && AgentActivities.ShowsTyping(stored))
            feed.ShowPassing(stored.Id, WireActivity.AgentTyping(stored.Id, agent.Name, time.GetUtcNow()).ToJsonString());
        return TypedResults.Ok(new { shown = true });
    }

    private static async Task<IResult> CloseAsync(HttpContext http, string id, TicketActions actions)
    {
        var (body, refusal) = await DeskBody.ReadAsync<CloseRequest>(http.Request);
        if (body is null)
            return refusal!;
        if (Outcome(body.Outcome) is not { } outcome)
            return DeskRefusal.BadInput("bad-outcome", "outcome must be solved, partly, unsolved or callback.");
        if (TooLong(body.Note) is { } tooLong)
            return tooLong;
        var agent = DeskDoor.AgentOf(http);
        return Answer(await actions.MoveAsync(id, new HandoffMove.Close(agent, outcome, Trimmed(body.Note)), agent, http.RequestAborted));
    }

    private static async Task<IResult> ReturnAsync(HttpContext http, string id, TicketActions actions)
    {
        var (body, refusal) = await DeskBody.ReadAsync<ReturnRequest>(http.Request);
        if (body is null)
            return refusal!;
        if (TooLong(body.Note) is { } tooLong)
            return tooLong;
        if (body.Word?.Length > WordCharsAtMost)
            return DeskRefusal.BadInput("word-too-long", $"The word for the customer has {body.Word.Length} characters; at most {WordCharsAtMost} are passed on.");
        var agent = DeskDoor.AgentOf(http);
        var move = new HandoffMove.Return(agent, Trimmed(body.Note), Trimmed(body.Word));
        return Answer(await actions.MoveAsync(id, move, agent, http.RequestAborted));
    }

    private static async Task<IResult> TransferAsync(HttpContext http, string id, TicketActions actions, AgentDirectory directory)
    {
        var (body, refusal) = await DeskBody.ReadAsync<TransferRequest>(http.Request);
        if (body is null)
            return refusal!;
        if (Trimmed(body.To) is not { Length: <= ToCharsAtMost } to)
            return DeskRefusal.BadInput("bad-to", $"to must name a colleague or team, in at most {ToCharsAtMost} characters.");
        var agent = DeskDoor.AgentOf(http);
        var known = await directory.FindAsync(to, http.RequestAborted);
        if (known?.Id == agent.Id)
            return DeskRefusal.BadInput("to-yourself", "You have this conversation already. Choose somebody else.");
        var move = new HandoffMove.Transfer(agent, known?.Name ?? to, known?.Id);
        return Answer(await actions.MoveAsync(id, move, agent, http.RequestAborted));
    }

    /// <summary>What became of an act, as an answer.</summary>
    internal static IResult Answer(ActResult result) => result switch
    {
        ActResult.Done(var ticket, _) => TypedResults.Ok(DeskTicket.Of(ticket, ticket.Reason)),
        ActResult.Refused(var why) => DeskRefusal.Of(why),
        _ => DeskRefusal.NoTicket,
    };

    /// <summary>The refusal of a note that is too long; null when it is not.</summary>
    internal static JsonHttpResult<DeskErrorBody>? TooLong(string? note) => note?.Length > NoteCharsAtMost
        ? DeskRefusal.BadInput("note-too-long", $"The note has {note.Length} characters; at most {NoteCharsAtMost} are kept.")
        : null;

    /// <summary>Not <c>Enum.Parse</c>, which takes numbers and sums of names, too.</summary>
    private static HandoffOutcome? Outcome(string? code)
    {
        foreach (var outcome in Enum.GetValues<HandoffOutcome>())
        {
            if (string.Equals(outcome.ToCode(), code, StringComparison.OrdinalIgnoreCase))
                return outcome;
        }

        return null;
    }

    private static string? Trimmed(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
