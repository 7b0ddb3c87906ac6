using System.Security.Cryptography;
using EmpathyBot.Domain.Audit;
using EmpathyBot.Domain.SignIn;

namespace EmpathyBot.AgentDesk.SignIn;

/// <summary>What became of a change of an account.</summary>
public abstract record AccountResult
{
    private AccountResult()
    {
    }

    /// <summary>Done, and stored with its entry in the audit log.</summary>
    public sealed record Done(DeskAccount Account) : AccountResult;

    /// <summary>Not done; a sentence says why.</summary>
    public sealed record Refused(string Sentence) : AccountResult;
}

/// <summary>Makes and changes accounts. Whatever ends sessions gives the account a new stamp.</summary>
public sealed class DeskAccounts
{
    private const int Tries = 8;

    private readonly IDeskAccountStore accounts;
    private readonly Passwords passwords;
    private readonly TimeProvider time;

    internal DeskAccounts(IDeskAccountStore accounts, Passwords passwords, TimeProvider time) =>
        (this.accounts, this.passwords, this.time) = (accounts, passwords, time);

    /// <summary>Adds someone who signs in here.</summary>
    /// <param name="signInName">What they type to sign in.</param>
    /// <param name="name">The name customers see.</param>
    /// <param name="role">What they may do.</param>
    /// <param name="password">Their first password.</param>
    /// <param name="by">Who adds them.</param>
    /// <param name="cancellationToken">Takes it back while it waits.</param>
    public async Task<AccountResult> AddAsync(
        string? signInName, string? name, DeskRole role, string? password, AuditedBy by, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(by);
        if (SignInName.Read(signInName) is not { } known)
            return new AccountResult.Refused($"The sign-in name must have 1 to {SignInName.CharsAtMost} letters, digits, spaces and . ' - _ @ + only.");
        if (!AgentName.TryRead(name, out var shown))
            return new AccountResult.Refused($"The name customers see must have 1 to {AgentName.CharsAtMost} letters, digits, spaces and . ' - only.");
        if (PasswordRules.WhyNot(password, known) is { } problem)
            return new AccountResult.Refused(problem);

        var now = time.GetUtcNow();
        var account = new DeskAccount(NewId(), shown, role, NewStamp(), now) { SignInName = known.Text, PasswordHash = passwords.Hash(password!) };
        var audit = by.Entry(now, AuditActs.AccountAdded) with { AccountId = account.Id, Detail = role.ToCode() };
        return await accounts.AddAsync(account, audit, cancellationToken)
            ? new AccountResult.Done(account)
            : new AccountResult.Refused($"There is an account with the sign-in name \"{known}\" already.");
    }

    /// <summary>All accounts, by name.</summary>
    public Task<IReadOnlyList<DeskAccount>> ListAsync(CancellationToken cancellationToken) => accounts.ListAsync(cancellationToken);

    /// <summary>Ends every session of theirs and lets them in no more.</summary>
    public Task<AccountResult> DisableAsync(string who, AuditedBy by, CancellationToken cancellationToken) => ChangeAsync(
        who, by, AuditActs.AccountDisabled, null,
        account => account with { DisabledAt = account.DisabledAt ?? time.GetUtcNow(), Stamp = NewStamp() }, cancellationToken);

    /// <summary>Lets them in again.</summary>
    public Task<AccountResult> EnableAsync(string who, AuditedBy by, CancellationToken cancellationToken) => ChangeAsync(
        who, by, AuditActs.AccountEnabled, null, account => account with { DisabledAt = null }, cancellationToken);

    /// <summary>What they may do from now on, in sessions that run, too.</summary>
    public Task<AccountResult> ChangeRoleAsync(string who, DeskRole role, AuditedBy by, CancellationToken cancellationToken) => ChangeAsync(
        who, by, AuditActs.RoleChanged, role.ToCode(), account => account with { Role = role }, cancellationToken);

    /// <summary>Gives them another password and ends every session of theirs.</summary>
    public async Task<AccountResult> ResetPasswordAsync(string who, string? password, AuditedBy by, CancellationToken cancellationToken)
    {
        if (await FindAsync(who, cancellationToken) is not { } found)
            return Unknown(who);
        return await SetPasswordAsync(found, password, AuditActs.PasswordReset, by, cancellationToken);
    }

    /// <summary>Someone's own change of their password, once the old one was found right. Every other session of theirs ends.</summary>
    internal async Task<AccountResult> SetPasswordAsync(
        DeskAccount account, string? password, string act, AuditedBy by, CancellationToken cancellationToken)
    {
        if (account.SignInName is null || SignInName.Read(account.SignInName) is not { } name)
            return new AccountResult.Refused("This account signs in at an identity provider; its password is kept there.");
        if (PasswordRules.WhyNot(password, name) is { } problem)
            return new AccountResult.Refused(problem);
        var hash = passwords.Hash(password!);
        return await ChangeAsync(account.Id, by, act, null, last => last with { PasswordHash = hash, Stamp = NewStamp() }, cancellationToken);
    }

    /// <summary>Ids and stamps that nobody can guess.</summary>
    internal static string NewId() => "a-" + Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(10));

    internal static string NewStamp() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));

    private async Task<DeskAccount?> FindAsync(string who, CancellationToken cancellationToken) =>
        (SignInName.Read(who) is { } name ? await accounts.FindByNameAsync(name, cancellationToken) : null) ?? await accounts.FindAsync(who, cancellationToken);

    private async Task<AccountResult> ChangeAsync(
        string who, AuditedBy by, string act, string? detail, Func<DeskAccount, DeskAccount> change, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(by);
        for (var tries = 0; tries < Tries; tries++)
        {
            if (await FindAsync(who, cancellationToken) is not { } account)
                return Unknown(who);
            var changed = change(account) with { Version = account.Version + 1 };
            var audit = by.Entry(time.GetUtcNow(), act) with { AccountId = account.Id, Detail = detail };
            if (await accounts.ChangeAsync(changed, audit, cancellationToken))
                return new AccountResult.Done(changed);
        }

        return new AccountResult.Refused("This account is being changed elsewhere. Try again.");
    }

    private static AccountResult.Refused Unknown(string who) => new($"There is no account \"{who}\". The list shows sign-in names and ids.");
}
