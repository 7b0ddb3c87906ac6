using EmpathyBot.Domain.Handoffs;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace EmpathyBot.AgentDesk.SignIn;

/// <summary>The one door of the desk's API: every request passes it before anything is read.</summary>
internal sealed class DeskDoor(DeskSignIn signIn) : IEndpointFilter
{
    private static readonly object AgentKey = new();

    /// <summary>Who makes this request. Only behind the door.</summary>
    public static Agent AgentOf(HttpContext http) =>
        http.Items[AgentKey] as Agent ?? throw new InvalidOperationException("This address is not behind the desk's door.");

    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        // What agents see is for them alone, and of now.
        http.Response.Headers.CacheControl = "no-store";
        if (!signIn.IsOpen)
            return DeskRefusal.NoSignInHere;
        if (HttpMethods.IsPost(http.Request.Method) && !IsOurs(http.Request))
            return DeskRefusal.ForeignPage;
        if (http.GetEndpoint()?.Metadata.GetMetadata<OpenToAll>() is not null)
            return await next(context);
        if (await signIn.FindAgentAsync(http) is not { } agent)
            return http.Request.Headers.ContainsKey(HeaderNames.Authorization) ? DeskRefusal.WrongKey : DeskRefusal.NotSignedIn;

        http.Items[AgentKey] = agent;
        return await next(context);
    }

    /// <summary>A form on another site sends the cookie's owner's browser here, but can set no header and send no JSON.</summary>
    private static bool IsOurs(HttpRequest request) =>
        request.Headers["X-Desk"] == "1" || request.HasJsonContentType() || request.Headers.ContainsKey(HeaderNames.Authorization);

    /// <summary>Marks an address that needs nobody signed in.</summary>
    internal sealed class OpenToAll;
}
