using System.Diagnostics.Metrics;
using Azure.Identity;
using EmpathyBot.Detection.TextAnalytics;
using EmpathyBot.Domain.Emotions;
using EmpathyBot.Domain.Handoffs;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Moq;

namespace EmpathyBot.Tests.TextAnalytics;

public sealed class TextAnalyticsDetectorTests
{
    [Fact]
    public async Task An_unsure_reading_is_sharpened_with_target_and_cues()
    {
        await using var readers = await Readers.StartAsync();
        readers.Server.Opinion = ("courier", "rude");

        var reading = (await readers.ReadAsync("Well, the courier was rude.")).Emotion!;

        Assert.Equal((Emotion.Frustration, EmotionTarget.Staff, true, "azure"), (reading.Primary, reading.Target, reading.IsSure, reading.ReadBy));
        Assert.Equal(new Cue(22, 4, "rude"), Assert.Single(reading.Cues));
        Assert.Equal(["PiiEntityRecognition", "SentimentAnalysis"], readers.Server.Kinds);
        Assert.All(readers.Server.Asked, body => Assert.True((bool)body["parameters"]!["loggingOptOut"]!));
        Assert.Empty(readers.Fallbacks);
    }

    [Fact]
    public async Task A_language_that_we_cannot_tell_is_asked_for_and_read_in()
    {
        await using var readers = await Readers.StartAsync(language: null);

        var reading = await readers.ReadAsync("wat een ellende");

        Assert.Equal("nl", reading.Signals.Language);
        Assert.Equal(Emotion.Frustration, reading.Emotion!.Primary);
        Assert.All(readers.Server.Asked.Skip(1), body => Assert.Equal("nl", (string?)body["analysisInput"]!["documents"]![0]!["language"]));
        Assert.Equal("", (string?)readers.Server.Asked.First()["analysisInput"]!["documents"]![0]!["countryHint"]);
    }

    [Theory]
    [InlineData("(Unknown)", 0.0)]
    [InlineData("nl", 0.5)]
    public async Task In_a_language_that_nobody_can_tell_nothing_more_is_asked(string language, double strength)
    {
        await using var readers = await Readers.StartAsync(language: null);
        (readers.Server.Language, readers.Server.Strength) = (language, strength);

        var reading = await readers.ReadAsync("qwrtz");

        Assert.Null(reading.Signals.Language);
        Assert.Equal(Readers.Unsure, reading.Emotion);
        Assert.Equal(["LanguageDetection"], readers.Server.Kinds);
    }

    [Fact]
    public async Task A_customer_who_switched_reading_off_is_never_sent()
    {
        await using var readers = await Readers.StartAsync();
        var reading = await readers.ReadAsync("Where is my parcel?!", readEmotion: false);
        Assert.Null(reading.Emotion);
        Assert.Empty(readers.Server.Asked);
    }

    [Theory]
    [InlineData("")]
    [InlineData("  \t\n")]
    [InlineData("?!?!")]
    [InlineData("10042")]
    [InlineData("👍👍")]
    public async Task Nothing_is_sent_of_a_message_without_a_word(string text)
    {
        await using var readers = await Readers.StartAsync();
        Assert.Equal(Readers.Unsure, (await readers.ReadAsync(text)).Emotion);
        Assert.Empty(readers.Server.Asked);
    }

    [Fact]
    public async Task Secrets_are_masked_before_anything_is_sent()
    {
        await using var readers = await Readers.StartAsync(language: null);
        await readers.ReadAsync("my card 4111 1111 1111 1111 was charged, my password is Tulip-77x");
        Assert.Equal(3, readers.Server.Asked.Count);
        Assert.All(readers.Server.Asked, body => Assert.Equal(
            "my card [card number] was charged, my password is [password]", (string?)body["analysisInput"]!["documents"]![0]!["text"]));
    }

    [Fact]
    public async Task What_is_secret_among_the_personal_data_is_to_be_masked_and_what_an_agent_needs_is_not()
    {
        await using var readers = await Readers.StartAsync();
        readers.Server.Personal =
        [
            ("X1234567", "EUPassportNumber", 0.9), ("DK50 0040 0440 1162", "InternationalBankingAccountNumber", 0.95), ("Ada Berg", "Person", 0.99),
            ("ada.berg@example.com", "Email", 0.99), ("10042-3", "USBankAccountNumber", 0.6), ("Q7654321", "AUPassportNumber", 0.9),
        ];

        var reading = await readers.ReadAsync("Ada Berg, ada.berg@example.com, order 10042-3, papers X1234567, DK50 0040 0440 1162");

        Assert.Equal([new KnownSecret("X1234567", SecretMask.NationalId), new KnownSecret("DK50 0040 0440 1162", SecretMask.BankAccount)], reading.Secrets);
    }

    [Fact]
    public async Task What_the_service_cannot_answer_does_not_spoil_the_rest()
    {
        await using var readers = await Readers.StartAsync();
        readers.Server.Instead = kind => kind == "PiiEntityRecognition" ? LanguageServer.DocumentError(kind) : null;
        Assert.Equal(Emotion.Frustration, (await readers.ReadAsync("this is bad")).Emotion!.Primary);
        Assert.Empty(readers.Fallbacks);
    }

    [Fact]
    public async Task A_long_message_is_sent_as_far_as_the_service_reads_and_no_character_is_cut()
    {
        await using var readers = await Readers.StartAsync();
        await readers.ReadAsync(new string('a', LanguageService.LongestText - 1) + "😡😡" + new string('b', 100_000));
        Assert.All(readers.Server.Asked, body => Assert.Equal(
            new string('a', LanguageService.LongestText - 1), (string?)body["analysisInput"]!["documents"]![0]!["text"]));
    }

    [Fact]
    public async Task A_strange_message_is_read_like_any_other()
    {
        await using var readers = await Readers.StartAsync();
        var reading = await readers.ReadAsync("bad \ud83d\u200b \u202etxet\u202c \0 <b>&amp;</b> 很糟糕 😡");
        Assert.Equal(Emotion.Frustration, reading.Emotion!.Primary);
        Assert.All(readers.Server.Asked, body => Assert.Equal(
            "bad \ufffd\u200b \u202etxet\u202c \0 <b>&amp;</b> 很糟糕 😡", (string?)body["analysisInput"]!["documents"]![0]!["text"]));
        Assert.Empty(readers.Fallbacks);
    }

    [Fact]
    public async Task A_machine_without_an_identity_leaves_our_own_reading_and_says_that_it_was_refused()
    {
        var client = new Mock<TextAnalyticsClient>();
        client.Setup(mock => mock.DetectLanguageBatchAsync(It.IsAny<IEnumerable<string>>(), It.IsAny<string>(), It.IsAny<TextAnalyticsRequestOptions>(), It.IsAny<CancellationToken>()))
            .ThrowsAsync(new CredentialUnavailableException("No managed identity."));
        await using var readers = await Readers.StartAsync(language: null, change: services => services.AddSingleton(client.Object));

        Assert.Equal(Readers.Unsure, (await readers.ReadAsync("hello")).Emotion);
        Assert.Contains("(refused: CredentialUnavailableException", Assert.Single(readers.Fallbacks));
    }

    [Fact]
    public async Task A_slow_service_leaves_our_own_reading_when_the_budget_is_spent()
    {
        using var outcomes = new Outcomes();
        await using var readers = await Readers.StartAsync();
        var never = new TaskCompletionSource();
        readers.Server.Hold = never.Task;

        var reading = readers.ReadAsync("Grandma's vase came broken");
        await readers.Server.FirstAsked.Task;
        readers.Clock.Turn(TimeSpan.FromMilliseconds(799));
        Assert.False(reading.IsCompleted);
        readers.Clock.Turn(TimeSpan.FromMilliseconds(1));

        Assert.Equal(Readers.Unsure, (await reading).Emotion);
        Assert.Contains("slow", Assert.Single(readers.Fallbacks));
        Assert.DoesNotContain(readers.Log.Lines, line => line.Contains("vase", StringComparison.Ordinal));
        Assert.Contains("slow", outcomes.Seen);
        never.SetResult();
    }

    [Fact]
    public async Task A_client_that_heeds_no_token_is_left_behind_all_the_same()
    {
        var asked = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var client = new Mock<TextAnalyticsClient>();
        client.Setup(mock => mock.DetectLanguageBatchAsync(It.IsAny<IEnumerable<string>>(), It.IsAny<string>(), It.IsAny<TextAnalyticsRequestOptions>(), It.IsAny<CancellationToken>()))
            .Callback(() => asked.SetResult())
            .Returns(new TaskCompletionSource<Azure.Response<DetectLanguageResultCollection>>().Task);
        await using var readers = await Readers.StartAsync(language: null, change: services => services.AddSingleton(client.Object));

        var reading = readers.ReadAsync("hello");
        await asked.Task;
        readers.Clock.Turn(TimeSpan.FromMilliseconds(800));

        Assert.Equal(Readers.Unsure, (await reading).Emotion);
    }

    [Fact]
    public async Task A_turn_that_is_given_up_is_not_read_on()
    {
        await using var readers = await Readers.StartAsync();
        var never = new TaskCompletionSource();
        readers.Server.Hold = never.Task;
        using var turn = new CancellationTokenSource();

        var reading = readers.ReadAsync("hello", cancellationToken: turn.Token);
        await readers.Server.FirstAsked.Task;
        await turn.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => reading);
        never.SetResult();
    }

    [Theory]
    [InlineData(401, "refused")]
    [InlineData(403, "refused")]
    [InlineData(429, "throttled")]
    [InlineData(500, "down")]
    [InlineData(503, "down")]
    public async Task A_refusal_leaves_our_own_reading_and_is_told_without_the_text(int status, string reason)
    {
        await using var readers = await Readers.StartAsync();
        readers.Server.Instead = _ => Results.Text("""{"error":{"code":"x","message":"about the vase"}}""", "application/json", statusCode: status);

        Assert.Equal(Readers.Unsure, (await readers.ReadAsync("The vase broke")).Emotion);

        var told = Assert.Single(readers.Fallbacks);
        Assert.Contains($"({reason}: RequestFailedException, status {status})", told);
        Assert.DoesNotContain(readers.Log.Lines, line => line.Contains("vase", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("")]
    [InlineData("<html>gateway</html>")]
    [InlineData("[1]")]
    [InlineData("""{"kind":"LanguageDetectionResults","results":{"documents":[],"errors":[]}}""")]
    [InlineData("""{"kind":"SentimentAnalysisResults","results":{"documents":[{"id":"0","sentiment":"furious","confidenceScores":{"positive":0,"neutral":0,"negative":1},"sentences":[]}],"errors":[]}}""")]
    [InlineData("""{"kind":"SentimentAnalysisResults","results":{"documents":[{"id":"0","sentiment":"negative","confidenceScores":{"positive":0,"neutral":0,"negative":96},"sentences":[]}],"errors":[]}}""")]
    [InlineData("""{"kind":"SentimentAnalysisResults","results":{"documents":[{"id":"7","sentiment":"negative","confidenceScores":{"positive":0,"neutral":0,"negative":1},"sentences":[{"sentiment":"negative","confidenceScores":{"positive":0,"neutral":0,"negative":1},"offset":0,"length":5,"text":"other"}]}],"errors":[]}}""")]
    public async Task A_wrong_answer_leaves_our_own_reading(string answer)
    {
        await using var readers = await Readers.StartAsync();
        readers.Server.Instead = kind => kind == "SentimentAnalysis" ? Results.Text(answer, "application/json") : null;
        Assert.Equal(Readers.Unsure, (await readers.ReadAsync("hello there")).Emotion);
        Assert.Contains("wrong", Assert.Single(readers.Fallbacks));
    }

    [Fact]
    public async Task A_language_told_of_another_document_is_not_believed()
    {
        await using var readers = await Readers.StartAsync(language: null);
        readers.Server.Instead = kind => kind == "LanguageDetection"
            ? LanguageServer.Results(kind, new { id = "7", detectedLanguage = new { name = "Dutch", iso6391Name = "nl", confidenceScore = 1.0 } })
            : null;
        Assert.Null((await readers.ReadAsync("hello there")).Signals.Language);
        Assert.Contains("wrong", Assert.Single(readers.Fallbacks));
    }

    [Fact]
    public async Task A_service_that_keeps_failing_is_left_alone_for_a_while_and_then_tried_again()
    {
        await using var readers = await Readers.StartAsync(language: null);
        readers.Server.Instead = _ => Results.StatusCode(500);
        for (var asking = 0; asking < LanguagePatience.FewestFailures; asking++)
            await readers.ReadAsync("hello");
        Assert.Equal(LanguagePatience.FewestFailures, readers.Server.Asked.Count);

        Assert.Equal(Readers.Unsure, (await readers.ReadAsync("hello")).Emotion);
        Assert.Equal(LanguagePatience.FewestFailures, readers.Server.Asked.Count);
        Assert.Contains(readers.Fallbacks, line => line.StartsWith("Debug", StringComparison.Ordinal) && line.Contains("resting", StringComparison.Ordinal));

        readers.Server.Instead = _ => null;
        readers.Clock.Turn(LanguagePatience.Rest);
        Assert.Equal(Emotion.Frustration, (await readers.ReadAsync("hello")).Emotion!.Primary);
    }

    [Fact]
    public async Task A_service_that_asks_for_quiet_is_left_alone_for_as_long_as_it_asks()
    {
        await using var readers = await Readers.StartAsync(language: null);
        readers.Server.Instead = _ => new TooManyRequests(45);
        await readers.ReadAsync("hello");
        Assert.Single(readers.Server.Asked);

        readers.Server.Instead = _ => null;
        readers.Clock.Turn(TimeSpan.FromSeconds(44));
        Assert.Equal(Readers.Unsure, (await readers.ReadAsync("hello")).Emotion);
        Assert.Single(readers.Server.Asked);

        readers.Clock.Turn(TimeSpan.FromSeconds(1));
        Assert.Equal(Emotion.Frustration, (await readers.ReadAsync("hello")).Emotion!.Primary);
    }

    private sealed class TooManyRequests(int seconds) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            httpContext.Response.StatusCode = 429;
            httpContext.Response.Headers.RetryAfter = $"{seconds}";
            return Task.CompletedTask;
        }
    }

    /// <summary>The outcomes that are counted.</summary>
    private sealed class Outcomes : IDisposable
    {
        private readonly MeterListener _listener = new();

        public Outcomes()
        {
            _listener.InstrumentPublished = (instrument, listener) =>
            {
                if (instrument.Meter.Name == LanguageMeter.Name)
                    listener.EnableMeasurementEvents(instrument);
            };
            _listener.SetMeasurementEventCallback<long>((_, _, tags, _) => Seen.Enqueue((string)tags[0].Value!));
            _listener.Start();
        }

        public System.Collections.Concurrent.ConcurrentQueue<string> Seen { get; } = new();

        public void Dispose() => _listener.Dispose();
    }
}
