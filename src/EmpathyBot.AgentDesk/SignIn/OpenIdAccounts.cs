using System.Security.Claims;
using EmpathyBot.Domain.Audit;
using EmpathyBot.Domain.SignIn;
using Microsoft.Extensions.Options;

namespace EmpathyBot.AgentDesk.SignIn;

/// <summary>
/// The account of someone the identity provider knows: made at their first sign-in, brought up to date at each. Name and role
/// are the provider's to say; that someone is disabled here stays so.
/// </summary>
internal sealed class OpenIdAccounts(IDeskAccountStore accounts, IAuditLog log, IOptionsMonitor<DeskOptions> options, TimeProvider time)
{
    private const int Tries = 8;

    /// <exception cref="OpenIdRefusedException">They have no role here, or are disabled.</exception>
    public async Task<DeskAccount> SignInAsync(string issuer, ClaimsIdentity claims, string? from)
    {
        var subject = claims.FindFirst("sub")!.Value;
        var name = AgentName.From(claims.FindFirst("name")?.Value ?? claims.FindFirst("preferred_username")?.Value);
        for (var tries = 0; tries < Tries; tries++)
        {
            var account = await accounts.FindBySubjectAsync(issuer, subject, CancellationToken.None);
            var refusal = RoleOf(claims) is null ? OpenIdRefusedException.NoRole : account?.DisabledAt is null ? null : OpenIdRefusedException.Disabled;
            var now = time.GetUtcNow();
            if (refusal is not null)
            {
                await log.AppendAsync(new(now, AuditActs.SignInFailed, account?.Id, account?.Name ?? name, from) { Detail = refusal }, CancellationToken.None);
                throw new OpenIdRefusedException(refusal);
            }

            if (await SaveAsync(account, issuer, subject, name, RoleOf(claims)!.Value, from, now) is { } saved)
            {
                await log.AppendAsync(new(now, AuditActs.SignedIn, saved.Id, saved.Name, from) { Detail = "openid" }, CancellationToken.None);
                return saved;
            }
        }

        throw new InvalidOperationException("An account kept changing while someone signed in.");
    }

    /// <summary>The account as stored, or null when somebody was faster.</summary>
    private async Task<DeskAccount?> SaveAsync(
        DeskAccount? known, string issuer, string subject, string name, DeskRole role, string? from, DateTimeOffset now)
    {
        if (known is null)
        {
            var made = new DeskAccount(DeskAccounts.NewId(), name, role, DeskAccounts.NewStamp(), now) { Issuer = issuer, Subject = subject };
            var added = Entry(made, AuditActs.AccountAdded, $"openid, {role.ToCode()}");
            return await accounts.AddAsync(made, added, CancellationToken.None) ? made : null;
        }

        if (known.Role == role && known.Name == name)
            return known;
        var changed = known with { Role = role, Name = name, Version = known.Version + 1 };
        var audit = known.Role == role ? Entry(changed, AuditActs.NameChanged, null) : Entry(changed, AuditActs.RoleChanged, role.ToCode());
        return await accounts.ChangeAsync(changed, audit, CancellationToken.None) ? changed : null;

        AuditEntry Entry(DeskAccount account, string act, string? detail) =>
            new(now, act, account.Id, account.Name, from) { AccountId = account.Id, Detail = detail };
    }

    private DeskRole? RoleOf(ClaimsIdentity claims)
    {
        var provider = options.CurrentValue.OpenId;
        var given = claims.FindAll(provider.RoleClaim).Select(claim => claim.Value).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return Has(provider.SupervisorValues) ? DeskRole.Supervisor : Has(provider.AgentValues) ? DeskRole.Agent : null;

        bool Has(string values) => values.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Any(given.Contains);
    }
}
