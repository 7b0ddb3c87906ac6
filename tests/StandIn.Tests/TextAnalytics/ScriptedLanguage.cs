using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Azure;
using Azure.Core;
using Azure.Core.Pipeline;

namespace StandIn.Tests.TextAnalytics;

/// <summary>Answers each request with the next answer, the last one again and again, and keeps what was asked.</summary>
internal sealed class ScriptedLanguage(params HttpResponseMessage[] answers) : HttpMessageHandler
{
    public static readonly Uri Endpoint = new("https://shop.cognitiveservices.azure.test/");

    public List<(HttpRequestMessage Request, JsonObject Body)> Asked { get; } = [];

    public static ScriptedLanguage Answering(string json) => new(Answer(HttpStatusCode.OK, json));

    public static HttpResponseMessage Answer(HttpStatusCode status, string json, int? retryAfter = null)
    {
        var answer = new HttpResponseMessage(status) { Content = new StringContent(json, Encoding.UTF8, "application/json") };
        if (retryAfter is { } seconds)
            answer.Headers.RetryAfter = new(TimeSpan.FromSeconds(seconds));
        return answer;
    }

    public TextAnalyticsClient Client(int retries = 0) => new(Endpoint, new AzureKeyCredential("key-1"), Options(retries));

    public TextAnalyticsClient Client(TokenCredential credential) => new(Endpoint, credential, Options(0));

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Asked.Add((request, JsonNode.Parse(await request.Content!.ReadAsStringAsync(cancellationToken))!.AsObject()));
        return answers[Math.Min(Asked.Count, answers.Length) - 1];
    }

    private TextAnalyticsClientOptions Options(int retries)
    {
        var options = new TextAnalyticsClientOptions { Transport = new HttpClientTransport(this) };
        options.Retry.MaxRetries = retries;
        options.Retry.Delay = TimeSpan.Zero;
        return options;
    }
}

/// <summary>Gives a token at once.</summary>
internal sealed class ReadyCredential : TokenCredential
{
    public List<string> Scopes { get; } = [];

    public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken)
    {
        Scopes.AddRange(requestContext.Scopes);
        return new AccessToken("token-1", DateTimeOffset.MaxValue);
    }

    public override ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
        new(GetToken(requestContext, cancellationToken));
}

/// <summary>Never answers, and hears when it is no longer waited for.</summary>
internal sealed class SilentLanguage : HttpMessageHandler
{
    public TaskCompletionSource Asked { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Asked.SetResult();
        return await new TaskCompletionSource<HttpResponseMessage>().Task.WaitAsync(cancellationToken);
    }
}
