using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace EmpathyBot.Simulator.Handoffs;

/// <summary>HTTP that does not give up while the host is away: what is sent carries its own key, so sending again is safe.</summary>
internal sealed class SteadyHttp(HttpClient http)
{
    private static readonly TimeSpan AgainAfter = TimeSpan.FromMilliseconds(250);

    private int repeats;

    /// <summary>How often something was sent again.</summary>
    public int Repeats => repeats;

    /// <summary>Sends until there is an answer that is none of the server's failures; gives its status and body.</summary>
    public async Task<(HttpStatusCode Status, JsonObject? Body)> SendAsync(
        HttpMethod method, string address, string bearer, JsonObject? body, CancellationToken cancellationToken, string? agent = null, string? key = null)
    {
        while (true)
        {
            try
            {
                using var request = new HttpRequestMessage(method, address);
                request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", bearer);
                if (agent is not null)
                    request.Headers.Add("X-Desk-Agent", agent);
                if (key is not null)
                    request.Headers.Add("Idempotency-Key", key);
                if (body is not null)
                    request.Content = JsonContent.Create(body);
                using var answer = await http.SendAsync(request, cancellationToken);
                if ((int)answer.StatusCode < 500 && answer.StatusCode != HttpStatusCode.TooManyRequests)
                    return (answer.StatusCode, await answer.Content.ReadFromJsonAsync<JsonObject>(cancellationToken));
            }
            catch (Exception away) when (away is HttpRequestException or IOException or System.Text.Json.JsonException
                || away is TaskCanceledException && !cancellationToken.IsCancellationRequested)
            {
                // The host is away, or went away while it answered.
            }

            Interlocked.Increment(ref repeats);
            await Task.Delay(AgainAfter, cancellationToken);
        }
    }
}
