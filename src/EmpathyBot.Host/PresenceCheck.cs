using EmpathyBot.AgentDesk;
using EmpathyBot.Bot.Handoffs;

namespace EmpathyBot.Host;

/// <summary>Two rings' settings that must fit: the bot's patience with a closed desk, and how often a desk says that it is open.</summary>
internal static class PresenceCheck
{
    /// <summary>What does not fit, as a sentence; null when all is well.</summary>
    public static string? Problem(IConfiguration settings)
    {
        var (handoffs, desk) = (new HandoffOptions(), new DeskOptions());
        settings.GetSection("Handoffs").Bind(handoffs);
        settings.GetSection("Desk").Bind(desk);
        return handoffs.AgentGrace > 2 * desk.Heartbeat
            ? null
            : $"Handoffs:AgentGrace ({handoffs.AgentGrace}) must be longer than twice Desk:Heartbeat ({desk.Heartbeat}), or agents who are there count as gone.";
    }
}
