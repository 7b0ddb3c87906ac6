using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using EmpathyBot.Domain.Conversations;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace EmpathyBot.DirectLine.Attachments;

/// <summary>
/// Addresses that open a file without a token, because <c>&lt;img&gt;</c> and links send none: unguessable, signed, and
/// good for a while. The signature covers the conversation, so that an address can only be renewed in its own.
/// </summary>
internal sealed partial class AttachmentLinks(
    ISecretStore secrets, ChannelAddress address, IOptions<DirectLineOptions> options, TimeProvider clock) : IAttachmentAddresses
{
    private const string Folder = "/attachments/";

    private byte[]? _key;

    public async Task<string> CreateAsync(HttpRequest request, string conversationId, string attachmentId, CancellationToken cancellationToken) =>
        $"{address.Domain(request)}{Folder}{attachmentId}?{Query(await KeyAsync(cancellationToken), conversationId, attachmentId)}";

    public async Task<string> CreateAsync(string host, string conversationId, string attachmentId, CancellationToken cancellationToken) =>
        $"{address.Domain(host)}{Folder}{attachmentId}?{Query(await KeyAsync(cancellationToken), conversationId, attachmentId)}";

    /// <summary>An activity whose addresses of this conversation's files are good from now on again.</summary>
    public async ValueTask<string> RenewAsync(string conversationId, string json, CancellationToken cancellationToken)
    {
        if (!json.Contains(ChannelAddress.Prefix + Folder, StringComparison.Ordinal))
        {
            return json;
        }

        var key = await KeyAsync(cancellationToken);
        return Link().Replace(json, link => $"{link.Groups["path"].Value}?{Query(key, conversationId, link.Groups["id"].Value)}");
    }

    /// <summary>True when an address was made here for this file and still serves.</summary>
    public async Task<bool> IsGoodAsync(StoredAttachment attachment, string expires, string signature, CancellationToken cancellationToken)
    {
        var expected = Sign(await KeyAsync(cancellationToken), attachment.ConversationId, attachment.Id, expires);
        return CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(expected), Encoding.UTF8.GetBytes(signature))
            && long.Parse(expires, CultureInfo.InvariantCulture) > clock.GetUtcNow().ToUnixTimeSeconds();
    }

    private static string Sign(byte[] key, string conversationId, string attachmentId, string expires) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes($"{conversationId}\n{attachmentId}\n{expires}")));

    [GeneratedRegex("(?<path>/v3/directline/attachments/(?<id>[0-9a-f]{32}))\\?exp=[0-9]+&sig=[0-9a-f]{64}", RegexOptions.CultureInvariant)]
    private static partial Regex Link();

    private string Query(byte[] key, string conversationId, string attachmentId)
    {
        var expires = (clock.GetUtcNow() + options.Value.AttachmentUrlLifetime).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        return $"exp={expires}&sig={Sign(key, conversationId, attachmentId, expires)}";
    }

    private async ValueTask<byte[]> KeyAsync(CancellationToken cancellationToken) =>
        _key ??= await secrets.GetOrCreateAsync("directline-attachments", cancellationToken);
}
