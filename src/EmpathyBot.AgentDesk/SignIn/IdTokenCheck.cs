using System.Security.Claims;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace EmpathyBot.AgentDesk.SignIn;

/// <summary>Checks that an ID token proves who someone is: signed by the provider, for this desk, now, for this very sign-in.</summary>
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

    /// <summary>The claims of a token that holds.</summary>
    /// <exception cref="SecurityTokenException">It does not.</exception>
    public static async Task<ClaimsIdentity> ReadAsync(
        string token, string nonce, string clientId, OpenIdConnectConfiguration provider, DateTimeOffset now)
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
        if (claims.FindFirst("nonce")?.Value is not { Length: > 0 } given || given != nonce)
            throw new SecurityTokenException("The token was made for another sign-in.");
        if (claims.FindFirst("azp")?.Value is { } party && party != clientId)
            throw new SecurityTokenException("The token was made for another party.");
        return claims.FindFirst("sub")?.Value is { Length: > 0 and <= 255 } ? claims : throw new SecurityTokenException("The token names nobody.");
    }
}
