using Azure;
using Azure.Core;
using Azure.Core.Pipeline;

namespace StandIn.Azure.AI.TextAnalytics;

/// <summary>
/// Asks Azure AI Language about texts, through Azure.Core's pipeline: retries, timeouts and transport are those of
/// <see cref="TextAnalyticsClientOptions"/>. What the service refuses, the whole request or its only document, is a
/// <see cref="RequestFailedException"/>. May be shared between threads.
/// </summary>
public class TextAnalyticsClient
{
    private const string Scope = "https://cognitiveservices.azure.com/.default";

    private readonly LanguageEndpoint? _service;
    private readonly TextAnalyticsClientOptions _options = new();

    /// <summary>For mocks.</summary>
    protected TextAnalyticsClient()
    {
    }

    public TextAnalyticsClient(Uri endpoint, AzureKeyCredential credential)
        : this(endpoint, credential, new TextAnalyticsClientOptions())
    {
    }

    public TextAnalyticsClient(Uri endpoint, AzureKeyCredential credential, TextAnalyticsClientOptions options)
        : this(endpoint, new KeyPolicy(NotNull(credential)), options)
    {
    }

    public TextAnalyticsClient(Uri endpoint, TokenCredential credential)
        : this(endpoint, credential, new TextAnalyticsClientOptions())
    {
    }

    public TextAnalyticsClient(Uri endpoint, TokenCredential credential, TextAnalyticsClientOptions options)
        : this(endpoint, new BearerTokenAuthenticationPolicy(NotNull(credential), Scope), options)
    {
    }

    private TextAnalyticsClient(Uri endpoint, HttpPipelinePolicy authentication, TextAnalyticsClientOptions options)
    {
        ArgumentNullException.ThrowIfNull(endpoint);
        ArgumentNullException.ThrowIfNull(options);
        _options = options;
        _service = new LanguageEndpoint(HttpPipelineBuilder.Build(options, authentication), endpoint, options.Version);
    }

    private LanguageEndpoint Service => _service ?? throw new InvalidOperationException("This client was made without an endpoint.");

    public virtual async Task<Response<DocumentSentiment>> AnalyzeSentimentAsync(
        string document, string? language = null, AnalyzeSentimentOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(document);
        var parameters = new TaskParameters { LoggingOptOut = options?.DisableServiceLogs, OpinionMining = options?.IncludeOpinionMining, StringIndexType = TaskParameters.Utf16 };
        using var answer = await Service.AskAsync("SentimentAnalysis", [TaskDocument.In(document, language ?? _options.DefaultLanguage)], parameters, cancellationToken).ConfigureAwait(false);
        return Response.FromValue(SentimentReader.Read(answer.OnlyDocument()), answer.Response);
    }

    public virtual async Task<Response<PiiEntityCollection>> RecognizePiiEntitiesAsync(
        string document, string? language = null, RecognizePiiEntitiesOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(document);
        var parameters = new TaskParameters { LoggingOptOut = options?.DisableServiceLogs, StringIndexType = TaskParameters.Utf16 };
        using var answer = await Service.AskAsync("PiiEntityRecognition", [TaskDocument.In(document, language ?? _options.DefaultLanguage)], parameters, cancellationToken).ConfigureAwait(false);
        return Response.FromValue(PiiEntityCollection.Read(answer.OnlyDocument()), answer.Response);
    }

    public virtual async Task<Response<DetectedLanguage>> DetectLanguageAsync(
        string document, string? countryHint = null, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(document);
        using var answer = await Service.AskAsync("LanguageDetection", [TaskDocument.From(document, countryHint ?? _options.DefaultCountryHint)], new(), cancellationToken).ConfigureAwait(false);
        return Response.FromValue(DetectedLanguage.Read(answer.OnlyDocument()), answer.Response);
    }

    public virtual async Task<Response<DetectLanguageResultCollection>> DetectLanguageBatchAsync(
        IEnumerable<string> documents, string? countryHint = null, TextAnalyticsRequestOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(documents);
        var asked = documents.Select((text, id) => TaskDocument.From(text, countryHint ?? _options.DefaultCountryHint, id)).ToList();
        if (asked.Count == 0)
            throw new ArgumentException("Value cannot be an empty collection.", nameof(documents));

        using var answer = await Service.AskAsync("LanguageDetection", asked, new TaskParameters { LoggingOptOut = options?.DisableServiceLogs }, cancellationToken).ConfigureAwait(false);
        return Response.FromValue(DetectLanguageResultCollection.Read(answer, asked.Count), answer.Response);
    }

    private static T NotNull<T>(T credential) where T : class => credential ?? throw new ArgumentNullException(nameof(credential));

    /// <summary>The key is read anew for each request, since it may be changed while the client lives.</summary>
    private sealed class KeyPolicy(AzureKeyCredential credential) : HttpPipelineSynchronousPolicy
    {
        public override void OnSendingRequest(HttpMessage message) => message.Request.Headers.SetValue("Ocp-Apim-Subscription-Key", credential.Key);
    }
}
