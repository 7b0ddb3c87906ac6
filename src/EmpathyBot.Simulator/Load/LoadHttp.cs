using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;

namespace EmpathyBot.Simulator.Load;

/// <summary>
/// HTTP to one node, and to the next one when it does not answer. What is sent carries its own mark, so sending it again
/// is safe.
/// </summary>
internal sealed class LoadHttp(HttpClient http, IReadOnlyList<Uri> nodes, TimeProvider time)
{
    private static readonly TimeSpan AgainAfter = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan GiveUpAfter = TimeSpan.FromSeconds(90);
    private static readonly MediaTypeHeaderValue Json = new("application/json", "utf-8");

    private int repeats;

    /// <summary>How often something was sent again because nobody had answered.</summary>
    public int Repeats => repeats;

    /// <summary>Sends until a node answers with something that is no failure of its own.</summary>
    /// <returns>The status, and the answer where it is a JSON object.</returns>
    /// <exception cref="HttpRequestException">No node answered for a minute and a half.</exception>
    public async Task<(HttpStatusCode Status, JsonElement Body)> SendAsync(
        HttpMethod method, string path, string? bearer, byte[]? json, int home, CancellationToken cancellationToken)
    {
        var begun = time.GetTimestamp();
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                using var request = new HttpRequestMessage(method, new Uri(nodes[(home + attempt) % nodes.Count], path));
                if (bearer is not null)
                    request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", bearer);
                if (json is not null)
                    request.Content = new ByteArrayContent(json) { Headers = { ContentType = Json } };
                using var answer = await http.SendAsync(request, cancellationToken);
                if ((int)answer.StatusCode < 500)
                    return (answer.StatusCode, await ReadAsync(answer, cancellationToken));
            }
            catch (Exception away) when (IsAway(away, cancellationToken) && time.GetElapsedTime(begun) < GiveUpAfter)
            {
                // The node is away, or went away while it answered.
            }

            if (time.GetElapsedTime(begun) >= GiveUpAfter)
                throw new HttpRequestException($"No node answered {method} {path} for {GiveUpAfter.TotalSeconds:0} seconds.");
            Interlocked.Increment(ref repeats);
            await Task.Delay(AgainAfter, time, cancellationToken);
        }
    }

    private static bool IsAway(Exception failure, CancellationToken cancellationToken) =>
        failure is HttpRequestException or IOException || failure is TaskCanceledException && !cancellationToken.IsCancellationRequested;

    private static async Task<JsonElement> ReadAsync(HttpResponseMessage answer, CancellationToken cancellationToken)
    {
        if (answer.Content.Headers.ContentType?.MediaType != "application/json")
            return default;
        var bytes = await answer.Content.ReadAsByteArrayAsync(cancellationToken);
        return bytes.Length == 0 ? default : JsonElement.Parse(bytes);
    }
}
