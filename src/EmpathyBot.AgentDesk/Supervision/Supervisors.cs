using EmpathyBot.AgentDesk.SignIn;
using EmpathyBot.Domain.SignIn;
using Microsoft.AspNetCore.Http;

namespace EmpathyBot.AgentDesk.Supervision;

/// <summary>Who may see all that goes on and step in. The one place that says so.</summary>
internal static class Supervisors
{
    /// <summary>True for a supervisor; with the development sign-in for everyone who did not ask to be an agent only.</summary>
    public static bool MayStepIn(HttpContext http) => DeskDoor.RoleOf(http) == DeskRole.Supervisor;
}
