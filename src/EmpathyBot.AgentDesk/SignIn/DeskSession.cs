using System.Globalization;
using System.Security.Claims;
using EmpathyBot.Domain.SignIn;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.Extensions.Options;

namespace EmpathyBot.AgentDesk.SignIn;

/// <summary>
/// One browser's session: a cookie that says whose it is and holds the account's stamp. Each request asks the account, so that
/// a disabled account or another password ends all its sessions at once, and another role counts at once.
/// </summary>
internal sealed class DeskSession(
    IDeskAccountStore accounts, DevelopmentSignIn development, IOptionsMonitor<DeskOptions> options, TimeProvider time) : CookieAuthenticationEvents
{
    /// <summary>The cookie's scheme; its own, so that no other ring's sign-in opens the desk.</summary>
    public const string Scheme = "Desk";

    /// <summary>When the session began; the framework moves its own time forward whenever it renews the cookie.</summary>
    private const string Since = "since";

    private const string StampClaim = "stamp";

    /// <summary>Stands for the stamp in sessions of the development sign-in, which has no accounts.</summary>
    private const string NoAccount = "development";

    /// <summary>What the cookie holds of a session.</summary>
    public static ClaimsPrincipal PrincipalOf(AtDesk atDesk) => new(new ClaimsIdentity(
        [
            new(ClaimTypes.NameIdentifier, atDesk.Agent.Id), new(ClaimTypes.Name, atDesk.Agent.Name), new(ClaimTypes.Role, atDesk.Role.ToCode()),
            new(StampClaim, atDesk.Stamp ?? NoAccount),
        ],
        Scheme));

    /// <summary>What goes into a new session's cookie beside who it is.</summary>
    public static AuthenticationProperties Begin(DateTimeOffset now)
    {
        var properties = new AuthenticationProperties();
        properties.Items[Since] = now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        return properties;
    }

    /// <summary>Who a session's principal says it is, once <see cref="ValidatePrincipal"/> passed it.</summary>
    public static AtDesk? Read(ClaimsPrincipal? principal) =>
        principal?.FindFirstValue(ClaimTypes.NameIdentifier) is { } id && principal.FindFirstValue(ClaimTypes.Name) is { } name
            && DeskRoles.Read(principal.FindFirstValue(ClaimTypes.Role)) is { } role && principal.FindFirstValue(StampClaim) is { } stamp
            ? new(new(id, name), role, stamp == NoAccount ? null : stamp)
            : null;

    public override async Task ValidatePrincipal(CookieValidatePrincipalContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (Read(context.Principal) is { } session && !IsTooOld(context.Properties)
            && await NowAsync(session, context.HttpContext.RequestAborted) is { } now)
        {
            context.ReplacePrincipal(PrincipalOf(now));
            return;
        }

        context.RejectPrincipal();
        await context.HttpContext.SignOutAsync(Scheme);
    }

    /// <summary>Someone with a session as they are now, another role included; null when the session has ended.</summary>
    public async Task<AtDesk?> NowAsync(AtDesk session, CancellationToken cancellationToken)
    {
        if (session.IsProgram)
            return session;
        if (session.Development)
            return await development.IsOpenAsync(cancellationToken) ? session : null;
        var account = await accounts.FindAsync(session.Agent.Id, cancellationToken);
        return account is { DisabledAt: null } && account.Stamp == session.Stamp ? AtDesk.Of(account) : null;
    }

    private bool IsTooOld(AuthenticationProperties properties) =>
        !properties.Items.TryGetValue(Since, out var text)
        || !long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var since)
        || time.GetUtcNow() - DateTimeOffset.FromUnixTimeSeconds(since) >= options.CurrentValue.SessionAtMost;
}
