using System.Net.Http.Headers;
using EmpathyBot.BackOffice.Solving;
using EmpathyBot.Domain.Solving;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace EmpathyBot.BackOffice;

/// <summary>What this ring brings to a host: the company's systems, over HTTP with resilience.</summary>
public static class BackOfficeServices
{
    /// <summary>Name of the HTTP client that calls the shop.</summary>
    public const string ClientName = "back-office";

    /// <summary>Adds <see cref="IBackOffice"/>.</summary>
    public static IServiceCollection AddBackOffice(this IServiceCollection services, Action<BackOfficeOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        var options = services.AddOptions<BackOfficeOptions>().ValidateDataAnnotations()
            .Validate(
                value => value.BaseUrl.Length == 0 || (Uri.TryCreate(value.BaseUrl, UriKind.Absolute, out var url) && url.Scheme is "http" or "https"),
                "BackOffice:BaseUrl must be an absolute http or https address, or empty.")
            .ValidateOnStart();
        if (configure is not null)
            options.Configure(configure);

        services.AddHttpClient(ClientName, (provider, client) =>
            {
                var settings = provider.GetRequiredService<IOptions<BackOfficeOptions>>().Value;
                if (settings.BaseUrl.Length > 0)
                    client.BaseAddress = new Uri(settings.BaseUrl.TrimEnd('/') + "/");
                if (settings.ApiKey.Length > 0)
                    client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", settings.ApiKey);
                client.MaxResponseContentBufferSize = 256 * 1024;
            })
            // Calls carry idempotency keys, so a POST may be repeated too.
            .AddStandardResilienceHandler().Configure((resilience, provider) =>
            {
                var total = TimeSpan.FromSeconds(provider.GetRequiredService<IOptions<BackOfficeOptions>>().Value.TimeoutSeconds);
                resilience.TotalRequestTimeout.Timeout = total;
                resilience.AttemptTimeout.Timeout = total / 3;
                resilience.Retry.MaxRetryAttempts = 2;
                resilience.Retry.Delay = TimeSpan.FromMilliseconds(200);
                resilience.CircuitBreaker.SamplingDuration = TimeSpan.FromSeconds(60);
            });
        services.TryAddSingleton<IBackOffice, HttpBackOffice>();
        return services;
    }

    internal static HttpClient CreateBackOfficeClient(this IHttpClientFactory factory) => factory.CreateClient(ClientName);
}
