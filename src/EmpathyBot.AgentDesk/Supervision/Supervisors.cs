using EmpathyBot.Domain.Handoffs;
using Microsoft.AspNetCore.Http;

namespace EmpathyBot.AgentDesk.Supervision;

/// <summary>Who may see all that goes on and step in. The one place that says so.</summary>
internal static class Supervisors
{
    /// <summary>With the development sign-in, whoever is signed in: it has no roles.</summary>
    public static bool MayStepIn(HttpContext http, Agent agent) => true;
}
