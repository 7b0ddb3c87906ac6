using EmpathyBot.Domain.Audit;

namespace EmpathyBot.Domain.SignIn;

/// <summary>Keeps the desk's accounts. Each change is written together with its entry in the audit log, or not at all.</summary>
public interface IDeskAccountStore
{
    /// <summary>True when there is any account, disabled ones included.</summary>
    Task<bool> AnyAsync(CancellationToken cancellationToken);

    /// <summary>The account with this id, or null.</summary>
    Task<DeskAccount?> FindAsync(string id, CancellationToken cancellationToken);

    /// <summary>The account that signs in here under this name, or null.</summary>
    Task<DeskAccount?> FindByNameAsync(SignInName name, CancellationToken cancellationToken);

    /// <summary>The account of someone an identity provider knows, or null.</summary>
    Task<DeskAccount?> FindBySubjectAsync(string issuer, string subject, CancellationToken cancellationToken);

    /// <summary>All accounts, by name.</summary>
    Task<IReadOnlyList<DeskAccount>> ListAsync(CancellationToken cancellationToken);

    /// <summary>Adds an account.</summary>
    /// <returns>False when its id, sign-in name or subject is taken; nothing was written then.</returns>
    Task<bool> AddAsync(DeskAccount account, AuditEntry audit, CancellationToken cancellationToken);

    /// <summary>Writes an account whose <see cref="DeskAccount.Version"/> is the one after the change.</summary>
    /// <param name="account">The account as it is to be.</param>
    /// <param name="audit">The entry that goes with it; null for what nobody did, such as a hash made stronger.</param>
    /// <param name="cancellationToken">Takes it back while it waits.</param>
    /// <returns>False when somebody was faster or it is gone; nothing was written then.</returns>
    Task<bool> ChangeAsync(DeskAccount account, AuditEntry? audit, CancellationToken cancellationToken);
}
