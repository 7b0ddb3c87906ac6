using System.Text.Json.Serialization;

namespace EmpathyBot.DirectLine.Conversations;

/// <summary>What starting and reconnecting answer.</summary>
internal sealed record ConversationAnswer(
    string ConversationId, string Token, [property: JsonPropertyName("expires_in")] int ExpiresIn, string StreamUrl, string ReferenceGrammarId);
