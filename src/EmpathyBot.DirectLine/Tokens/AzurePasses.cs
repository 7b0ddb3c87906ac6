using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using EmpathyBot.Domain.Conversations;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;

namespace EmpathyBot.DirectLine.Tokens;

/// <summary>
/// Passes to conversations that Azure's Direct Line keeps: the secret stays here, the page gets a token for one conversation,
/// with a user id that it cannot choose and the origins it may be used from.
/// </summary>
internal sealed class AzurePasses(
    IHttpClientFactory clients, IOptions<DirectLineOptions> options, ChannelAddress address, ILogger<AzurePasses> logger) : IPassIssuer
{
    public const string HttpClientName = "azure-direct-line";

    private AzureDirectLineOptions Azure => options.Value.Azure;

    private string Domain => Azure.Domain.AbsoluteUri.TrimEnd('/');

    public async Task<IssuedPass> BeginAsync(HttpRequest request, string userId, string? locale)
    {
        string[] origins = [.. options.Value.AllowedOrigins.Append(address.Base(request)).Select(OriginPolicy.TryNormalize).OfType<string>().Distinct()];
        var asked = new HttpRequestMessage(HttpMethod.Post, $"{Domain}/tokens/generate")
        {
            Content = JsonContent.Create(new { user = new { id = userId }, trustedOrigins = origins }, options: WireJson.Options),
        };
        var answer = await SendAsync(asked, request.HttpContext.RequestAborted) ?? throw new AzureDirectLineException("it knows no such address", null);
        return Read(answer, userId);
    }

    public async Task<IssuedPass?> ResumeAsync(HttpRequest request, ResumedConversation theirs, string? locale)
    {
        var asked = new HttpRequestMessage(HttpMethod.Get, $"{Domain}/conversations/{Uri.EscapeDataString(theirs.ConversationId)}");
        if (await SendAsync(asked, request.HttpContext.RequestAborted) is not { } answer)
        {
            return null;
        }

        // A token that does not bind the user would let the page choose who it is: it begins anew instead.
        var pass = Read(answer, theirs.UserId);
        return pass.ConversationId == theirs.ConversationId && UserOf(pass.Token) == theirs.UserId ? pass : null;
    }

    /// <summary>The answer, or null when there is no such conversation any more.</summary>
    private async Task<JsonElement?> SendAsync(HttpRequestMessage request, CancellationToken aborted)
    {
        try
        {
            using (request)
            {
                request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", Azure.Secret);
                using var client = clients.CreateClient(HttpClientName);
                using var response = await client.SendAsync(request, aborted);
                if (response.StatusCode is HttpStatusCode.NotFound)
                {
                    return null;
                }

                if (!response.IsSuccessStatusCode)
                {
                    AzurePassesLog.Refused(logger, (int)response.StatusCode);
                    throw new AzureDirectLineException($"it answered {(int)response.StatusCode}", null);
                }

                return await response.Content.ReadFromJsonAsync<JsonElement>(aborted);
            }
        }
        catch (Exception failure) when (failure is HttpRequestException or JsonException || (failure is OperationCanceledException && !aborted.IsCancellationRequested))
        {
            AzurePassesLog.Failed(logger, failure);
            throw new AzureDirectLineException("it did not answer", failure);
        }
    }

    private IssuedPass Read(JsonElement answer, string userId)
    {
        var (token, conversation) = (Text(answer, "token"), Text(answer, "conversationId"));
        if (token is null || conversation is null)
        {
            throw new AzureDirectLineException("its answer holds no token", null);
        }

        var lifetime = answer.TryGetProperty("expires_in", out var seconds) && seconds.TryGetInt32(out var given) ? given : 1800;
        return new IssuedPass(token, conversation, userId, lifetime, Domain);
    }

    private static string? Text(JsonElement json, string name) =>
        json.ValueKind == JsonValueKind.Object && json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static string? UserOf(string token)
    {
        var handler = new JsonWebTokenHandler();
        return handler.CanReadToken(token) && handler.ReadJsonWebToken(token).TryGetPayloadValue<string>("user", out var user) ? user : null;
    }
}

/// <summary>Azure's Direct Line gave no token.</summary>
internal sealed class AzureDirectLineException(string how, Exception? inner) : Exception($"Azure's Direct Line gave no token: {how}.", inner);

/// <summary>Event ids 2010–2014.</summary>
internal static partial class AzurePassesLog
{
    [LoggerMessage(2010, LogLevel.Error, "Azure's Direct Line answered {Status} when asked for a token. Check DirectLine:Azure:Secret and DirectLine:Azure:Domain.")]
    public static partial void Refused(ILogger logger, int status);

    [LoggerMessage(2011, LogLevel.Error, "Azure's Direct Line did not answer when asked for a token.")]
    public static partial void Failed(ILogger logger, Exception failure);
}
