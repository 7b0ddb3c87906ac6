using EmpathyBot.Domain.Handoffs;
using EmpathyBot.Domain.SignIn;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;

namespace EmpathyBot.AgentDesk.SignIn;

/// <summary>The one door of the desk's API: every request passes it before anything is read.</summary>
internal sealed class DeskDoor(DevelopmentSignIn development) : IEndpointFilter
{
    private const string Bearer = "Bearer ";

    private static readonly object Key = new();

    /// <summary>Who makes this request. Only behind the door.</summary>
    public static Agent AgentOf(HttpContext http) => AtDeskOf(http).Agent;

    /// <summary>What they may do. Only behind the door.</summary>
    public static DeskRole RoleOf(HttpContext http) => AtDeskOf(http).Role;

    /// <inheritdoc cref="AgentOf"/>
    public static AtDesk AtDeskOf(HttpContext http) =>
        http.Items[Key] as AtDesk ?? throw new InvalidOperationException("This address is not behind the desk's door.");

    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        // What agents see is for them alone, and of now.
        http.Response.Headers.CacheControl = "no-store";
        if (HttpMethods.IsPost(http.Request.Method) && !IsOurs(http.Request))
            return DeskRefusal.ForeignPage;

        if (await FindAsync(http) is { } atDesk)
            http.Items[Key] = atDesk;
        else if (http.GetEndpoint()?.Metadata.GetMetadata<OpenToAll>() is null)
            return development.IsDevelopment && BearerOf(http.Request) is not null ? DeskRefusal.WrongKey : DeskRefusal.NotSignedIn;

        return await next(context);
    }

    /// <summary>Who makes this request, or null; also where nobody needs to be signed in.</summary>
    public static AtDesk? TryFind(HttpContext http) => http.Items[Key] as AtDesk;

    /// <summary>A bearer key, when one is sent, is all that counts: a program must not work under a cookie it forgot.</summary>
    private async Task<AtDesk?> FindAsync(HttpContext http)
    {
        if (BearerOf(http.Request) is { } key)
            return development.FindProgram(http.Request, key);
        return DeskSession.Read((await http.AuthenticateAsync(DeskSession.Scheme)).Principal);
    }

    private static string? BearerOf(HttpRequest request)
    {
        var authorization = request.Headers.Authorization.ToString();
        return authorization.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase) ? authorization[Bearer.Length..].Trim() : null;
    }

    /// <summary>
    /// A form on another site sends the cookie's owner's browser here, but can set no header and send no JSON; and browsers say
    /// themselves that a request comes from another site.
    /// </summary>
    private static bool IsOurs(HttpRequest request) =>
        request.Headers["Sec-Fetch-Site"].ToString() is "" or "same-origin" or "none"
        && (request.Headers["X-Desk"] == "1" || request.HasJsonContentType() || BearerOf(request) is not null);

    /// <summary>Marks an address that needs nobody signed in.</summary>
    internal sealed class OpenToAll;
}
