using System.ComponentModel.DataAnnotations;
using System.Threading.RateLimiting;
using Microsoft.Extensions.Options;
using Polly;
using Polly.CircuitBreaker;
using Polly.Retry;
using Polly.Timeout;

namespace StandIn.Extensions.Http.Resilience;

/// <summary>The five layers around a request, outermost first: rate limit, total timeout, retry, circuit breaker, timeout of one attempt.</summary>
public class HttpStandardResilienceOptions
{
    private const string RateLimiterName = "Standard-RateLimiter";
    private const string TotalTimeoutName = "Standard-TotalRequestTimeout";
    private const string RetryName = "Standard-Retry";
    private const string CircuitBreakerName = "Standard-CircuitBreaker";
    private const string AttemptTimeoutName = "Standard-AttemptTimeout";

    [Required]
    [ValidateObjectMembers]
    public HttpRateLimiterStrategyOptions RateLimiter { get; set; } = new() { Name = RateLimiterName };

    [Required]
    [ValidateObjectMembers]
    public HttpTimeoutStrategyOptions TotalRequestTimeout { get; set; } = new() { Name = TotalTimeoutName };

    [Required]
    [ValidateObjectMembers]
    public HttpRetryStrategyOptions Retry { get; set; } = new() { Name = RetryName };

    [Required]
    [ValidateObjectMembers]
    public HttpCircuitBreakerStrategyOptions CircuitBreaker { get; set; } = new() { Name = CircuitBreakerName };

    [Required]
    [ValidateObjectMembers]
    public HttpTimeoutStrategyOptions AttemptTimeout { get; set; } = new() { Name = AttemptTimeoutName, Timeout = TimeSpan.FromSeconds(10) };
}

/// <summary>How many requests may be under way at once; by default 1000, and none waits.</summary>
public class HttpRateLimiterStrategyOptions : ResilienceStrategyOptions
{
    public HttpRateLimiterStrategyOptions()
    {
        Name = "RateLimiter";
    }

    [Required]
    public ConcurrencyLimiterOptions DefaultRateLimiterOptions { get; set; } = new() { PermitLimit = 1000, QueueLimit = 0 };
}

/// <summary>When requests to a failing server are held back.</summary>
public class HttpCircuitBreakerStrategyOptions : CircuitBreakerStrategyOptions<HttpResponseMessage>
{
    public HttpCircuitBreakerStrategyOptions()
    {
        ShouldHandle = args => new ValueTask<bool>(HttpClientResiliencePredicates.IsTransient(args.Outcome, args.Context.CancellationToken));
    }
}

/// <summary>How long a request may take.</summary>
public class HttpTimeoutStrategyOptions : TimeoutStrategyOptions
{
}

/// <summary>Which failures are tried again, and when: by default three times, after a growing pause or what the server asks for.</summary>
public class HttpRetryStrategyOptions : RetryStrategyOptions<HttpResponseMessage>
{
    private bool _shouldRetryAfterHeader;

    public HttpRetryStrategyOptions()
    {
        ShouldHandle = args => new ValueTask<bool>(HttpClientResiliencePredicates.IsTransient(args.Outcome, args.Context.CancellationToken));
        BackoffType = DelayBackoffType.Exponential;
        ShouldRetryAfterHeader = true;
        UseJitter = true;
    }

    /// <summary>Whether the server's <c>Retry-After</c> decides the pause.</summary>
    public bool ShouldRetryAfterHeader
    {
        get => _shouldRetryAfterHeader;
        set
        {
            _shouldRetryAfterHeader = value;
            DelayGenerator = value ? static args => new ValueTask<TimeSpan?>(PauseAskedFor(args.Outcome.Result)) : null;
        }
    }

    private static TimeSpan? PauseAskedFor(HttpResponseMessage? response)
    {
        var retryAfter = response?.Headers.RetryAfter;
        var pause = retryAfter?.Date - TimeProvider.System.GetUtcNow() ?? retryAfter?.Delta;
        return pause >= TimeSpan.Zero ? pause : null;
    }
}

/// <summary>Restricts retries to methods that may be repeated.</summary>
public static class HttpRetryStrategyOptionsExtensions
{
    /// <summary>No retry for POST, PATCH, PUT, DELETE and CONNECT.</summary>
    public static void DisableForUnsafeHttpMethods(this HttpRetryStrategyOptions options) =>
        options.DisableFor(HttpMethod.Delete, HttpMethod.Post, HttpMethod.Put, HttpMethod.Connect, HttpMethod.Patch);

    public static void DisableFor(this HttpRetryStrategyOptions options, params HttpMethod[] methods)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(methods);
        if (methods.Length == 0)
        {
            throw new ArgumentException("Collection is empty", nameof(methods));
        }

        var shouldHandle = options.ShouldHandle;
        options.ShouldHandle = async args =>
            await shouldHandle(args).ConfigureAwait(args.Context.ContinueOnCapturedContext)
            && !(RequestOf.Find(args.Context) is { } request && methods.Contains(request.Method));
    }
}

/// <summary>Which outcomes are worth another try.</summary>
public static class HttpClientResiliencePredicates
{
    public static bool IsTransient(Outcome<HttpResponseMessage> outcome) => outcome switch
    {
        { Result: { } response } => (int)response.StatusCode is >= 500 or 408 or 429,
        { Exception: HttpRequestException or TimeoutRejectedException } => true,
        _ => false,
    };

    /// <summary>The same, and a connection that timed out while the caller had not given up.</summary>
    public static bool IsTransient(Outcome<HttpResponseMessage> outcome, CancellationToken cancellationToken) =>
        IsTransient(outcome)
        || (!cancellationToken.IsCancellationRequested
            && outcome.Exception is OperationCanceledException { Source: "System.Private.CoreLib", InnerException: TimeoutException });
}
