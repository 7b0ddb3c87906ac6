namespace EmpathyBot.DirectLine.Tokens;

/// <summary>What a token says: one conversation, one user.</summary>
/// <param name="ConversationId">The only conversation it opens.</param>
/// <param name="UserId">Who everything sent with it is from.</param>
/// <param name="Locale">The language the page asked for, or null.</param>
/// <param name="TrustedOrigins">When not empty, the only origins it may be used from.</param>
internal sealed record ConversationToken(string ConversationId, string UserId, string? Locale, IReadOnlyList<string> TrustedOrigins)
{
    /// <summary>The Direct Line rule for ids that clients cannot choose.</summary>
    public const string UserPrefix = "dl_";
}
