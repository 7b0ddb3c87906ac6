using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace EmpathyBot.DirectLine.Tokens;

/// <summary><c>/tokens/generate</c> for servers that hold the secret, and <c>/tokens/refresh</c> for everyone's running chat.</summary>
internal sealed class TokenEndpoints(TokenSigner tokens, TokenCheck check, IOptions<DirectLineOptions> options)
{
    private const int MaxBodyChars = 16 * 1024;
    private const int MaxUserIdChars = 256;
    private const int MaxTrustedOrigins = 20;

    private static readonly Refusal BadUserId = Refusal.BadArgument(
        $"user.id must begin with \"{ConversationToken.UserPrefix}\", be unguessable and have at most {MaxUserIdChars} characters. Leave it out to have one made.");

    public async Task<IResult> GenerateAsync(HttpContext http)
    {
        if (RefuseSecret(TokenCheck.Bearer(http.Request)) is { } refused)
        {
            return refused;
        }

        if (!(await BoundedBody.ReadOptionalObjectAsync(http.Request, MaxBodyChars)).Passed(out var body, out var refusal))
        {
            return refusal;
        }

        var userId = WireText.Of(WireText.Field(body["user"], "id"));
        if (userId is not null && (userId.Length > MaxUserIdChars || !userId.StartsWith(ConversationToken.UserPrefix, StringComparison.Ordinal)))
        {
            return BadUserId;
        }

        if (!TrustedOrigins(body["trustedOrigins"]).Passed(out var origins, out refusal))
        {
            return refusal;
        }

        return await AnswerAsync(
            new ConversationToken(UnguessableId.NewConversation(), userId ?? UnguessableId.NewUser(), WireLocale.Of(body["locale"]), origins),
            http.RequestAborted);
    }

    public async Task<IResult> RefreshAsync(HttpContext http) =>
        (await check.ReadAsync(http.Request)).Passed(out var token, out var refusal) ? await AnswerAsync(token, http.RequestAborted) : refusal;

    private static Checked<string[]> TrustedOrigins(JsonNode? node)
    {
        if (node is null)
        {
            return Array.Empty<string>();
        }

        var origins = (node as JsonArray)?.Select(one => OriginPolicy.TryNormalize(WireText.Of(one) ?? "")).OfType<string>().ToArray();
        return origins is not null && origins.Length == ((JsonArray)node).Count && origins.Length <= MaxTrustedOrigins
            ? origins
            : Refusal.BadArgument($"trustedOrigins must be a list of at most {MaxTrustedOrigins} origins such as \"https://shop.example\".");
    }

    private Refusal? RefuseSecret(string? bearer) =>
        bearer is null ? Refusal.NoToken
        : options.Value.Secret is not { } secret
            ? new Refusal(StatusCodes.Status403Forbidden, "SecretNotConfigured", "This bot gives no tokens for a secret: set DirectLine:Secret, or use POST /api/token.")
        : CryptographicOperations.FixedTimeEquals(SHA256.HashData(Encoding.UTF8.GetBytes(bearer)), SHA256.HashData(Encoding.UTF8.GetBytes(secret))) ? null
        : new Refusal(StatusCodes.Status403Forbidden, "BadSecret", "This is not the secret of this bot. Send the value of DirectLine:Secret.");

    private async Task<IResult> AnswerAsync(ConversationToken token, CancellationToken cancellationToken) =>
        WireJson.Answer(new TokenAnswer(token.ConversationId, await tokens.IssueAsync(token, cancellationToken), tokens.ExpiresInSeconds));
}
