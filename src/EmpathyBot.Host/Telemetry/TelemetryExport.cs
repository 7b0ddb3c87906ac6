using EmpathyBot.Bot.Conversations;
using Microsoft.Extensions.Options;
using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace EmpathyBot.Host.Telemetry;

/// <summary>Sends traces and metrics while the host runs, and what is left when it stops. Without an endpoint it does nothing.</summary>
internal sealed class TelemetryExport(IOptions<TelemetryOptions> options, HostMeters meters) : IHostedService, IDisposable
{
    private TracerProvider? _traces;
    private MeterProvider? _metrics;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        var settings = options.Value;
        if (settings.OtlpEndpoint.Length == 0)
            return Task.CompletedTask;
        _ = meters;
        var resource = ResourceBuilder.CreateDefault().AddService(settings.ServiceName);
        // Not the web server's own spans: the addresses in them carry tokens of streams.
        _traces = Sdk.CreateTracerProviderBuilder()
            .SetResourceBuilder(resource).AddSource(BotTelemetry.Name)
            .AddOtlpExporter(exporter => Set(exporter, "v1/traces"))
            .Build();
        _metrics = Sdk.CreateMeterProviderBuilder()
            .SetResourceBuilder(resource).AddMeter(BotTelemetry.Name, "System.Runtime", "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel")
            .AddOtlpExporter((exporter, reader) =>
            {
                Set(exporter, "v1/metrics");
                reader.PeriodicExportingMetricReaderOptions.ExportIntervalMilliseconds = settings.MetricsSeconds * 1000;
            })
            .Build();
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken)
    {
        // A receiver that does not answer must not hold the stop up.
        const int milliseconds = 3000;
        _traces?.ForceFlush(milliseconds);
        _metrics?.ForceFlush(milliseconds);
        return Task.CompletedTask;
    }

    public void Dispose()
    {
        _traces?.Dispose();
        _metrics?.Dispose();
    }

    private void Set(OtlpExporterOptions exporter, string path)
    {
        exporter.Protocol = OtlpExportProtocol.HttpProtobuf;
        exporter.Endpoint = new Uri(options.Value.OtlpEndpoint.TrimEnd('/') + "/" + path);
        exporter.Headers = options.Value.OtlpHeaders.Length > 0 ? options.Value.OtlpHeaders : null;
    }
}
