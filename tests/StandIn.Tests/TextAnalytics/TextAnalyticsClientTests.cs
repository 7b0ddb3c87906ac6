using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Azure;
using Azure.Core.Pipeline;
using Moq;

namespace StandIn.Tests.TextAnalytics;

public class TextAnalyticsClientTests
{
    [Fact]
    public async Task A_sentiment_is_asked_for_as_the_service_wants_it()
    {
        var service = ScriptedLanguage.Answering(Recorded.Opinions);

        await service.Client().AnalyzeSentimentAsync("Hi.", "nl", new AnalyzeSentimentOptions { IncludeOpinionMining = true, DisableServiceLogs = true });

        var (request, body) = Assert.Single(service.Asked);
        Assert.Equal("https://shop.cognitiveservices.azure.test/language/:analyze-text?api-version=2023-04-01", request.RequestUri!.AbsoluteUri);
        Assert.Equal((HttpMethod.Post, "key-1"), (request.Method, request.Headers.GetValues("Ocp-Apim-Subscription-Key").Single()));
        Assert.Equal("application/json", request.Content!.Headers.ContentType!.MediaType);
        Assert.True(JsonNode.DeepEquals(body, JsonNode.Parse("""
            {"kind":"SentimentAnalysis","analysisInput":{"documents":[{"id":"0","text":"Hi.","language":"nl"}]},
             "parameters":{"loggingOptOut":true,"opinionMining":true,"stringIndexType":"Utf16CodeUnit"}}
            """)), body.ToJsonString());
    }

    [Fact]
    public async Task A_sentiment_names_what_is_blamed_and_the_words_that_do_so()
    {
        var answer = await ScriptedLanguage.Answering(Recorded.Opinions).Client().AnalyzeSentimentAsync("Hi. The driver was rude and not at all helpful.");

        Assert.Equal((TextSentiment.Negative, 0.96), (answer.Value.Sentiment, answer.Value.ConfidenceScores.Negative));
        Assert.Equal(200, answer.GetRawResponse().Status);
        var blaming = answer.Value.Sentences.Last();
        Assert.Equal((4, 42), (blaming.Offset, blaming.Length));
        var opinion = Assert.Single(blaming.Opinions);
        Assert.Equal(("driver", 8, 0.99, 0.0), (opinion.Target.Text, opinion.Target.Offset, opinion.Target.ConfidenceScores.Negative, opinion.Target.ConfidenceScores.Neutral));
        Assert.Equal([("rude", false), ("helpful", true)], opinion.Assessments.Select(assessment => (assessment.Text, assessment.IsNegated)));
    }

    [Fact]
    public async Task Personal_data_comes_with_its_kind_and_place()
    {
        var service = ScriptedLanguage.Answering(Recorded.PersonalData);

        var answer = await service.Client().RecognizePiiEntitiesAsync("My passport is 533401231.");

        Assert.Equal("My passport is *********.", answer.Value.RedactedText);
        Assert.Equal((new PiiEntityCategory("EUPassportNumber"), null, "533401231", 15, 9, 0.85),
            (answer.Value[0].Category, answer.Value[0].SubCategory, answer.Value[0].Text, answer.Value[0].Offset, answer.Value[0].Length, answer.Value[0].ConfidenceScore));
        Assert.Equal("Date", answer.Value[1].SubCategory);
        Assert.Equal("en", (string?)service.Asked[0].Body["analysisInput"]!["documents"]![0]!["language"]);
        Assert.Equal("PiiEntityRecognition", (string?)service.Asked[0].Body["kind"]);
    }

    [Fact]
    public async Task A_language_is_asked_for_with_the_default_hint_and_told_by_its_code()
    {
        var service = ScriptedLanguage.Answering(Recorded.Spanish);

        var answer = await service.Client().DetectLanguageAsync("¿Dónde está mi pedido?");

        Assert.Equal(("Spanish", "es", 0.99), (answer.Value.Name, answer.Value.Iso6391Name, answer.Value.ConfidenceScore));
        Assert.Equal("us", (string?)service.Asked[0].Body["analysisInput"]!["documents"]![0]!["countryHint"]);
    }

    [Fact]
    public async Task Several_documents_are_answered_in_the_order_they_were_asked_about()
    {
        var service = ScriptedLanguage.Answering(Recorded.OneLanguageOneError);

        var answer = await service.Client().DetectLanguageBatchAsync(["", "?!"], "", new TextAnalyticsRequestOptions { DisableServiceLogs = true });

        Assert.True(answer.Value[0].HasError);
        Assert.True(answer.Value[0].Error.ErrorCode == TextAnalyticsErrorCode.InvalidDocument);
        Assert.Throws<InvalidOperationException>(() => answer.Value[0].PrimaryLanguage);
        Assert.False(answer.Value[1].HasError);
        Assert.Equal("(Unknown)", answer.Value[1].PrimaryLanguage.Iso6391Name);
        Assert.True((bool)service.Asked[0].Body["parameters"]!["loggingOptOut"]!);
    }

    [Fact]
    public async Task A_document_that_is_refused_fails_with_the_innermost_error()
    {
        var failure = await Assert.ThrowsAsync<RequestFailedException>(() => ScriptedLanguage.Answering(Recorded.DocumentError).Client().AnalyzeSentimentAsync("nuqneH", "tlh"));

        Assert.Equal((200, "UnsupportedLanguageCode"), (failure.Status, failure.ErrorCode));
        Assert.Equal("The language is not supported.", failure.Message);
    }

    [Theory]
    [InlineData(HttpStatusCode.Unauthorized, Recorded.Unauthorized, "401")]
    [InlineData(HttpStatusCode.TooManyRequests, Recorded.TooMany, "429")]
    [InlineData(HttpStatusCode.InternalServerError, Recorded.Broken, "InternalServerError")]
    public async Task A_request_that_is_refused_fails_with_status_code_and_headers(HttpStatusCode status, string body, string code)
    {
        var service = new ScriptedLanguage(ScriptedLanguage.Answer(status, body, retryAfter: 7));

        var failure = await Assert.ThrowsAsync<RequestFailedException>(() => service.Client().AnalyzeSentimentAsync("Hi."));

        Assert.Equal(((int)status, code), (failure.Status, failure.ErrorCode));
        Assert.True(failure.GetRawResponse()!.Headers.TryGetValue("Retry-After", out var seconds) && seconds == "7");
        Assert.Single(service.Asked);
    }

    [Fact]
    public async Task What_passes_is_tried_again_when_the_options_say_so()
    {
        var service = new ScriptedLanguage(ScriptedLanguage.Answer(HttpStatusCode.ServiceUnavailable, Recorded.Broken), ScriptedLanguage.Answer(HttpStatusCode.OK, Recorded.Opinions));

        await service.Client(retries: 1).AnalyzeSentimentAsync("Hi.");

        Assert.Equal(2, service.Asked.Count);
    }

    [Theory]
    [InlineData("")]
    [InlineData("<html>gateway</html>")]
    [InlineData("""{"kind":"SentimentAnalysisResults","results":{"documents":[{"id":"0"}""")]
    public async Task An_answer_that_is_not_JSON_fails(string body) =>
        await Assert.ThrowsAnyAsync<JsonException>(() => ScriptedLanguage.Answering(body).Client().AnalyzeSentimentAsync("Hi."));

    [Theory]
    [InlineData("[]")]
    [InlineData(Recorded.Spanish)]
    [InlineData("""{"kind":"SentimentAnalysisResults","results":{"documents":[],"errors":[]}}""")]
    public async Task An_answer_to_another_question_fails(string body) =>
        await Assert.ThrowsAsync<InvalidOperationException>(() => ScriptedLanguage.Answering(body).Client().AnalyzeSentimentAsync("Hi."));

    [Fact]
    public async Task An_answer_about_a_document_that_was_not_asked_about_fails() =>
        await Assert.ThrowsAsync<KeyNotFoundException>(() => ScriptedLanguage.Answering(Recorded.Spanish.Replace("\"0\"", "\"9\"")).Client().DetectLanguageBatchAsync(["hola"]));

    [Fact]
    public async Task A_service_that_does_not_answer_is_given_up_with_the_token()
    {
        var service = new SilentLanguage();
        var client = new TextAnalyticsClient(ScriptedLanguage.Endpoint, new AzureKeyCredential("key-1"), new TextAnalyticsClientOptions { Transport = new HttpClientTransport(service) });
        using var patience = new CancellationTokenSource();

        var asking = client.AnalyzeSentimentAsync("Hi.", cancellationToken: patience.Token);
        await service.Asked.Task;
        await patience.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => asking);
    }

    [Fact]
    public async Task A_credential_is_shown_as_a_bearer_token_and_no_key_is_sent()
    {
        var service = ScriptedLanguage.Answering(Recorded.Opinions);
        var credential = new ReadyCredential();

        await service.Client(credential).AnalyzeSentimentAsync("Hi.");

        Assert.Equal("Bearer token-1", service.Asked[0].Request.Headers.GetValues("Authorization").Single());
        Assert.False(service.Asked[0].Request.Headers.Contains("Ocp-Apim-Subscription-Key"));
        Assert.Equal(["https://cognitiveservices.azure.com/.default"], credential.Scopes);
    }

    [Fact]
    public async Task Nothing_is_asked_about_nothing()
    {
        var service = ScriptedLanguage.Answering(Recorded.Opinions);
        await Assert.ThrowsAsync<ArgumentException>(() => service.Client().AnalyzeSentimentAsync(""));
        await Assert.ThrowsAsync<ArgumentException>(() => service.Client().RecognizePiiEntitiesAsync(""));
        await Assert.ThrowsAsync<ArgumentException>(() => service.Client().DetectLanguageBatchAsync(Array.Empty<string>()));
        Assert.Throws<ArgumentNullException>(() => new TextAnalyticsClient(null!, new AzureKeyCredential("key-1")));
        Assert.Throws<ArgumentNullException>(() => new TextAnalyticsClient(ScriptedLanguage.Endpoint, (AzureKeyCredential)null!));
        Assert.Empty(service.Asked);
    }

    [Fact]
    public async Task It_can_be_mocked()
    {
        var client = new Mock<TextAnalyticsClient>();
        client.Setup(mock => mock.AnalyzeSentimentAsync("Hi.", null, null, default)).ThrowsAsync(new RequestFailedException(503, "down"));
        await Assert.ThrowsAsync<RequestFailedException>(() => client.Object.AnalyzeSentimentAsync("Hi."));
    }
}
