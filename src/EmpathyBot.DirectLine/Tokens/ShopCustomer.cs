using System.Security.Cryptography;
using System.Text;
using EmpathyBot.Domain.Conversations;

namespace EmpathyBot.DirectLine.Tokens;

/// <summary>Under which id a customer of the shop is kept here.</summary>
public static class ShopCustomer
{
    /// <summary>The shop's own id is personal, and could be guessed: only a keyed hash of it goes further.</summary>
    /// <param name="secrets">Keeps the key.</param>
    /// <param name="subject">The shop's id, as its customerToken says it in <c>sub</c>.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public static async Task<string> UserIdAsync(ISecretStore secrets, string subject, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(secrets);
        var key = await secrets.GetOrCreateAsync("directline-customers", cancellationToken);
        return CustomerIdentity.SignedInPrefix + Convert.ToHexStringLower(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(subject)))[..40];
    }
}
