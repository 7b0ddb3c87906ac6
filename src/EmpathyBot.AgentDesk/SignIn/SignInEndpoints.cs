using EmpathyBot.Domain.Audit;
using EmpathyBot.Domain.SignIn;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace EmpathyBot.AgentDesk.SignIn;

/// <summary>Who is at the desk.</summary>
/// <param name="AgentId">Unique and stable.</param>
/// <param name="Name">The name customers see.</param>
/// <param name="Role"><c>agent</c> or <c>supervisor</c>.</param>
/// <param name="DevelopmentSignIn">True while anyone with a name is let in.</param>
/// <param name="HasPassword">True when their password is kept here and can be changed here.</param>
internal sealed record DeskMe(string AgentId, string Name, string Role, bool DevelopmentSignIn, bool HasPassword)
{
    public static DeskMe Of(AtDesk atDesk, bool hasPassword) =>
        new(atDesk.Agent.Id, atDesk.Agent.Name, atDesk.Role.ToCode(), atDesk.Development, hasPassword);
}

/// <summary>How one can sign in here.</summary>
/// <param name="Development">True while a name is enough.</param>
/// <param name="Password">True when there are accounts with passwords.</param>
/// <param name="Provider">The name of the identity provider, or null.</param>
/// <param name="NoAccountYet">True while nobody could sign in at all: the first account is to be made by a command.</param>
/// <param name="Teams">True when a tab in Teams is signed in by Teams.</param>
internal sealed record WaysIn(bool Development, bool Password, string? Provider, bool NoAccountYet, bool Teams);

/// <param name="Name">The sign-in name; with the development sign-in the name customers will see, "Development agent" when none is given.</param>
/// <param name="Password">The password; not asked for by the development sign-in.</param>
/// <param name="Key">With the development sign-in, the development key; may be left out, must be right when given.</param>
/// <param name="Role">With the development sign-in, <c>agent</c> to try the desk as one; else a supervisor.</param>
internal sealed record SignInRequest(string? Name, string? Password, string? Key, string? Role);

/// <param name="Token">The access token that Teams gave the tab.</param>
internal sealed record TeamsSignInRequest(string? Token);

/// <param name="Current">The password as it is.</param>
/// <param name="Next">The password as it is to be.</param>
internal sealed record PasswordRequest(string? Current, string? Next);

/// <summary>Signing in and out.</summary>
internal static class SignInEndpoints
{
    public static void Map(IEndpointRouteBuilder desk)
    {
        desk.MapGet("/me", MeAsync).Produces<DeskMe>().WithName("DeskMe").WithSummary("Who is signed in at the desk.");

        desk.MapGet("/sign-in", WaysAsync).WithMetadata(new DeskDoor.OpenToAll()).Produces<WaysIn>()
            .WithName("DeskWaysIn").WithSummary("How one can sign in here.");

        desk.MapPost("/sign-in", SignInAsync)
            .WithMetadata(new DeskDoor.OpenToAll())
            .Accepts<SignInRequest>("application/json").Produces<DeskMe>()
            .Produces<DeskErrorBody>(StatusCodes.Status401Unauthorized).Produces<DeskErrorBody>(StatusCodes.Status429TooManyRequests)
            .WithName("DeskSignIn").WithSummary("Signs in with name and password. In Development, while there is no account, a name is enough.");

        desk.MapGet("/sign-in/openid", OpenIdAsync).WithMetadata(new DeskDoor.OpenToAll())
            .WithName("DeskOpenId").WithSummary("Sends the browser to the identity provider to sign in.");

        desk.MapPost("/sign-in/teams", TeamsAsync)
            .WithMetadata(new DeskDoor.OpenToAll())
            .Accepts<TeamsSignInRequest>("application/json").Produces<DeskMe>()
            .Produces<DeskErrorBody>(StatusCodes.Status401Unauthorized).Produces<DeskErrorBody>(StatusCodes.Status404NotFound)
            .WithName("DeskTeams").WithSummary("Signs in who opens the desk as a tab in Teams, with the token Teams has of them.");

        desk.MapPost("/password", PasswordAsync)
            .Accepts<PasswordRequest>("application/json").Produces<DeskMe>().Produces<DeskErrorBody>(StatusCodes.Status400BadRequest)
            .WithName("DeskPassword").WithSummary("Changes one's own password. Every other session of one's own ends.");

        desk.MapPost("/sign-out", SignOutAsync).WithMetadata(new DeskDoor.OpenToAll())
            .WithName("DeskSignOut").WithSummary("Signs out.");
    }

    private static async Task<IResult> MeAsync(HttpContext http, IDeskAccountStore accounts)
    {
        var atDesk = DeskDoor.AtDeskOf(http);
        var account = atDesk.Development ? null : await accounts.FindAsync(atDesk.Agent.Id, http.RequestAborted);
        return TypedResults.Ok(DeskMe.Of(atDesk, account?.PasswordHash is not null));
    }

    private static async Task<IResult> WaysAsync(
        DevelopmentSignIn development, IDeskAccountStore accounts, TeamsSignIn teams, IOptionsMonitor<DeskOptions> options, CancellationToken cancellationToken)
    {
        var provider = options.CurrentValue.OpenId;
        var any = await accounts.AnyAsync(cancellationToken);
        var open = await development.IsOpenAsync(cancellationToken);
        return TypedResults.Ok(new WaysIn(open, !open && (any || !provider.IsOn), provider.IsOn ? provider.Name : null, !any && !provider.IsOn, teams.IsOn));
    }

    private static async Task<IResult> SignInAsync(
        HttpContext http, DevelopmentSignIn development, PasswordSignIn passwords, TimeProvider time)
    {
        var (body, refusal) = await DeskBody.ReadAsync<SignInRequest>(http.Request);
        if (body is null)
            return refusal!;
        if (await development.IsOpenAsync(http.RequestAborted))
            return await EnterWithNameAsync(http, body, development, time);

        switch (await passwords.TryAsync(http, body.Name, body.Password))
        {
            case SignInResult.Welcome(var account):
                await http.SignInAsync(DeskSession.Scheme, DeskSession.PrincipalOf(AtDesk.Of(account)), DeskSession.Begin(time.GetUtcNow()));
                return TypedResults.Ok(DeskMe.Of(AtDesk.Of(account), true));
            case SignInResult.Slowed(var wait):
                return DeskRefusal.Slowed(http.Response, wait);
            default:
                return DeskRefusal.WrongPassword;
        }
    }

    private static async Task<IResult> EnterWithNameAsync(HttpContext http, SignInRequest body, DevelopmentSignIn development, TimeProvider time)
    {
        if (body.Key is { } key && !development.FitsKey(key))
            return DeskRefusal.WrongKey;
        if (!AgentName.TryRead(body.Name ?? DevelopmentSignIn.AgentNameByDefault, out var name))
        {
            return DeskRefusal.BadInput(
                "bad-name",
                $"Give a name of 1 to {AgentName.CharsAtMost} characters: letters, digits, spaces and . ' - only. Customers will see it.");
        }

        if ((body.Role is null ? DeskRole.Supervisor : DeskRoles.Read(body.Role)) is not { } role)
            return DeskRefusal.BadInput("bad-role", "role must be agent or supervisor.");
        var developer = DevelopmentSignIn.Named(name, role);
        await http.SignInAsync(DeskSession.Scheme, DeskSession.PrincipalOf(developer), DeskSession.Begin(time.GetUtcNow()));
        return TypedResults.Ok(DeskMe.Of(developer, false));
    }

    private static async Task<IResult> OpenIdAsync(HttpContext http, IOptionsMonitor<DeskOptions> options, ILogger<OpenIdHandler> logger)
    {
        if (!options.CurrentValue.OpenId.IsOn)
            return DeskRefusal.NoProvider;
        try
        {
            await http.ChallengeAsync(OpenIdHandler.SchemeName);
            return Results.Empty;
        }
        catch (OpenIdRefusedException refused)
        {
            OpenIdLog.Ended(logger, refused.Code, refused.InnerException);
            return Results.Redirect(OpenIdSetup.FailedAddress(refused.Code));
        }
    }

    private static async Task<IResult> TeamsAsync(HttpContext http, TeamsSignIn teams, TimeProvider time, ILogger<OpenIdHandler> logger)
    {
        if (!teams.IsOn)
            return DeskRefusal.NoProvider;
        var (body, refusal) = await DeskBody.ReadAsync<TeamsSignInRequest>(http.Request);
        if (body is null)
            return refusal!;
        try
        {
            var account = await teams.SignInAsync(body.Token, ClientAddress.Of(http), http.RequestAborted);
            await http.SignInAsync(DeskSession.Scheme, DeskSession.PrincipalOf(AtDesk.Of(account)), DeskSession.Begin(time.GetUtcNow()));
            return TypedResults.Ok(DeskMe.Of(AtDesk.Of(account), account.PasswordHash is not null));
        }
        catch (OpenIdRefusedException refused)
        {
            OpenIdLog.Ended(logger, refused.Code, refused.InnerException);
            return DeskRefusal.NotLetIn(refused.Code);
        }
    }

    private static async Task<IResult> PasswordAsync(
        HttpContext http, IDeskAccountStore accounts, PasswordSignIn passwords, DeskAccounts changes, TimeProvider time)
    {
        var (body, refusal) = await DeskBody.ReadAsync<PasswordRequest>(http.Request);
        if (body is null)
            return refusal!;
        var atDesk = DeskDoor.AtDeskOf(http);
        if (atDesk.Development || await accounts.FindAsync(atDesk.Agent.Id, http.RequestAborted) is not { SignInName: { } signInName } account)
            return DeskRefusal.BadInput("no-password", "You sign in here without a password of this desk, so there is none to change.");

        // The same count as signing in: a screen left alone is no way around it.
        switch (await passwords.ConfirmAsync(http, signInName, body.Current))
        {
            case SignInResult.Slowed(var wait):
                return DeskRefusal.Slowed(http.Response, wait);
            case SignInResult.Wrong:
                return DeskRefusal.BadInput("wrong-password", "The current password is not right.");
        }

        var by = new AuditedBy(account.Id, account.Name, ClientAddress.Of(http));
        if (await changes.SetPasswordAsync(account, body.Next, AuditActs.PasswordChanged, by, CancellationToken.None) is not AccountResult.Done(var changed))
            return DeskRefusal.BadInput("bad-password", PasswordRules.WhyNot(body.Next, SignInName.Read(signInName)!) ?? "The password was not changed. Try again.");
        await http.SignInAsync(DeskSession.Scheme, DeskSession.PrincipalOf(AtDesk.Of(changed)), DeskSession.Begin(time.GetUtcNow()));
        return TypedResults.Ok(DeskMe.Of(AtDesk.Of(changed), true));
    }

    private static async Task<IResult> SignOutAsync(HttpContext http, IAuditLog log, TimeProvider time)
    {
        if (DeskDoor.TryFind(http) is { } atDesk)
            await log.AppendAsync(new(time.GetUtcNow(), AuditActs.SignedOut, atDesk.Agent.Id, atDesk.Agent.Name, ClientAddress.Of(http)), CancellationToken.None);
        await http.SignOutAsync(DeskSession.Scheme);
        return TypedResults.Ok(new { signedOut = true });
    }
}
