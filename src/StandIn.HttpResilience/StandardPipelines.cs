using System.Collections.Concurrent;
using System.Threading.RateLimiting;
using Microsoft.Extensions.Options;
using Polly;

namespace StandIn.Extensions.Http.Resilience;

/// <summary>One pipeline a client name, shared by all its handlers: a circuit must know of every request. Changed options make a new one.</summary>
internal sealed class StandardPipelines : IDisposable
{
    private readonly ConcurrentDictionary<string, Lazy<ResiliencePipeline<HttpResponseMessage>>> _pipelines = new();
    private readonly IOptionsMonitor<HttpStandardResilienceOptions> _options;
    private readonly IDisposable? _changes;

    public StandardPipelines(IOptionsMonitor<HttpStandardResilienceOptions> options)
    {
        _options = options;
        _changes = options.OnChange((_, name) => _pipelines.TryRemove(name ?? string.Empty, out var _));
    }

    public ResiliencePipeline<HttpResponseMessage> Get(string name) =>
        _pipelines.GetOrAdd(name, key => new Lazy<ResiliencePipeline<HttpResponseMessage>>(() => Create(_options.Get(key)))).Value;

    public void Dispose() => _changes?.Dispose();

    private static ResiliencePipeline<HttpResponseMessage> Create(HttpStandardResilienceOptions options) =>
        new ResiliencePipelineBuilder<HttpResponseMessage>()
            .AddStrategy(_ => new ConcurrencyLimit(new ConcurrencyLimiter(options.RateLimiter.DefaultRateLimiterOptions)), options.RateLimiter)
            .AddTimeout(options.TotalRequestTimeout)
            .AddRetry(options.Retry)
            .AddCircuitBreaker(options.CircuitBreaker)
            .AddTimeout(options.AttemptTimeout)
            .Build();

    private sealed class ConcurrencyLimit(RateLimiter limiter) : ResilienceStrategy
    {
        protected override async ValueTask<Outcome<TResult>> ExecuteCore<TResult, TState>(
            Func<ResilienceContext, TState, ValueTask<Outcome<TResult>>> callback, ResilienceContext context, TState state)
        {
            using var lease = await limiter.AcquireAsync(1, context.CancellationToken).ConfigureAwait(context.ContinueOnCapturedContext);
            return lease.IsAcquired
                ? await callback(context, state).ConfigureAwait(context.ContinueOnCapturedContext)
                : Outcome.FromException<TResult>(new TooManyRequestsAtOnceException());
        }
    }

    private sealed class TooManyRequestsAtOnceException() : ExecutionRejectedException("The operation could not be executed because it was rejected by the rate limiter.");
}

/// <summary>The request of a pipeline's run.</summary>
internal static class RequestOf
{
    private static readonly ResiliencePropertyKey<HttpRequestMessage> Key = new("Resilience.Http.RequestMessage");

    public static HttpRequestMessage? Find(ResilienceContext context) => context.Properties.GetValue(Key, null!);

    public static void Set(ResilienceContext context, HttpRequestMessage request) => context.Properties.Set(Key, request);
}

/// <summary>Sends requests through the pipeline.</summary>
internal sealed class StandardResilienceHandler(StandardPipelines pipelines, string name) : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var context = ResilienceContextPool.Shared.Get(cancellationToken);
        RequestOf.Set(context, request);
        try
        {
            return await pipelines.Get(name).ExecuteAsync(
                static async (context, state) => await state.Handler.SendOnceAsync(state.Request, context.CancellationToken).ConfigureAwait(false),
                context,
                (Handler: this, Request: request)).ConfigureAwait(false);
        }
        finally
        {
            ResilienceContextPool.Shared.Return(context);
        }
    }

    private Task<HttpResponseMessage> SendOnceAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        base.SendAsync(request, cancellationToken);
}

/// <summary>Refuses timeouts that would make a layer useless.</summary>
internal sealed class StandardResilienceValidator : IValidateOptions<HttpStandardResilienceOptions>
{
    public ValidateOptionsResult Validate(string? name, HttpStandardResilienceOptions options)
    {
        var failures = new ValidateOptionsResultBuilder();
        if (options.AttemptTimeout.Timeout > options.TotalRequestTimeout.Timeout)
        {
            failures.AddError(
                $"Total request timeout resilience strategy must have a greater timeout than the attempt resilience strategy. Total Request Timeout: {options.TotalRequestTimeout.Timeout.TotalSeconds}s, Attempt Timeout: {options.AttemptTimeout.Timeout.TotalSeconds}s");
        }

        if (options.CircuitBreaker.SamplingDuration < options.AttemptTimeout.Timeout * 2)
        {
            failures.AddError(
                $"The sampling duration of circuit breaker strategy needs to be at least double of an attempt timeout strategy's timeout interval, in order to be effective. Sampling Duration: {options.CircuitBreaker.SamplingDuration.TotalSeconds}s, Attempt Timeout: {options.AttemptTimeout.Timeout.TotalSeconds}s");
        }

        return failures.Build();
    }
}
