using EmpathyBot.Domain.SignIn;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Tokens;

namespace EmpathyBot.AgentDesk.SignIn;

/// <summary>
/// Signs in who opens the desk as a tab in Teams. The provider's own page cannot be shown inside a frame; but Teams has signed
/// the person in at Microsoft Entra ID already and hands the tab a token of the desk's app registration.
/// </summary>
internal sealed class TeamsSignIn(IOptionsMonitor<DeskOptions> desk, IOptionsMonitor<OpenIdOptions> openId, OpenIdAccounts accounts, TimeProvider time)
{
    /// <summary>The pages of Teams that may frame the desk, at its addresses of today and of before.</summary>
    public const string Pages = "https://teams.microsoft.com https://*.teams.microsoft.com https://*.cloud.microsoft";

    public bool IsOn => desk.CurrentValue is { InTeams: true, OpenId.IsOn: true };

    /// <exception cref="OpenIdRefusedException">The token does not hold, the provider is away, or they have no role here.</exception>
    public async Task<DeskAccount> SignInAsync(string? token, string? from, CancellationToken cancellationToken)
    {
        var options = openId.Get(OpenIdHandler.SchemeName);
        try
        {
            var provider = await options.Discovery.GetConfigurationAsync(cancellationToken);
            return await accounts.SignInAsync(
                provider.Issuer, await IdTokenCheck.ReadOfTeamsAsync(token ?? "", options.Provider.ClientId, provider, time.GetUtcNow()), from);
        }
        catch (SecurityTokenException failure)
        {
            if (failure is SecurityTokenSignatureKeyNotFoundException)
                options.Discovery.RequestRefresh();
            throw new OpenIdRefusedException(OpenIdRefusedException.BadToken, failure);
        }
        catch (Exception failure) when (failure is InvalidOperationException or IOException or HttpRequestException)
        {
            throw new OpenIdRefusedException(OpenIdRefusedException.Unreachable, failure);
        }
    }
}
