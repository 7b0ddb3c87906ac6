using System.Security.Cryptography;
using System.Text;
using EmpathyBot.Domain.Audit;
using EmpathyBot.Domain.SignIn;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;

namespace EmpathyBot.AgentDesk.SignIn;

/// <summary>What became of a try to sign in.</summary>
internal abstract record SignInResult
{
    public sealed record Welcome(DeskAccount Account) : SignInResult;

    /// <summary>Name and password do not fit, or the account is disabled: which of these is not told.</summary>
    public sealed record Wrong : SignInResult;

    /// <summary>Too many failed; this one was not even looked at.</summary>
    public sealed record Slowed(TimeSpan Wait) : SignInResult;
}

/// <summary>Signs in with name and password: slowed when too many tries fail, the same for names that exist and that do not.</summary>
internal sealed class PasswordSignIn(
    IDeskAccountStore accounts, ISignInTries tries, IAuditLog log, Passwords passwords, TimeProvider time)
{
    /// <summary>Someone wants to come in.</summary>
    public Task<SignInResult> TryAsync(HttpContext http, string? typed, string? password) => TryAsync(http, typed, password, AuditActs.SignedIn);

    /// <summary>Someone who is signed in shows that it is still they; that is no sign-in to be written down.</summary>
    public Task<SignInResult> ConfirmAsync(HttpContext http, string signInName, string? password) => TryAsync(http, signInName, password, null);

    private async Task<SignInResult> TryAsync(HttpContext http, string? typed, string? password, string? act)
    {
        var cancellationToken = http.RequestAborted;
        var name = SignInName.Read(typed);
        var counts = Counts(name?.Text ?? typed ?? "", ClientAddress.NetworkOf(http));
        if (await tries.BeginAsync(counts, cancellationToken) is { } until)
            return new SignInResult.Slowed(until - time.GetUtcNow());

        var account = name is null ? null : await accounts.FindByNameAsync(name, cancellationToken);
        var fits = await passwords.CheckAsync(account, password, cancellationToken);
        // From here on the request may go away without leaving half of it behind.
        if (account is null || account.DisabledAt is not null || fits == PasswordVerificationResult.Failed)
        {
            var why = account is null ? "unknown-name" : fits == PasswordVerificationResult.Failed ? "wrong-password" : "disabled";
            var failed = new AuditEntry(time.GetUtcNow(), AuditActs.SignInFailed, account?.Id, account?.Name ?? "unknown name", ClientAddress.Of(http));
            await log.AppendAsync(failed with { Detail = why }, CancellationToken.None);
            return new SignInResult.Wrong();
        }

        await tries.SucceedAsync(counts, CancellationToken.None);
        if (fits == PasswordVerificationResult.SuccessRehashNeeded)
        {
            // Who was faster changed the password or made the hash stronger already: both are as good.
            var stronger = account with { PasswordHash = passwords.Hash(password!), Version = account.Version + 1 };
            account = await accounts.ChangeAsync(stronger, null, CancellationToken.None) ? stronger : account;
        }

        if (act is not null)
            await log.AppendAsync(new(time.GetUtcNow(), act, account.Id, account.Name, ClientAddress.Of(http)), CancellationToken.None);
        return new SignInResult.Welcome(account);
    }

    private static IReadOnlyList<SignInCount> Counts(string name, string network) =>
    [
        new(Hash($"both\n{name}\n{network}"), SignInLimit.NameFromAddress),
        new(Hash($"name\n{name}"), SignInLimit.Name),
        new(Hash($"address\n{network}"), SignInLimit.Address),
    ];

    private static string Hash(string text) => Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
