using EmpathyBot.Domain.Handoffs;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace EmpathyBot.AgentDesk.SignIn;

/// <summary>Who is at the desk.</summary>
/// <param name="AgentId">Unique and stable.</param>
/// <param name="Name">The name customers see.</param>
/// <param name="DevelopmentSignIn">True while anyone with a name is let in.</param>
internal sealed record DeskMe(string AgentId, string Name, bool DevelopmentSignIn)
{
    public static DeskMe Of(Agent agent) => new(agent.Id, agent.Name, true);
}

/// <param name="Name">The name customers will see; "Development agent" when none is given.</param>
/// <param name="Key">The development key; may be left out, must be right when given.</param>
internal sealed record SignInRequest(string? Name, string? Key);

/// <summary>Signing in and out.</summary>
internal static class SignInEndpoints
{
    public static void Map(IEndpointRouteBuilder desk)
    {
        desk.MapGet("/me", (HttpContext http) => TypedResults.Ok(DeskMe.Of(DeskDoor.AgentOf(http))))
            .WithName("DeskMe").WithSummary("Who is signed in at the desk.");

        desk.MapPost("/sign-in", SignInAsync)
            .WithMetadata(new DeskDoor.OpenToAll())
            .Accepts<SignInRequest>("application/json").Produces<DeskMe>()
            .WithName("DeskSignIn").WithSummary("Signs in. Development only: a name is enough, there is no password.");

        desk.MapPost("/sign-out", async (HttpContext http) =>
            {
                await DeskSignIn.LeaveAsync(http);
                return TypedResults.Ok(new { signedOut = true });
            })
            .WithMetadata(new DeskDoor.OpenToAll())
            .WithName("DeskSignOut").WithSummary("Signs out.");
    }

    private static async Task<IResult> SignInAsync(HttpContext http, DeskSignIn signIn)
    {
        var (body, refusal) = await DeskBody.ReadAsync<SignInRequest>(http.Request);
        if (body is null)
            return refusal!;
        if (body.Key is { } key && !signIn.FitsKey(key))
            return DeskRefusal.WrongKey;
        if (!AgentName.TryRead(body.Name ?? DeskSignIn.DevelopmentAgent, out var name))
        {
            return DeskRefusal.BadInput(
                "bad-name",
                $"Give a name of 1 to {AgentName.CharsAtMost} characters: letters, digits, spaces and . ' - only. Customers will see it.");
        }

        return TypedResults.Ok(DeskMe.Of(await DeskSignIn.EnterAsync(http, name)));
    }
}
