using EmpathyBot.AgentDesk.Audit;
using EmpathyBot.AgentDesk.SignIn;
using EmpathyBot.AgentDesk.Supervision;
using EmpathyBot.Domain.Customers;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace EmpathyBot.AgentDesk.Customers;

/// <summary>Which customer: by a conversation of theirs, or by channel and user id.</summary>
internal sealed record CustomerWish(string? Conversation, string? Channel, string? User)
{
    private const int CharsAtMost = 512;

    /// <summary>A sentence about what is wrong with it, or null.</summary>
    public string? Problem =>
        new[] { Conversation, Channel, User }.Any(text => text?.Length > CharsAtMost) ? $"No value may be longer than {CharsAtMost} characters."
        : string.IsNullOrEmpty(Conversation) == (string.IsNullOrEmpty(Channel) || string.IsNullOrEmpty(User))
            ? "Name one conversation of the customer, or channel and user."
            : null;

    public async Task<CustomerKey?> FindAsync(ICustomerRecords records, CancellationToken cancellationToken) =>
        string.IsNullOrEmpty(Conversation) ? new(Channel!, User!) : await records.WhoseAsync(Conversation, cancellationToken);
}

/// <summary>What was erased, as the desk's API writes it.</summary>
/// <param name="Conversations">How many conversations.</param>
/// <param name="Memory">Whether something was remembered of them.</param>
/// <param name="Finished">False: deleted, but the store was too busy to overwrite it; ask again.</param>
internal sealed record DeskErased(int Conversations, bool Memory, bool Finished);

/// <summary>What customers may ask for: all that is kept of them, and that it be erased. For supervisors, and written down.</summary>
internal static class CustomerEndpoints
{
    public static void Map(IEndpointRouteBuilder desk)
    {
        desk.MapGet("/customers/export", ExportAsync).AddEndpointFilter<SupervisorDoor>()
            .Produces(StatusCodes.Status200OK, contentType: "application/json").Produces<DeskErrorBody>(StatusCodes.Status400BadRequest)
            .Produces<DeskErrorBody>(StatusCodes.Status403Forbidden).Produces<DeskErrorBody>(StatusCodes.Status404NotFound)
            .WithName("DeskCustomerExport").WithSummary("All that is kept of a customer as a file. For supervisors.");
        desk.MapPost("/customers/erase", EraseAsync).AddEndpointFilter<SupervisorDoor>()
            .Accepts<CustomerWish>("application/json")
            .Produces<DeskErased>().Produces<DeskErrorBody>(StatusCodes.Status400BadRequest)
            .Produces<DeskErrorBody>(StatusCodes.Status403Forbidden).Produces<DeskErrorBody>(StatusCodes.Status404NotFound)
            .WithName("DeskCustomerErase").WithSummary("Erases all that is kept of a customer; it cannot be undone. For supervisors.");
    }

    private static async Task<IResult> ExportAsync(
        HttpContext http, [AsParameters] CustomerWish wish, ICustomerRecords records, DeskAudit audit, TimeProvider time, CancellationToken cancellationToken)
    {
        if (wish.Problem is { } problem)
            return DeskRefusal.BadInput("bad-customer", problem);
        if (await wish.FindAsync(records, cancellationToken) is not { } customer)
            return DeskRefusal.NoCustomer;
        var record = await records.ReadAsync(customer, cancellationToken);
        if (record.IsEmpty)
            return DeskRefusal.NoCustomer;

        await audit.ExportedAsync(DeskDoor.AgentOf(http), "customer", record.Conversations.Count > 0 ? record.Conversations[0].Id : null, cancellationToken);
        http.Response.Headers.ContentDisposition = "attachment; filename=\"customer.json\"";
        return Results.Stream(body => CustomerFile.WriteAsync(body, record, time.GetUtcNow(), cancellationToken), "application/json");
    }

    private static async Task<IResult> EraseAsync(HttpContext http, ICustomerRecords records, DeskAudit audit)
    {
        var (wish, refusal) = await DeskBody.ReadAsync<CustomerWish>(http.Request);
        if (wish is null)
            return refusal!;
        if (wish.Problem is { } problem)
            return DeskRefusal.BadInput("bad-customer", problem);
        if (await wish.FindAsync(records, http.RequestAborted) is not { } customer)
            return DeskRefusal.NoCustomer;

        // Not cancelled with the request: once begun, it is finished.
        var erased = await records.EraseAsync(customer, audit.Erased(DeskDoor.AgentOf(http), wish.Conversation), CancellationToken.None);
        return TypedResults.Ok(new DeskErased(erased.Conversations, erased.Memory, erased.Finished));
    }
}
