using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace EmpathyBot.Bot.Handoffs;

/// <summary>
/// Where another engagement hub answers. Only who sends the key of the settings is heard; a <c>handoff.status</c> from anywhere
/// else changes nothing.
/// </summary>
internal static class HubEndpoint
{
    /// <summary>The address.</summary>
    public const string Pattern = "/api/hub";

    private const string Bearer = "Bearer ";
    private const int MaxBytes = 262_144;

    public static async Task HandleAsync(HttpContext http, IOptions<HandoffOptions> options, HubReports reports)
    {
        var hub = options.Value.Hub;
        if (!hub.IsOn)
            await RefuseAsync(http, StatusCodes.Status404NotFound, "NoHub", "No other hub is set up here (Handoffs:Hub).");
        else if (!IsTheHub(http.Request, hub))
            await RefuseAsync(http, StatusCodes.Status401Unauthorized, "NotTheHub", "Send the key of Handoffs:Hub:ReplyKey as \"Authorization: Bearer\".");
        else if (await ReadAsync(http.Request) is not { } activity)
            await RefuseAsync(http, StatusCodes.Status400BadRequest, "BadArgument", $"Send one activity as a JSON object with \"type\" and \"conversation\": {{\"id\": …}}, of at most {MaxBytes} bytes.");
        else
            await http.Response.WriteAsJsonAsync(new { outcome = await reports.HearAsync(activity, http.RequestAborted) }, http.RequestAborted);
    }

    private static async Task<HubActivity?> ReadAsync(HttpRequest request)
    {
        if (request.ContentLength > MaxBytes)
            return null;
        request.EnableBuffering(bufferThreshold: 64 * 1024, bufferLimit: MaxBytes + 1);
        try
        {
            using var document = await JsonDocument.ParseAsync(request.Body, default, request.HttpContext.RequestAborted);
            return HubActivity.Read(document.RootElement);
        }
        catch (Exception unreadable) when (unreadable is JsonException or IOException)
        {
            return null;
        }
    }

    /// <summary>Hashed first, so that the time it takes tells nothing of the key.</summary>
    private static bool IsTheHub(HttpRequest request, HubOptions hub)
    {
        var sent = request.Headers.Authorization.ToString();
        return sent.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase)
            && CryptographicOperations.FixedTimeEquals(SHA256.HashData(Encoding.UTF8.GetBytes(sent[Bearer.Length..].Trim())), SHA256.HashData(Encoding.UTF8.GetBytes(hub.ReplyKey)));
    }

    private static Task RefuseAsync(HttpContext http, int status, string code, string message)
    {
        http.Response.StatusCode = status;
        return http.Response.WriteAsJsonAsync(new { error = new { code, message } }, http.RequestAborted);
    }
}
