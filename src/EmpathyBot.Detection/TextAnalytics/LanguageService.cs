using Azure;
using Azure.Identity;
using EmpathyBot.Domain.Handoffs;
using Microsoft.Extensions.Logging;
using Polly.CircuitBreaker;
using Polly.Timeout;

namespace EmpathyBot.Detection.TextAnalytics;

/// <summary>
/// Asks Azure AI Language about one message: its language when we cannot tell, then feeling and personal data at once.
/// Never fails: what is not answered in time, or wrongly, is <see cref="ServiceReading.Nothing"/>, logged without the text.
/// </summary>
internal sealed class LanguageService(
    TextAnalyticsClient client, LanguagePatience patience, LanguageMeter meter, ILogger<LanguageService> logger)
{
    /// <summary>What the service takes at most; a longer message is judged by its beginning.</summary>
    public const int LongestText = 5_120;

    private const double LanguageSureFrom = 0.6;

    /// <param name="text">The message, secrets masked.</param>
    /// <param name="language">ISO 639-1 code, or null when it is to be asked.</param>
    /// <param name="cancellationToken">Gives the turn up; the only thing that is thrown.</param>
    public async Task<ServiceReading> AskAsync(string text, string? language, CancellationToken cancellationToken)
    {
        text = Beginning(text);
        try
        {
            var reading = await patience.RunAsync(token => AskAllAsync(text, language, token), cancellationToken);
            meter.Answered();
            return reading;
        }
        // Whatever fails on the way, the customer never notices: our own reading counts.
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            Tell(ReasonOf(exception), exception);
            return ServiceReading.Nothing;
        }
    }

    private async Task<ServiceReading> AskAllAsync(string text, string? language, CancellationToken cancellationToken)
    {
        language ??= await LanguageOfAsync(text, cancellationToken);
        // A feeling read in a guessed language would be a guess.
        if (language is null)
            return ServiceReading.Nothing;

        var secrets = SecretsAsync(text, language, cancellationToken);
        var sentiment = SentimentAsync(text, language, cancellationToken);
        await Task.WhenAll(secrets, sentiment);
        return new(language, await sentiment, await secrets);
    }

    private async Task<string?> LanguageOfAsync(string text, CancellationToken cancellationToken)
    {
        var answer = await client.DetectLanguageBatchAsync([text], countryHint: "", new() { DisableServiceLogs = true }, cancellationToken);
        return answer.Value is [{ HasError: false, PrimaryLanguage: { Iso6391Name: { Length: 2 } code, ConfidenceScore: >= LanguageSureFrom } }] ? code : null;
    }

    private async Task<ServiceSentiment?> SentimentAsync(string text, string language, CancellationToken cancellationToken)
    {
        try
        {
            var answer = await client.AnalyzeSentimentAsync(
                text, language, new AnalyzeSentimentOptions { IncludeOpinionMining = true, DisableServiceLogs = true }, cancellationToken);
            return SentimentAnswer.Read(answer.Value, text);
        }
        catch (RequestFailedException failure) when (IsAboutTheDocument(failure))
        {
            return null;
        }
    }

    private async Task<IReadOnlyList<KnownSecret>> SecretsAsync(string text, string language, CancellationToken cancellationToken)
    {
        try
        {
            var answer = await client.RecognizePiiEntitiesAsync(text, language, new RecognizePiiEntitiesOptions { DisableServiceLogs = true }, cancellationToken);
            return FoundSecrets.In(answer.Value, text);
        }
        catch (RequestFailedException failure) when (IsAboutTheDocument(failure))
        {
            return [];
        }
    }

    /// <summary>The service is well and cannot answer this, most often because it does not know the language.</summary>
    private static bool IsAboutTheDocument(RequestFailedException failure) => failure.Status == 200;

    /// <summary>Never the exception itself: it may quote what was sent.</summary>
    private void Tell(string reason, Exception exception)
    {
        meter.FellBack(reason);
        var (failure, status) = (exception.GetType().Name, (exception as RequestFailedException)?.Status ?? 0);
        var level = exception is BrokenCircuitException ? LogLevel.Debug : LogLevel.Warning;
        LanguageServiceLog.FellBack(logger, level, reason, failure, status);
    }

    /// <summary>Half a character at the cut, or anywhere in a strange message, would come back as another one.</summary>
    private static string Beginning(string text)
    {
        if (text.Length > LongestText)
            text = text[..(char.IsHighSurrogate(text[LongestText - 1]) ? LongestText - 1 : LongestText)];
        return text.Any(char.IsSurrogate) ? string.Concat(text.EnumerateRunes()) : text;
    }

    private static string ReasonOf(Exception exception) => exception switch
    {
        TimeoutRejectedException => "slow",
        BrokenCircuitException => "resting",
        RequestFailedException { Status: 429 } => "throttled",
        RequestFailedException { Status: 401 or 403 } or AuthenticationFailedException => "refused",
        RequestFailedException => "down",
        _ => "wrong",
    };
}

/// <summary>Event ids 6200–6209.</summary>
internal static partial class LanguageServiceLog
{
    [LoggerMessage(EventId = 6200, Message = "Azure AI Language gave no reading ({Reason}: {Failure}, status {Status}); the message is read here only.")]
    public static partial void FellBack(ILogger logger, LogLevel level, string reason, string failure, int status);
}
