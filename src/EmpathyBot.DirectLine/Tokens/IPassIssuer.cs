using EmpathyBot.Domain.Conversations;
using Microsoft.AspNetCore.Http;

namespace EmpathyBot.DirectLine.Tokens;

/// <summary>Lets pages into conversations: those kept here, or those that Azure's Direct Line keeps.</summary>
internal interface IPassIssuer
{
    /// <summary>A pass to a new conversation for this user.</summary>
    Task<IssuedPass> BeginAsync(HttpRequest request, string userId, string? locale);

    /// <summary>A pass back to a conversation, or null when it is over.</summary>
    Task<IssuedPass?> ResumeAsync(HttpRequest request, ResumedConversation theirs, string? locale);
}

/// <summary>What a page is let in with.</summary>
/// <param name="Token">What it shows.</param>
/// <param name="ConversationId">The one conversation that the token opens.</param>
/// <param name="UserId">Who everything sent with it is from.</param>
/// <param name="ExpiresIn">Seconds until it must have been refreshed.</param>
/// <param name="Domain">Where it is shown.</param>
internal sealed record IssuedPass(string Token, string ConversationId, string UserId, int ExpiresIn, string Domain);
