using System.Net;
using System.Net.Http.Headers;
using System.Text;
using StandIn.Rest;

namespace StandIn.Bot.Connector;

/// <summary>The connector over REST.</summary>
internal sealed class HttpConnectorClient : IConnectorClient, IConversationCalls
{
    private readonly ServiceClientCredentials _credentials;
    private readonly HttpClient _http;

    public HttpConnectorClient(Uri baseUri, ServiceClientCredentials credentials, HttpClient http)
    {
        BaseUri = baseUri;
        _credentials = credentials;
        _http = http;
    }

    public Uri BaseUri { get; set; }

    public IConversations Conversations => this;

    public Task<ResourceResponse> ReplyToActivityAsync(string conversationId, string activityId, Activity activity, CancellationToken cancellationToken) =>
        SendAsync<ResourceResponse>(HttpMethod.Post, ActivityPath(conversationId, activityId), activity, cancellationToken);

    public Task<ResourceResponse> SendToConversationAsync(string conversationId, Activity activity, CancellationToken cancellationToken) =>
        SendAsync<ResourceResponse>(HttpMethod.Post, $"v3/conversations/{Segment(conversationId)}/activities", activity, cancellationToken);

    public Task<ResourceResponse> UpdateActivityAsync(string conversationId, string activityId, Activity activity, CancellationToken cancellationToken) =>
        SendAsync<ResourceResponse>(HttpMethod.Put, ActivityPath(conversationId, activityId), activity, cancellationToken);

    public Task DeleteActivityAsync(string conversationId, string activityId, CancellationToken cancellationToken) =>
        SendAsync<object>(HttpMethod.Delete, ActivityPath(conversationId, activityId), null, cancellationToken);

    public Task<ConversationResourceResponse> CreateConversationAsync(ConversationParameters parameters, CancellationToken cancellationToken) =>
        SendAsync<ConversationResourceResponse>(HttpMethod.Post, "v3/conversations", parameters, cancellationToken);

    public Task<IList<ChannelAccount>> GetConversationMembersAsync(string conversationId, CancellationToken cancellationToken) =>
        SendAsync<IList<ChannelAccount>>(HttpMethod.Get, $"v3/conversations/{Segment(conversationId)}/members", null, cancellationToken);

    // The HTTP client is shared, so a turn's end does not end it.
    public void Dispose()
    {
    }

    private static string ActivityPath(string conversationId, string activityId) =>
        $"v3/conversations/{Segment(conversationId)}/activities/{Segment(activityId)}";

    // Ids of Teams hold semicolons and colons, others slashes: each is one segment.
    private static string Segment(string id) => Uri.EscapeDataString(id);

    private async Task<T> SendAsync<T>(HttpMethod method, string path, object body, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(method, AddressOf(path));
        if (body != null)
        {
            var json = JsonSerializer.SerializeToUtf8Bytes(body, body.GetType(), BotJson.Options);
            request.Content = new ByteArrayContent(json) { Headers = { ContentType = new MediaTypeHeaderValue("application/json", "utf-8") } };
        }

        await _credentials.ProcessHttpRequestAsync(request, cancellationToken).ConfigureAwait(false);
        using var response = await _http.SendAsync(request, cancellationToken).ConfigureAwait(false);
        var answer = await response.Content.ReadAsByteArrayAsync(cancellationToken).ConfigureAwait(false);
        if (response.StatusCode is not (HttpStatusCode.OK or HttpStatusCode.Created or HttpStatusCode.Accepted))
        {
            throw Failure(response, answer);
        }

        // Channels answer a typing activity with 202 and nothing.
        return IsBlank(answer) ? default : Parse<T>(answer);
    }

    private Uri AddressOf(string path)
    {
        var root = BaseUri.AbsoluteUri;
        return new Uri(root.EndsWith('/') ? root + path : root + "/" + path);
    }

    private static bool IsBlank(byte[] answer) => answer.AsSpan().IndexOfAnyExcept(" \t\r\n"u8) < 0;

    private static T Parse<T>(byte[] answer)
    {
        try
        {
            return JsonSerializer.Deserialize<T>(answer, BotJson.Options);
        }
        catch (JsonException error)
        {
            throw new ErrorResponseException("Unable to deserialize the response.", error);
        }
    }

    private static ErrorResponseException Failure(HttpResponseMessage response, byte[] answer)
    {
        var failure = new ErrorResponseException($"Operation returned an invalid status code '{response.StatusCode}'")
        {
            Response = new HttpResponseMessageWrapper(response, Encoding.UTF8.GetString(answer)),
        };
        try
        {
            failure.Body = IsBlank(answer) ? null : JsonSerializer.Deserialize<ErrorResponse>(answer, BotJson.Options);
        }
        catch (JsonException)
        {
            // Proxies answer in HTML. The status says enough.
            failure.Body = null;
        }

        return failure;
    }
}
