using EmpathyBot.Domain.Handoffs;
using EmpathyBot.Domain.SignIn;

namespace EmpathyBot.AgentDesk.SignIn;

/// <summary>Who makes a request.</summary>
/// <param name="Agent">They, as tickets name them.</param>
/// <param name="Role">What they may do.</param>
/// <param name="Stamp">
/// The account's stamp when the session began; null when no account stands behind it: development sign-in, or a program with the key.
/// </param>
/// <param name="IsProgram">True for a program with the key, which has no session that could end.</param>
internal sealed record AtDesk(Agent Agent, DeskRole Role, string? Stamp, bool IsProgram = false)
{
    /// <summary>True when no account stands behind it.</summary>
    public bool Development => Stamp is null;

    public static AtDesk Of(DeskAccount account) => new(account.Agent, account.Role, account.Stamp);
}
