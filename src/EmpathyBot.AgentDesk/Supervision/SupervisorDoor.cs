using Microsoft.AspNetCore.Http;

namespace EmpathyBot.AgentDesk.Supervision;

/// <summary>Lets supervisors through and tells the others, in a sentence, that it is for them.</summary>
internal sealed class SupervisorDoor : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next) =>
        Supervisors.MayStepIn(context.HttpContext) ? await next(context) : DeskRefusal.ForSupervisors;
}
