using System.Security.Cryptography;
using System.Text;
using EmpathyBot.DirectLine.Tokens;
using EmpathyBot.Domain.Conversations;
using Microsoft.AspNetCore.Http;

namespace EmpathyBot.DirectLine.Conversations;

/// <summary><c>POST /conversations</c> starts a conversation or finds it again; <c>GET /conversations/{id}</c> gives a new stream.</summary>
internal sealed class ConversationEndpoints(
    TokenCheck check, TokenSigner tokens, IConversationStore conversations, IConversationStarter starter, ChannelAddress address)
{
    private const string Channel = "directline";
    private const string DefaultLocale = "en";
    private const int MaxBodyChars = 16 * 1024;

    public async Task<IResult> StartAsync(HttpContext http)
    {
        if (!(await check.ReadAsync(http.Request)).Passed(out var token, out var refusal)
            || !(await BoundedBody.ReadOptionalObjectAsync(http.Request, MaxBodyChars)).Passed(out var body, out refusal))
        {
            return refusal;
        }

        // The page's user.id is not asked: the token says who this is.
        var place = await conversations.FindPlaceAsync(token.ConversationId, http.RequestAborted);
        if (place is not null && place.UserId != token.UserId)
        {
            return Refusal.OtherConversation;
        }

        var isNew = place is null && await CreateAsync(token, token.Locale ?? WireLocale.Of(body["locale"]) ?? PreferredLocale(http.Request));
        return await AnswerAsync(http, token, Watermark.Beginning, isNew ? StatusCodes.Status201Created : StatusCodes.Status200OK);
    }

    public async Task<IResult> ReconnectAsync(HttpContext http, string conversationId) =>
        !(await check.ReadAsync(http.Request, conversationId)).Passed(out var token, out var refusal) ? refusal
        : !Watermark.TryRead(http.Request, out var after) ? Refusal.BadWatermark
        : await AnswerAsync(http, token, after == 0 ? Watermark.Beginning : Watermark.Write(after), StatusCodes.Status200OK);

    /// <summary>True when this call created it; of two tabs that start at once only one does, and one welcome is said.</summary>
    private async Task<bool> CreateAsync(ConversationToken token, string locale)
    {
        // Not cancelled with the request: a conversation is begun whole or not at all.
        var begun = await starter.StartAsync(token.ConversationId, Channel, token.UserId, locale, CancellationToken.None);
        return await conversations.CreateAsync(begun, CancellationToken.None);
    }

    private static string PreferredLocale(HttpRequest request) =>
        request.GetTypedHeaders().AcceptLanguage
            .OrderByDescending(language => language.Quality ?? 1)
            .Select(language => WireLocale.Of(language.Value.Value))
            .FirstOrDefault(locale => locale is not null) ?? DefaultLocale;

    private async Task<IResult> AnswerAsync(HttpContext http, ConversationToken token, string watermark, int status)
    {
        var streamToken = await tokens.IssueForStreamAsync(token, http.RequestAborted);
        return WireJson.Answer(
            new ConversationAnswer(
                token.ConversationId,
                await tokens.IssueAsync(token, http.RequestAborted),
                tokens.ExpiresInSeconds,
                address.Stream(http.Request, token.ConversationId, watermark, streamToken),
                new Guid(SHA256.HashData(Encoding.UTF8.GetBytes(token.ConversationId)).AsSpan(0, 16)).ToString()),
            status);
    }
}
