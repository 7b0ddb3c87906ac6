using Azure;
using Microsoft.Extensions.Options;
using Polly;
using Polly.CircuitBreaker;
using Polly.Timeout;

namespace EmpathyBot.Detection.TextAnalytics;

/// <summary>
/// How long and how often the service is waited for: one budget for all questions about a message, no second try within
/// it; when half of at least eight askings in half a minute failed, none for half a minute; after 429, none for as long as
/// the service wishes.
/// </summary>
internal sealed class LanguagePatience
{
    /// <summary>Askings that failed before the service is left alone.</summary>
    public const int FewestFailures = 8;

    /// <summary>How long the service is left alone.</summary>
    public static readonly TimeSpan Rest = TimeSpan.FromSeconds(30);

    private static readonly TimeSpan LongestRest = TimeSpan.FromMinutes(5);

    private readonly TimeProvider _time;
    private readonly ResiliencePipeline _pipeline;
    private long _quietUntilTicks;

    public LanguagePatience(IOptions<LanguageOptions> options, TimeProvider time)
    {
        _time = time;
        _pipeline = new ResiliencePipelineBuilder { TimeProvider = time }
            .AddCircuitBreaker(new CircuitBreakerStrategyOptions
            {
                // A turn that was given up says nothing about the service.
                ShouldHandle = static attempt => ValueTask.FromResult(attempt.Outcome.Exception is not (null or OperationCanceledException)),
                FailureRatio = 0.5,
                MinimumThroughput = FewestFailures,
                SamplingDuration = TimeSpan.FromSeconds(30),
                BreakDuration = Rest,
            })
            .AddTimeout(new TimeoutStrategyOptions { Timeout = TimeSpan.FromMilliseconds(options.Value.BudgetMilliseconds) })
            .Build();
    }

    /// <exception cref="BrokenCircuitException">The service is left alone.</exception>
    /// <exception cref="TimeoutRejectedException">The budget is spent.</exception>
    public async Task<T> RunAsync<T>(Func<CancellationToken, Task<T>> ask, CancellationToken cancellationToken)
    {
        if (_time.GetUtcNow().UtcTicks < Interlocked.Read(ref _quietUntilTicks))
            throw new BrokenCircuitException("The service asked to be left alone.");
        try
        {
            // Waited for from outside too: fetching a credential may not heed its token.
            return await _pipeline.ExecuteAsync(async token => await ask(token).WaitAsync(token), cancellationToken);
        }
        catch (RequestFailedException failure) when (failure.Status == 429)
        {
            var until = _time.GetUtcNow() + RestAskedBy(failure);
            Interlocked.Exchange(ref _quietUntilTicks, until.UtcTicks);
            throw;
        }
    }

    private static TimeSpan RestAskedBy(RequestFailedException failure)
    {
        var asked = failure.GetRawResponse() is { } response && response.Headers.TryGetValue("Retry-After", out var value)
            && uint.TryParse(value, out var seconds) ? TimeSpan.FromSeconds(seconds) : Rest;
        return asked < LongestRest ? asked : LongestRest;
    }
}
