using System.Net;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Polly;
using Polly.CircuitBreaker;
using Polly.Timeout;
using StandIn.Extensions.DependencyInjection;
using StandIn.Extensions.Http.Resilience;

namespace StandIn.Tests.Http;

public class StandardResilienceTests
{
    [Fact]
    public void The_defaults_are_those_of_the_library()
    {
        var options = new HttpStandardResilienceOptions();

        Assert.Equal((1000, 0), (options.RateLimiter.DefaultRateLimiterOptions.PermitLimit, options.RateLimiter.DefaultRateLimiterOptions.QueueLimit));
        Assert.Equal(TimeSpan.FromSeconds(30), options.TotalRequestTimeout.Timeout);
        Assert.Equal(TimeSpan.FromSeconds(10), options.AttemptTimeout.Timeout);
        Assert.Equal((3, TimeSpan.FromSeconds(2), DelayBackoffType.Exponential, true, true), (options.Retry.MaxRetryAttempts, options.Retry.Delay, options.Retry.BackoffType, options.Retry.UseJitter, options.Retry.ShouldRetryAfterHeader));
        Assert.Equal((0.1, 100, TimeSpan.FromSeconds(30), TimeSpan.FromSeconds(5)), (options.CircuitBreaker.FailureRatio, options.CircuitBreaker.MinimumThroughput, options.CircuitBreaker.SamplingDuration, options.CircuitBreaker.BreakDuration));
    }

    [Theory]
    [InlineData(HttpStatusCode.InternalServerError)]
    [InlineData(HttpStatusCode.ServiceUnavailable)]
    [InlineData(HttpStatusCode.RequestTimeout)]
    [InlineData(HttpStatusCode.TooManyRequests)]
    public async Task A_passing_failure_is_tried_again(HttpStatusCode failure)
    {
        var server = new Scripted(_ => new HttpResponseMessage(failure), _ => new HttpResponseMessage(HttpStatusCode.OK));

        Assert.Equal(HttpStatusCode.OK, (await Client(server).GetAsync("https://a.test")).StatusCode);
        Assert.Equal(2, server.Requests);
    }

    [Theory]
    [InlineData(HttpStatusCode.NotFound)]
    [InlineData(HttpStatusCode.Forbidden)]
    [InlineData(HttpStatusCode.PreconditionFailed)]
    public async Task A_lasting_failure_is_not(HttpStatusCode failure)
    {
        var server = new Scripted(_ => new HttpResponseMessage(failure));

        Assert.Equal(failure, (await Client(server).GetAsync("https://a.test")).StatusCode);
        Assert.Equal(1, server.Requests);
    }

    [Fact]
    public async Task A_server_that_keeps_failing_is_tried_four_times_in_all()
    {
        var server = new Scripted(Down);

        await Assert.ThrowsAsync<HttpRequestException>(() => Client(server).GetAsync("https://a.test"));
        Assert.Equal(4, server.Requests);
    }

    [Fact]
    public async Task The_body_is_sent_again_with_each_try()
    {
        var bodies = new List<string>();
        var server = new Scripted(
            async request =>
            {
                bodies.Add(await request.Content!.ReadAsStringAsync());
                return new HttpResponseMessage(bodies.Count < 3 ? HttpStatusCode.BadGateway : HttpStatusCode.OK);
            });

        await Client(server).PostAsync("https://a.test", new StringContent("body"));

        Assert.Equal(["body", "body", "body"], bodies);
    }

    [Theory]
    [InlineData("POST", 1)]
    [InlineData("PUT", 1)]
    [InlineData("PATCH", 1)]
    [InlineData("DELETE", 1)]
    [InlineData("GET", 4)]
    public async Task Unsafe_methods_may_be_left_out(string method, int requests)
    {
        var failing = new Scripted(_ => new HttpResponseMessage(HttpStatusCode.BadGateway));
        await Client(failing, options => options.Retry.DisableForUnsafeHttpMethods()).SendAsync(new HttpRequestMessage(new HttpMethod(method), "https://a.test"));
        Assert.Equal(requests, failing.Requests);

        var down = new Scripted(Down);
        await Assert.ThrowsAsync<HttpRequestException>(() => Client(down, options => options.Retry.DisableForUnsafeHttpMethods()).SendAsync(new HttpRequestMessage(new HttpMethod(method), "https://a.test")));
        Assert.Equal(requests, down.Requests);
    }

    [Fact]
    public async Task The_server_may_say_when_to_try_again()
    {
        var pauses = new List<TimeSpan>();
        var asking = new HttpResponseMessage(HttpStatusCode.TooManyRequests) { Headers = { RetryAfter = new(TimeSpan.FromMilliseconds(0)) } };
        var server = new Scripted(_ => asking, _ => new HttpResponseMessage(HttpStatusCode.OK));

        await Client(server, options =>
        {
            options.Retry.Delay = TimeSpan.FromHours(1);
            options.Retry.OnRetry = args =>
            {
                pauses.Add(args.RetryDelay);
                return default;
            };
        }).GetAsync("https://a.test");

        Assert.Equal([TimeSpan.Zero], pauses);
    }

    [Fact]
    public void What_the_server_says_may_be_ignored()
    {
        Assert.NotNull(new HttpRetryStrategyOptions().DelayGenerator);
        Assert.Null(new HttpRetryStrategyOptions { ShouldRetryAfterHeader = false }.DelayGenerator);
    }

    [Fact]
    public async Task An_attempt_that_takes_too_long_is_given_up_and_tried_again()
    {
        var server = new Scripted(Never, _ => Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK)));

        var response = await Client(server, options => options.AttemptTimeout.Timeout = TimeSpan.FromMilliseconds(50)).GetAsync("https://a.test");

        Assert.Equal((HttpStatusCode.OK, 2), (response.StatusCode, server.Requests));
    }

    [Fact]
    public async Task All_tries_together_have_a_limit()
    {
        var server = new Scripted(Never);

        await Assert.ThrowsAsync<TimeoutRejectedException>(() => Client(server, options =>
        {
            options.AttemptTimeout.Timeout = TimeSpan.FromMilliseconds(150);
            options.TotalRequestTimeout.Timeout = TimeSpan.FromMilliseconds(200);
        }).GetAsync("https://a.test"));
        Assert.InRange(server.Requests, 1, 2);
    }

    [Fact]
    public async Task A_caller_that_gives_up_ends_the_tries()
    {
        using var patience = new CancellationTokenSource();
        var server = new Scripted(async request =>
        {
            await patience.CancelAsync();
            return new HttpResponseMessage(HttpStatusCode.BadGateway);
        });

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Client(server).GetAsync("https://a.test", patience.Token));
        Assert.Equal(1, server.Requests);
    }

    [Fact]
    public async Task A_circuit_that_is_open_asks_the_server_no_more_whichever_client_calls()
    {
        var server = new Scripted(_ => new HttpResponseMessage(HttpStatusCode.BadGateway));
        var services = Services(server, options =>
        {
            options.Retry.MaxRetryAttempts = 1;
            options.CircuitBreaker.MinimumThroughput = 2;
            options.CircuitBreaker.FailureRatio = 1;
        });
        var factory = services.GetRequiredService<IHttpClientFactory>();

        await factory.CreateClient("shop").GetAsync("https://a.test");

        await Assert.ThrowsAsync<BrokenCircuitException>(() => factory.CreateClient("shop").GetAsync("https://a.test"));
        Assert.Equal(2, server.Requests);
    }

    [Fact]
    public async Task Too_many_requests_at_once_are_rejected()
    {
        var arrived = new TaskCompletionSource();
        var release = new TaskCompletionSource<HttpResponseMessage>();
        var server = new Scripted(_ =>
        {
            arrived.SetResult();
            return release.Task;
        });
        var client = Client(server, options => options.RateLimiter.DefaultRateLimiterOptions = new() { PermitLimit = 1, QueueLimit = 0 });
        var first = client.GetAsync("https://a.test");
        await arrived.Task;

        await Assert.ThrowsAnyAsync<ExecutionRejectedException>(() => client.GetAsync("https://a.test"));

        release.SetResult(new HttpResponseMessage(HttpStatusCode.OK));
        Assert.Equal(HttpStatusCode.OK, (await first).StatusCode);
    }

    [Fact]
    public async Task Options_come_from_the_configuration_too()
    {
        var server = new Scripted(_ => new HttpResponseMessage(HttpStatusCode.BadGateway));
        var services = new ServiceCollection();
        services.AddHttpClient("shop").ConfigurePrimaryHttpMessageHandler(() => server).AddStandardResilienceHandler(new ConfigurationBuilder()
            .AddInMemoryCollection(new Dictionary<string, string?> { ["Resilience:Retry:MaxRetryAttempts"] = "1", ["Resilience:Retry:Delay"] = "00:00:00" }).Build().GetSection("Resilience"));

        await services.BuildServiceProvider().GetRequiredService<IHttpClientFactory>().CreateClient("shop").GetAsync("https://a.test");

        Assert.Equal(2, server.Requests);
    }

    [Fact]
    public void The_pipeline_is_named_after_its_client_and_replaces_the_client_s_timeout()
    {
        var services = new ServiceCollection();

        var client = services.AddHttpClient("shop");

        var builder = client.AddStandardResilienceHandler();

        Assert.Equal("shop-standard", builder.PipelineName);
        Assert.Same(client.Services, builder.Services);
        Assert.Equal(Timeout.InfiniteTimeSpan, services.BuildServiceProvider().GetRequiredService<IHttpClientFactory>().CreateClient("shop").Timeout);
    }

    [Fact]
    public void Timeouts_that_make_no_sense_are_refused()
    {
        Refused(options => options.AttemptTimeout.Timeout = TimeSpan.FromSeconds(40), "Total request timeout");
        Refused(options => options.AttemptTimeout.Timeout = TimeSpan.FromSeconds(20), "sampling duration");
        Refused(options => options.Retry = null!, "Retry");
        Refused(options => options.Retry.MaxRetryAttempts = -1, "MaxRetryAttempts");

        static void Refused(Action<HttpStandardResilienceOptions> spoil, string word)
        {
            var monitor = Services(new Scripted(_ => new HttpResponseMessage()), spoil).GetRequiredService<IOptionsMonitor<HttpStandardResilienceOptions>>();
            Assert.Contains(word, Assert.Throws<OptionsValidationException>(() => monitor.Get("shop-standard")).Message, StringComparison.OrdinalIgnoreCase);
        }
    }

    [Fact]
    public void Nothing_is_no_argument()
    {
        var builder = new ServiceCollection().AddHttpClient("shop");

        Assert.Equal("builder", Assert.Throws<ArgumentNullException>(() => ((IHttpClientBuilder)null!).AddStandardResilienceHandler()).ParamName);
        Assert.Equal("configure", Assert.Throws<ArgumentNullException>(() => builder.AddStandardResilienceHandler((Action<HttpStandardResilienceOptions>)null!)).ParamName);
        Assert.Equal("section", Assert.Throws<ArgumentNullException>(() => builder.AddStandardResilienceHandler((IConfigurationSection)null!)).ParamName);
        Assert.Equal("methods", Assert.Throws<ArgumentException>(() => new HttpRetryStrategyOptions().DisableFor()).ParamName);
    }

    private static HttpResponseMessage Down(HttpRequestMessage request) => throw new HttpRequestException("down");

    private static async Task<HttpResponseMessage> Never(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var never = new TaskCompletionSource<HttpResponseMessage>();
        await using var registration = cancellationToken.Register(() => never.TrySetCanceled(cancellationToken));
        return await never.Task;
    }

    private static HttpClient Client(Scripted server, Action<HttpStandardResilienceOptions>? configure = null) =>
        Services(server, configure).GetRequiredService<IHttpClientFactory>().CreateClient("shop");

    private static ServiceProvider Services(Scripted server, Action<HttpStandardResilienceOptions>? configure)
    {
        var services = new ServiceCollection();
        services.AddHttpClient("shop").ConfigurePrimaryHttpMessageHandler(() => server).AddStandardResilienceHandler(options =>
        {
            options.Retry.Delay = TimeSpan.Zero;
            configure?.Invoke(options);
        });
        return services.BuildServiceProvider();
    }

    /// <summary>A server that answers as written, and with the last answer from then on.</summary>
    private sealed class Scripted : HttpMessageHandler
    {
        private readonly Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>>[] _answers;

        public Scripted(params Func<HttpRequestMessage, HttpResponseMessage>[] answers)
        {
            _answers = [.. answers.Select(answer => new Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>>((request, _) => Task.FromResult(answer(request))))];
        }

        public Scripted(Func<HttpRequestMessage, Task<HttpResponseMessage>> answer)
        {
            _answers = [(request, _) => answer(request)];
        }

        public Scripted(Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>> first, Func<HttpRequestMessage, Task<HttpResponseMessage>>? then = null)
        {
            _answers = then == null ? [first] : [first, (request, _) => then(request)];
        }

        public int Requests { get; private set; }

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var answer = _answers[Math.Min(Requests++, _answers.Length - 1)];
            return await answer(request, cancellationToken);
        }
    }
}
