using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Options;

namespace EmpathyBot.Bot.Handoffs;

/// <summary>How a hub took what it was sent.</summary>
internal enum HubAnswer
{
    Taken = 0,
    /// <summary>It will not take it, however often it is sent.</summary>
    Refused,
    /// <summary>It did not answer, or asks to come again.</summary>
    NotNow,
}

/// <summary>The authenticated line to another hub.</summary>
internal sealed class HubLine(IHttpClientFactory clients, IOptions<HandoffOptions> options)
{
    /// <summary>Name of the HTTP client.</summary>
    public const string ClientName = "handoff-hub";

    /// <summary>Posts one activity. The same activity, sent again, carries the same id and key.</summary>
    public async Task<HubAnswer> SendAsync(JsonObject activity, CancellationToken cancellationToken)
    {
        var hub = options.Value.Hub;
        using var request = new HttpRequestMessage(HttpMethod.Post, hub.Url)
        {
            Content = new StringContent(activity.ToJsonString(), Encoding.UTF8, "application/json"),
        };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", hub.Key);
        request.Headers.Add("Idempotency-Key", (string)activity["id"]!);
        try
        {
            using var answer = await clients.CreateClient(ClientName).SendAsync(request, cancellationToken);
            return answer switch
            {
                { IsSuccessStatusCode: true } => HubAnswer.Taken,
                { StatusCode: HttpStatusCode.RequestTimeout or HttpStatusCode.TooManyRequests or >= HttpStatusCode.InternalServerError } => HubAnswer.NotNow,
                _ => HubAnswer.Refused,
            };
        }
        catch (Exception unreached) when (unreached is HttpRequestException or OperationCanceledException && !cancellationToken.IsCancellationRequested)
        {
            return HubAnswer.NotNow;
        }
    }
}
