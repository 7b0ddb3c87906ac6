using System.Security.Cryptography;
using System.Text;
using EmpathyBot.Domain.SignIn;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace EmpathyBot.AgentDesk.SignIn;

/// <summary>
/// The two ways in without an account, in Development only: anyone with a name, as long as there is no account and no identity
/// provider; and a program with the development key.
/// </summary>
internal sealed class DevelopmentSignIn(IHostEnvironment environment, IDeskAccountStore accounts, IOptionsMonitor<DeskOptions> options)
{
    /// <summary>The name under which a program with the key works, unless it says another in the header.</summary>
    public const string AgentNameByDefault = "Development agent";

    public const string AgentHeader = "X-Desk-Agent";

    public bool IsDevelopment => environment.IsDevelopment();

    /// <summary>True while a name is enough.</summary>
    public async Task<bool> IsOpenAsync(CancellationToken cancellationToken) =>
        IsDevelopment && !options.CurrentValue.OpenId.IsOn && !await accounts.AnyAsync(cancellationToken);

    /// <summary>Someone with this name, who may do everything unless they ask for less.</summary>
    public static AtDesk Named(string name, DeskRole role = DeskRole.Supervisor) => new(new(AgentName.ToId(name), name), role, null);

    /// <summary>The program that sends this key, or null when it is not the one.</summary>
    public AtDesk? FindProgram(HttpRequest request, string key)
    {
        if (!FitsKey(key))
            return null;
        return Named(AgentName.TryRead(request.Headers[AgentHeader].ToString(), out var name) ? name : AgentNameByDefault) with { IsProgram = true };
    }

    /// <summary>Takes the same time for every wrong key, so that none can be found letter by letter.</summary>
    public bool FitsKey(string given)
    {
        if (!IsDevelopment || options.CurrentValue.DevelopmentKey is not { Length: > 0 } key)
            return false;
        return CryptographicOperations.FixedTimeEquals(Hash(given), Hash(key));
    }

    private static byte[] Hash(string key) => SHA256.HashData(Encoding.UTF8.GetBytes(key));
}
