using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace EmpathyBot.Tests.TextAnalytics;

/// <summary>A local server that answers as Azure AI Language does, and keeps what it was asked.</summary>
internal sealed class LanguageServer : IAsyncDisposable
{
    private readonly WebApplication _app;

    private LanguageServer(WebApplication app) => _app = app;

    public ConcurrentQueue<JsonObject> Asked { get; } = new();

    /// <summary>Completes with the first question.</summary>
    public TaskCompletionSource FirstAsked { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Answers instead of the usual answer, when it gives one.</summary>
    public Func<string, IResult?> Instead { get; set; } = _ => null;

    /// <summary>Held questions are answered when this completes.</summary>
    public Task Hold { get; set; } = Task.CompletedTask;

    public string Sentiment { get; set; } = "negative";

    public double Strength { get; set; } = 0.96;

    public string Language { get; set; } = "nl";

    /// <summary>What is blamed or praised, and with which word.</summary>
    public (string Target, string Word)? Opinion { get; set; }

    /// <summary>Personal data: words, category, confidence.</summary>
    public (string Text, string Category, double Confidence)[] Personal { get; set; } = [];

    public string Endpoint => _app.Urls.Single();

    public IEnumerable<string> Kinds => Asked.Select(body => (string)body["kind"]!).Order();

    public static async Task<LanguageServer> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var server = new LanguageServer(builder.Build());
        server._app.MapPost("/language/:analyze-text", server.AnswerAsync);
        await server._app.StartAsync();
        return server;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task<IResult> AnswerAsync(HttpRequest request)
    {
        var body = (await JsonNode.ParseAsync(request.Body))!.AsObject();
        Assert.Equal(("key-1", "2023-04-01"), (request.Headers["Ocp-Apim-Subscription-Key"].ToString(), request.Query["api-version"].ToString()));
        Asked.Enqueue(body);
        FirstAsked.TrySetResult();
        await Hold.WaitAsync(request.HttpContext.RequestAborted);
        var kind = (string)body["kind"]!;
        var text = (string)body["analysisInput"]!["documents"]![0]!["text"]!;
        return Instead(kind) ?? kind switch
        {
            "SentimentAnalysis" => Results(kind, SentimentOf(text)),
            "PiiEntityRecognition" => Results(kind, PersonalDataOf(text)),
            _ => Results(kind, new { id = "0", detectedLanguage = new { name = Language, iso6391Name = Language, confidenceScore = Strength }, warnings = Array.Empty<object>() }),
        };
    }

    public static IResult Results(string kind, params object[] documents) =>
        TypedResults.Json(new { kind = kind + "Results", results = new { documents, errors = Array.Empty<object>(), modelVersion = "2022-11-01" } });

    /// <summary>The service is well and cannot answer about this document.</summary>
    public static IResult DocumentError(string kind) => TypedResults.Json(new
    {
        kind = kind + "Results",
        results = new
        {
            documents = Array.Empty<object>(),
            errors = new[] { new { id = "0", error = new { code = "InvalidArgument", message = "Invalid language code.", innererror = new { code = "UnsupportedLanguageCode", message = "Not supported." } } } },
            modelVersion = "2022-11-01",
        },
    });

    public object SentimentOf(string text)
    {
        var rest = (1 - Strength) / 2;
        var confidenceScores = new
        {
            positive = Sentiment == "positive" ? Strength : rest, neutral = Sentiment == "neutral" ? Strength : rest, negative = Sentiment is "negative" or "mixed" ? Strength : rest,
        };
        var side = new { positive = Sentiment == "positive" ? 1 : 0, negative = Sentiment == "positive" ? 0 : 1 };
        object[] targets = Opinion is { } opinion
            ? [new { sentiment = Sentiment, confidenceScores = side, offset = 0, length = opinion.Target.Length, text = opinion.Target, relations = new[] { new { relationType = "assessment", @ref = "#/documents/0/sentences/0/assessments/0" } } }]
            : [];
        object[] assessments = Opinion is { } said
            ? [new { sentiment = Sentiment, confidenceScores = side, offset = 0, length = said.Word.Length, text = said.Word, isNegated = false }]
            : [];
        return new
        {
            id = "0", sentiment = Sentiment, confidenceScores, warnings = Array.Empty<object>(),
            sentences = new[] { new { sentiment = Sentiment == "mixed" ? "negative" : Sentiment, confidenceScores, offset = 0, length = text.Length, text, targets, assessments } },
        };
    }

    private object PersonalDataOf(string text) => new
    {
        id = "0", redactedText = text, warnings = Array.Empty<object>(),
        entities = Personal.Select(found => new { text = found.Text, category = found.Category, offset = 0, length = found.Text.Length, confidenceScore = found.Confidence }),
    };
}
