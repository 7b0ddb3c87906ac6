using System.Text.Json;
using System.Text.Json.Serialization;
using Azure;
using Azure.Core;
using Azure.Core.Pipeline;

namespace StandIn.Azure.AI.TextAnalytics;

/// <summary>One text to ask about.</summary>
internal sealed record TaskDocument(string Id, string Text, string? Language, string? CountryHint)
{
    public static TaskDocument In(string text, string language) => new("0", text, language, null);

    public static TaskDocument From(string text, string countryHint, int id = 0) => new($"{id}", text, null, countryHint);
}

internal sealed record TaskParameters
{
    public const string Utf16 = "Utf16CodeUnit";

    public bool? LoggingOptOut { get; init; }

    public bool? OpinionMining { get; init; }

    public string? StringIndexType { get; init; }
}

/// <summary>Posts questions to <c>/language/:analyze-text</c>.</summary>
internal sealed class LanguageEndpoint(HttpPipeline pipeline, Uri endpoint, string version)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    private readonly Uri _address = new($"{endpoint.AbsoluteUri.TrimEnd('/')}/language/:analyze-text?api-version={version}");

    /// <exception cref="RequestFailedException">The service refused, or could not be reached.</exception>
    /// <exception cref="JsonException">The answer is not JSON.</exception>
    /// <exception cref="InvalidOperationException">The answer is not one to this question.</exception>
    public async Task<LanguageAnswer> AskAsync(string kind, IReadOnlyList<TaskDocument> documents, TaskParameters parameters, CancellationToken cancellationToken)
    {
        using var message = pipeline.CreateMessage();
        message.Request.Method = RequestMethod.Post;
        message.Request.Uri.Reset(_address);
        message.Request.Headers.Add("Accept", "application/json");
        message.Request.Headers.Add("Content-Type", "application/json");
        message.Request.Content = RequestContent.Create(JsonSerializer.SerializeToUtf8Bytes(new { kind, analysisInput = new { documents }, parameters }, Json));
        await pipeline.SendAsync(message, cancellationToken).ConfigureAwait(false);
        if (message.Response.Status != 200)
            throw new RequestFailedException(message.Response);
        return LanguageAnswer.Parse(message.Response, kind + "Results");
    }
}

/// <summary>The results of one question.</summary>
internal sealed class LanguageAnswer : IDisposable
{
    private readonly JsonDocument _json;
    private readonly JsonElement _results;

    private LanguageAnswer(Response response, JsonDocument json, JsonElement results)
    {
        (Response, _json, _results) = (response, json, results);
    }

    public Response Response { get; }

    public IEnumerable<JsonElement> Documents => _results.GetProperty("documents").EnumerateArray();

    public IEnumerable<(string Id, TextAnalyticsError Error)> Errors => _results.GetProperty("errors").EnumerateArray()
        .Select(error => (error.GetProperty("id").GetString()!, TextAnalyticsError.Read(error.GetProperty("error"))));

    public static LanguageAnswer Parse(Response response, string kind)
    {
        var json = JsonDocument.Parse(response.Content);
        if (json.RootElement.ValueKind == JsonValueKind.Object && json.RootElement.TryGetProperty("kind", out var found) && found.ValueEquals(kind)
            && json.RootElement.TryGetProperty("results", out var results))
            return new(response, json, results);

        json.Dispose();
        throw new InvalidOperationException($"The service's answer is not of the kind {kind}.");
    }

    /// <summary>The result of the only document asked about. Its id is not looked at: there is no other.</summary>
    public JsonElement OnlyDocument()
    {
        foreach (var (_, error) in Errors)
            throw new RequestFailedException(Response.Status, error.Message, error.ErrorCode.ToString(), null);
        return Documents.First();
    }

    public void Dispose() => _json.Dispose();
}
