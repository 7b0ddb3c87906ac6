using EmpathyBot.Domain.Conversations;
using Microsoft.AspNetCore.Http;

namespace EmpathyBot.DirectLine.Tokens;

/// <summary>Passes to the conversations kept here. A new one is only reserved: starting it is the client's next call.</summary>
internal sealed class EmbeddedPasses(TokenSigner tokens, ChannelAddress address) : IPassIssuer
{
    public Task<IssuedPass> BeginAsync(HttpRequest request, string userId, string? locale) =>
        IssueAsync(request, new ConversationToken(UnguessableId.NewConversation(), userId, locale, []));

    public async Task<IssuedPass?> ResumeAsync(HttpRequest request, ResumedConversation theirs, string? locale) =>
        await IssueAsync(request, new ConversationToken(theirs.ConversationId, theirs.UserId, locale, []));

    private async Task<IssuedPass> IssueAsync(HttpRequest request, ConversationToken token) => new(
        await tokens.IssueAsync(token, request.HttpContext.RequestAborted), token.ConversationId, token.UserId, tokens.ExpiresInSeconds, address.Domain(request));
}
