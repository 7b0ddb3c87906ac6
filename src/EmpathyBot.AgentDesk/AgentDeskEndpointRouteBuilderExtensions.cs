using EmpathyBot.AgentDesk.Agents;
using EmpathyBot.AgentDesk.Audit;
using EmpathyBot.AgentDesk.Conversations;
using EmpathyBot.AgentDesk.Customers;
using EmpathyBot.AgentDesk.Handoffs;
using EmpathyBot.AgentDesk.Live;
using EmpathyBot.AgentDesk.SignIn;
using EmpathyBot.AgentDesk.Supervision;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace EmpathyBot.AgentDesk;

/// <summary>Maps the agents' desk.</summary>
public static class AgentDeskEndpointRouteBuilderExtensions
{
    /// <summary>
    /// Maps <c>/api/desk/*</c> and the web app at <c>/desk</c>. Every answer of the API that is no success is
    /// <c>{error: {code, message}}</c>.
    /// </summary>
    public static IEndpointConventionBuilder MapAgentDesk(this IEndpointRouteBuilder routes)
    {
        ArgumentNullException.ThrowIfNull(routes);
        var desk = routes.MapGroup("/api/desk").WithTags("Desk").AllowAnonymous();
        var door = routes.ServiceProvider.GetRequiredService<DeskDoor>();
        desk.AddEndpointFilter(door);
        SignInEndpoints.Map(desk);
        TicketEndpoints.Map(desk);
        NoteEndpoints.Map(desk);
        FileEndpoints.Map(desk);
        ConversationEndpoints.Map(desk);
        PhraseEndpoints.Map(desk);
        AgentEndpoints.Map(desk);
        SupervisionEndpoints.Map(desk);
        AuditEndpoints.Map(desk);
        CustomerEndpoints.Map(desk);
        desk.MapGet("/events", (HttpContext http, EventStream stream) => stream.HandleAsync(http))
            .Produces(StatusCodes.Status200OK, contentType: "text/event-stream")
            .WithName("DeskEvents").WithSummary("Changes as server-sent events; Last-Event-ID catches up.");

        string[] reading = [HttpMethods.Get, HttpMethods.Head];
        routes.MapMethods("/desk/{**path}", reading, (HttpContext http, string? path, DeskClient client) => client.Find(http, path))
            .AllowAnonymous().ExcludeFromDescription();

        return desk;
    }
}
