using System.Security.Claims;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace EmpathyBot.AgentDesk.SignIn;

/// <summary>Checks that a token proves who someone is: signed by the provider, for this desk, now, and for this very way of signing in.</summary>
internal static class IdTokenCheck
{
    private static readonly TimeSpan Skew = TimeSpan.FromMinutes(2);

    private static readonly JsonWebTokenHandler Handler = new() { MapInboundClaims = false };

    /// <summary>Signatures made with keys that only the provider has. With a shared secret anyone who has it could sign.</summary>
    private static readonly string[] Algorithms =
    [
        SecurityAlgorithms.RsaSha256, SecurityAlgorithms.RsaSha384, SecurityAlgorithms.RsaSha512,
        SecurityAlgorithms.RsaSsaPssSha256, SecurityAlgorithms.RsaSsaPssSha384, SecurityAlgorithms.RsaSsaPssSha512,
        SecurityAlgorithms.EcdsaSha256, SecurityAlgorithms.EcdsaSha384, SecurityAlgorithms.EcdsaSha512,
    ];

    /// <summary>The permission of the desk's app registration that Teams asks for.</summary>
    private const string TeamsScope = "access_as_user";

    /// <summary>Teams on a desktop or phone, and Teams in a browser: the same in every tenant.</summary>
    private static readonly string[] TeamsClients = ["1fec8e78-bce4-4aaf-ab1b-5451cc387264", "5e3ce6c0-2b1f-4285-8d4b-75ee78787346"];

    /// <summary>The claims of an ID token that holds and was made for the sign-in that <paramref name="nonce"/> began.</summary>
    /// <exception cref="SecurityTokenException">It does not.</exception>
    public static async Task<ClaimsIdentity> ReadAsync(
        string token, string nonce, string clientId, OpenIdConnectConfiguration provider, DateTimeOffset now)
    {
        var claims = await ValidateAsync(token, clientId, provider, now);
        if (claims.FindFirst("nonce")?.Value is not { Length: > 0 } given || given != nonce)
            throw new SecurityTokenException("The token was made for another sign-in.");
        return claims.FindFirst("azp")?.Value is { } party && party != clientId ? throw new SecurityTokenException("The token was made for another party.") : claims;
    }

    /// <summary>The claims of an access token that Teams got for someone who opened the desk in it.</summary>
    /// <exception cref="SecurityTokenException">It does not hold, or another program got it.</exception>
    public static async Task<ClaimsIdentity> ReadOfTeamsAsync(string token, string clientId, OpenIdConnectConfiguration provider, DateTimeOffset now)
    {
        var claims = await ValidateAsync(token, clientId, provider, now);
        // Without these two the ID token of a sign-in elsewhere, or a token another program got for itself, would open the desk.
        if (!TeamsClients.Contains(claims.FindFirst("azp")?.Value))
            throw new SecurityTokenException("Teams did not ask for the token.");
        return claims.FindFirst("scp")?.Value.Split(' ').Contains(TeamsScope) == true ? claims : throw new SecurityTokenException("The token is for something else.");
    }

    private static async Task<ClaimsIdentity> ValidateAsync(string token, string clientId, OpenIdConnectConfiguration provider, DateTimeOffset now)
    {
        var result = await Handler.ValidateTokenAsync(token, new TokenValidationParameters
        {
            ValidIssuer = provider.Issuer,
            ValidAudience = clientId,
            IssuerSigningKeys = provider.SigningKeys,
            ValidAlgorithms = Algorithms,
            RequireSignedTokens = true,
            RequireExpirationTime = true,
            LifetimeValidator = (from, until, _, _) => (from is null || from - Skew <= now.UtcDateTime) && until + Skew > now.UtcDateTime,
        });
        if (!result.IsValid)
            throw result.Exception as SecurityTokenException ?? new SecurityTokenException("The token cannot be read.", result.Exception);

        var claims = result.ClaimsIdentity;
        return claims.FindFirst("sub")?.Value is { Length: > 0 and <= 255 } ? claims : throw new SecurityTokenException("The token names nobody.");
    }
}
