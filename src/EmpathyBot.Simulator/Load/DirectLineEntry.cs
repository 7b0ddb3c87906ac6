using System.Net;
using System.Text.Json;

namespace EmpathyBot.Simulator.Load;

/// <summary>A conversation that was begun over embedded Direct Line.</summary>
/// <param name="Token">What its requests are sent with.</param>
/// <param name="ConversationId">Its id.</param>
/// <param name="Answer">What its beginning was answered with.</param>
internal sealed record DirectLineEntry(string Token, string ConversationId, JsonElement Answer)
{
    /// <summary>Where its requests go.</summary>
    public string Path => "v3/directline/conversations/" + Uri.EscapeDataString(ConversationId);

    /// <summary>The address of its WebSocket, good for a minute.</summary>
    public Uri StreamUrl => new(LoadActivity.Text(Answer, "streamUrl") ?? throw new InvalidOperationException("The conversation's answer names no streamUrl."));

    /// <summary>Gets a token and begins the conversation.</summary>
    /// <exception cref="InvalidOperationException">The address gives no tokens, or is none of a bot.</exception>
    public static async Task<DirectLineEntry> BeginAsync(LoadHttp http, int home, CancellationToken cancellationToken)
    {
        var (status, given) = await http.SendAsync(HttpMethod.Post, "api/token", null, """{"locale":"en"}"""u8.ToArray(), home, cancellationToken);
        if (status == HttpStatusCode.TooManyRequests)
            throw new InvalidOperationException("The bot gives no more tokens to one address. Start it with a higher DirectLine:MaxTokensPerMinute for measuring.");
        if (given.ValueKind != JsonValueKind.Object || (int)status >= 400)
            throw new InvalidOperationException($"POST /api/token was answered {(int)status}: is this the address of a bot with Direct Line?");
        var token = given.GetProperty("token").GetString()!;
        var (_, begun) = await http.SendAsync(HttpMethod.Post, "v3/directline/conversations", token, "{}"u8.ToArray(), home, cancellationToken);
        return new(token, given.GetProperty("conversationId").GetString()!, begun);
    }
}
