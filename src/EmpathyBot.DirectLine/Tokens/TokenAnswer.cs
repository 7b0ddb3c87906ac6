using System.Text.Json.Serialization;

namespace EmpathyBot.DirectLine.Tokens;

/// <summary>What <c>/tokens/generate</c> and <c>/tokens/refresh</c> answer.</summary>
internal sealed record TokenAnswer(string ConversationId, string Token, [property: JsonPropertyName("expires_in")] int ExpiresIn);

/// <summary>What <c>/api/token</c> answers: all that a page needs to begin.</summary>
internal sealed record PageTokenAnswer(
    string Token, string ConversationId, string UserId, string Resume, [property: JsonPropertyName("expires_in")] int ExpiresIn, string Domain);
