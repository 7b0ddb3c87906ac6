using System.Text;
using EmpathyBot.Domain.Conversations;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace EmpathyBot.DirectLine.Tokens;

/// <summary>
/// Who the shop says is signed in. The shop's server signs a short-lived JWT (HS256, claims <c>sub</c> and <c>exp</c>)
/// with the key of <see cref="DirectLineOptions.CustomerTokenKey"/>; the same <c>sub</c> always gets the same user id.
/// </summary>
internal sealed class CustomerIdentity(ISecretStore secrets, IOptions<DirectLineOptions> options, TimeProvider clock)
{
    /// <summary>Begins the ids of signed-in customers, and no others: an anonymous page must not resume as one of them.</summary>
    public const string SignedInPrefix = ConversationToken.UserPrefix + "c_";

    private static readonly TimeSpan ClockSkew = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan LongestLife = TimeSpan.FromHours(1);

    private static readonly Refusal NotConfigured = new(
        400, "CustomerTokenNotConfigured", "This bot is not set up to know signed-in customers: set DirectLine:CustomerTokenKey, or leave customerToken out.");

    private static readonly Refusal Invalid = new(
        403, "CustomerTokenInvalid", "The customerToken is not a JWT that the shop's server signed with HS256, with sub and an exp at most an hour ahead. Ask the shop's server for a new one.");

    private static readonly Refusal Expired = new(
        403, "CustomerTokenExpired", "The customerToken has expired. Ask the shop's server for a new one.");

    private readonly JsonWebTokenHandler _handler = new() { MaximumTokenSizeInBytes = 8 * 1024 };

    /// <summary>True when someone of this id may go on as that one: the same signed-in customer, or both anonymous.</summary>
    public static bool IsSamePerson(string? signedInId, string resumedId) =>
        signedInId is null
            ? !resumedId.StartsWith(SignedInPrefix, StringComparison.Ordinal)
            : string.Equals(signedInId, resumedId, StringComparison.Ordinal);

    /// <summary>The user id of the customer that the token names.</summary>
    public async Task<Checked<string>> ReadAsync(string customerToken, CancellationToken cancellationToken)
    {
        if (options.Value.CustomerTokenKey is not { } key)
        {
            return NotConfigured;
        }

        var now = clock.GetUtcNow().UtcDateTime;
        var result = await _handler.ValidateTokenAsync(customerToken, new TokenValidationParameters
        {
            // The shop's server serves this bot alone with this key: whoever holds it may name issuer and audience as it likes.
            ValidateIssuer = false,
            ValidateAudience = false,
            ValidAlgorithms = [SecurityAlgorithms.HmacSha256],
            IssuerSigningKey = new SymmetricSecurityKey(Encoding.UTF8.GetBytes(key)),
            LifetimeValidator = (from, until, _, _) => until <= now + LongestLife + ClockSkew && (from is null || from <= now + ClockSkew),
        });
        return !result.IsValid || result.SecurityToken is not JsonWebToken { Subject.Length: > 0 and <= 256 } jwt ? Invalid
            : jwt.ValidTo <= now - ClockSkew ? Expired
            : await ShopCustomer.UserIdAsync(secrets, jwt.Subject, cancellationToken);
    }
}
