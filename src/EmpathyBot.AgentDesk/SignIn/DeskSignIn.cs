using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using EmpathyBot.Domain.Handoffs;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace EmpathyBot.AgentDesk.SignIn;

/// <summary>
/// Knows who works at the desk. So far only in Development: anyone with a name, or a program with the development key.
/// Outside Development nobody, until real accounts come.
/// </summary>
internal sealed class DeskSignIn(IHostEnvironment environment, IOptionsMonitor<DeskOptions> options)
{
    /// <summary>The cookie's scheme; its own, so that no other ring's sign-in opens the desk.</summary>
    public const string Scheme = "Desk";

    /// <summary>The name under which a program with the key works, unless it says another in the header.</summary>
    public const string DevelopmentAgent = "Development agent";

    public const string AgentHeader = "X-Desk-Agent";

    private const string Bearer = "Bearer ";

    /// <summary>False outside Development: then nobody is let in.</summary>
    public bool IsOpen => environment.IsDevelopment();

    /// <summary>Who makes this request, or null.</summary>
    public async Task<Agent?> FindAgentAsync(HttpContext http)
    {
        if (!IsOpen)
            return null;
        var authorization = http.Request.Headers.Authorization.ToString();
        if (authorization.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase))
            return FitsKey(authorization[Bearer.Length..].Trim()) ? Named(http.Request.Headers[AgentHeader].ToString()) : null;

        var result = await http.AuthenticateAsync(Scheme);
        return result.Principal is { } principal
            && principal.FindFirstValue(ClaimTypes.NameIdentifier) is { } id && principal.FindFirstValue(ClaimTypes.Name) is { } name
            ? new Agent(id, name)
            : null;
    }

    /// <summary>Signs this browser in under a name that passed <see cref="AgentName"/>.</summary>
    public static async Task<Agent> EnterAsync(HttpContext http, string name)
    {
        var agent = new Agent(AgentName.ToId(name), name);
        var identity = new ClaimsIdentity([new(ClaimTypes.NameIdentifier, agent.Id), new(ClaimTypes.Name, agent.Name)], Scheme);
        await http.SignInAsync(Scheme, new ClaimsPrincipal(identity));
        return agent;
    }

    public static Task LeaveAsync(HttpContext http) => http.SignOutAsync(Scheme);

    /// <summary>Takes the same time for every wrong key, so that none can be found letter by letter.</summary>
    public bool FitsKey(string given)
    {
        if (options.CurrentValue.DevelopmentKey is not { Length: > 0 } key)
            return false;
        return CryptographicOperations.FixedTimeEquals(Hash(given), Hash(key));
    }

    private static byte[] Hash(string key) => SHA256.HashData(Encoding.UTF8.GetBytes(key));

    private static Agent Named(string header)
    {
        var name = AgentName.TryRead(header, out var given) ? given : DevelopmentAgent;
        return new(AgentName.ToId(name), name);
    }
}
