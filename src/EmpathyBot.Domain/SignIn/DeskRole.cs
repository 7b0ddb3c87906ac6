namespace EmpathyBot.Domain.SignIn;

/// <summary>What someone may do at the desk.</summary>
public enum DeskRole
{
    /// <summary>Works with customers: reads conversations, takes handoffs, answers.</summary>
    Agent = 0,

    /// <summary>All an agent may, and sees who holds what, takes over, reads the audit log.</summary>
    Supervisor,
}

/// <summary>The codes that roles have on wires, in commands and in storage.</summary>
public static class DeskRoles
{
    /// <summary><c>agent</c> or <c>supervisor</c>.</summary>
    public static string ToCode(this DeskRole role) => role == DeskRole.Supervisor ? "supervisor" : "agent";

    /// <summary>The role with this code in any case, or null. Numbers and sums of names are no codes.</summary>
    public static DeskRole? Read(string? code) => code?.Trim().ToLowerInvariant() switch
    {
        "agent" => DeskRole.Agent,
        "supervisor" => DeskRole.Supervisor,
        _ => null,
    };
}
