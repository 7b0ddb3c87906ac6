using EmpathyBot.Domain.Handoffs;

namespace EmpathyBot.Domain.SignIn;

/// <summary>Someone who may sign in at the desk, with a password here or at an identity provider.</summary>
/// <param name="Id">Unique and stable; the agent's id on tickets and in the audit log.</param>
/// <param name="Name">The name customers see.</param>
/// <param name="Role">What they may do.</param>
/// <param name="Stamp">Changes when every session must end; a session holds the stamp of when it began.</param>
/// <param name="CreatedAt">When it was made.</param>
public sealed record DeskAccount(string Id, string Name, DeskRole Role, string Stamp, DateTimeOffset CreatedAt)
{
    /// <summary>What is typed to sign in here; null for someone of an identity provider.</summary>
    public string? SignInName { get; init; }

    /// <summary>The password as its hasher wrote it; null for someone of an identity provider.</summary>
    public string? PasswordHash { get; init; }

    /// <summary>The identity provider that knows them; null when they sign in here.</summary>
    public string? Issuer { get; init; }

    /// <summary>Their id at the identity provider.</summary>
    public string? Subject { get; init; }

    /// <summary>Since when they may not sign in; null while they may.</summary>
    public DateTimeOffset? DisabledAt { get; init; }

    /// <summary>Counts changes; a change names the version it saw.</summary>
    public int Version { get; init; }

    /// <summary>They, as tickets name them.</summary>
    public Agent Agent => new(Id, Name);
}
