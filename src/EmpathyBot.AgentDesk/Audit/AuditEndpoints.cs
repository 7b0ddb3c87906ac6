using System.Globalization;
using EmpathyBot.AgentDesk.SignIn;
using EmpathyBot.AgentDesk.Supervision;
using EmpathyBot.Domain.Audit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace EmpathyBot.AgentDesk.Audit;

/// <summary>A page of the audit log.</summary>
/// <param name="Items">Newest first.</param>
/// <param name="Before">What to give as <c>before</c> for the next page; null when there is none.</param>
internal sealed record AuditPage(IReadOnlyList<AuditEntry> Items, long? Before);

/// <summary>Which entries are wanted, as a query says it.</summary>
internal sealed record AuditWish(long? Before, int? Limit, string? From, string? To, string? Act, string? Agent, string? Ticket, string? Conversation)
{
    private const int LimitAtMost = 500;
    private const int CharsAtMost = 200;

    /// <summary>The wish as a query, or a sentence about what is wrong with it.</summary>
    public (AuditQuery? Query, string? Problem) Read()
    {
        if (Limit is < 1 or > LimitAtMost)
            return (null, $"limit must be from 1 to {LimitAtMost}.");
        if (!IsTime(From, out var from) || !IsTime(To, out var to))
            return (null, "from and to must be times such as 2026-11-22T00:00:00Z.");
        if (new[] { Act, Agent, Ticket, Conversation }.Any(text => text?.Length > CharsAtMost))
            return (null, $"No value may be longer than {CharsAtMost} characters.");
        var query = new AuditQuery(Limit ?? 100)
        {
            BeforeId = Before, From = from, To = to, Act = Given(Act), AgentId = Given(Agent), TicketId = Given(Ticket), ConversationId = Given(Conversation),
        };
        return (query, null);
    }

    private static string? Given(string? text) => string.IsNullOrEmpty(text) ? null : text;

    private static bool IsTime(string? text, out DateTimeOffset? time)
    {
        time = null;
        if (string.IsNullOrEmpty(text))
            return true;
        if (!DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var read))
            return false;
        time = read;
        return true;
    }
}

/// <summary>Reading the audit log. For supervisors.</summary>
internal static class AuditEndpoints
{
    public static void Map(IEndpointRouteBuilder desk)
    {
        desk.MapGet("/audit", PageAsync).AddEndpointFilter<SupervisorDoor>()
            .Produces<AuditPage>().Produces<DeskErrorBody>(StatusCodes.Status400BadRequest).Produces<DeskErrorBody>(StatusCodes.Status403Forbidden)
            .WithName("DeskAudit").WithSummary("Who did what at the desk, newest first. For supervisors.");
        desk.MapGet("/audit/download", DownloadAsync).AddEndpointFilter<SupervisorDoor>()
            .Produces(StatusCodes.Status200OK, contentType: "application/x-ndjson").Produces<DeskErrorBody>(StatusCodes.Status403Forbidden)
            .WithName("DeskAuditDownload").WithSummary("The same as a file: format=jsonl (default) or csv. For supervisors.");
    }

    private static async Task<IResult> PageAsync([AsParameters] AuditWish wish, IAuditLog log, CancellationToken cancellationToken)
    {
        var (query, problem) = wish.Read();
        if (query is null)
            return DeskRefusal.BadInput("bad-query", problem!);
        var items = await log.ReadAsync(query, cancellationToken);
        return TypedResults.Ok(new AuditPage(items, items.Count == query.Limit ? items[^1].Id : null));
    }

    private static async Task<IResult> DownloadAsync(
        HttpContext http, [AsParameters] AuditWish wish, string? format, IAuditLog log, DeskAudit audit, CancellationToken cancellationToken)
    {
        var (query, problem) = wish.Read();
        if (query is null)
            return DeskRefusal.BadInput("bad-query", problem!);
        if (format is not (null or "jsonl" or "csv"))
            return DeskRefusal.BadInput("bad-format", "format must be jsonl or csv.");

        await audit.ExportedAsync(DeskDoor.AgentOf(http), "audit-log", null, cancellationToken);
        var csv = format == "csv";
        http.Response.Headers.ContentDisposition = $"attachment; filename=\"audit.{format ?? "jsonl"}\"";
        return Results.Stream(
            body => AuditFile.WriteAsync(body, log, query, csv, cancellationToken), csv ? "text/csv; charset=utf-8" : "application/x-ndjson");
    }
}
