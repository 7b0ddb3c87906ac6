using EmpathyBot.Domain.Conversations;
using Microsoft.AspNetCore.Http;

namespace EmpathyBot.DirectLine.Tokens;

/// <summary>The second door: who asks, and for which conversation.</summary>
internal sealed class TokenCheck(TokenSigner tokens, IConversationStore conversations)
{
    private const string Scheme = "Bearer ";

    /// <summary>The bearer value of a request, or null.</summary>
    public static string? Bearer(HttpRequest request)
    {
        var header = request.Headers.Authorization.ToString();
        return header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) && header.Length > Scheme.Length
            ? header[Scheme.Length..].Trim()
            : null;
    }

    /// <summary>The token of a request, good from the page that sent it.</summary>
    public async Task<Checked<ConversationToken>> ReadAsync(HttpRequest request)
    {
        if (Bearer(request) is not { } bearer)
        {
            return Refusal.NoToken;
        }

        return CheckPage(request, await tokens.ReadAsync(bearer, request.HttpContext.RequestAborted));
    }

    /// <summary>The token of a request for this conversation, which exists.</summary>
    public async Task<Checked<ConversationToken>> ReadAsync(HttpRequest request, string conversationId) =>
        await CheckConversationAsync(await ReadAsync(request), conversationId, request.HttpContext.RequestAborted);

    /// <summary>The token in a stream's address, for this conversation, which exists.</summary>
    public async Task<Checked<ConversationToken>> ReadForStreamAsync(HttpRequest request, string conversationId)
    {
        var token = request.Query["t"].ToString();
        if (token.Length == 0)
        {
            return Refusal.NoToken;
        }

        var aborted = request.HttpContext.RequestAborted;
        return await CheckConversationAsync(CheckPage(request, await tokens.ReadForStreamAsync(token, aborted)), conversationId, aborted);
    }

    private static Checked<ConversationToken> CheckPage(HttpRequest request, Checked<ConversationToken> read)
    {
        var origin = request.Headers.Origin.ToString();
        return read.Passed(out var token, out _) && token.TrustedOrigins.Count > 0 && origin.Length > 0
            && !token.TrustedOrigins.Any(trusted => OriginPolicy.IsSame(origin, trusted))
                ? Refusal.ForeignOrigin
                : read;
    }

    private async Task<Checked<ConversationToken>> CheckConversationAsync(
        Checked<ConversationToken> read, string conversationId, CancellationToken cancellationToken)
    {
        if (!read.Passed(out var token, out _))
        {
            return read;
        }

        if (!string.Equals(token.ConversationId, conversationId, StringComparison.Ordinal))
        {
            return Refusal.OtherConversation;
        }

        // The owner is compared too: a token may have been made for an id that somebody else then began.
        var place = await conversations.FindPlaceAsync(conversationId, cancellationToken);
        return place is null ? Refusal.NoConversation
            : string.Equals(place.UserId, token.UserId, StringComparison.Ordinal) ? token
            : Refusal.OtherConversation;
    }
}
