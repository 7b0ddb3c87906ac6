using EmpathyBot.Domain.Handoffs;
using Microsoft.Extensions.Options;

namespace EmpathyBot.Host.Telemetry;

/// <summary>Looks at the queue every quarter of a minute, for the gauges: they cannot ask the store themselves.</summary>
internal sealed class QueueWatch(
    ITicketStore tickets, HostMeters meters, IOptions<TelemetryOptions> options, TimeProvider time, ILogger<QueueWatch> logger) : BackgroundService
{
    private const int Counted = 10_000;
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(15);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (options.Value.OtlpEndpoint.Length == 0)
            return;
        using var timer = new PeriodicTimer(Every, time);
        try
        {
            do
            {
                await LookAsync(stoppingToken);
            }
            while (await timer.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // Stopping.
        }
    }

    private async Task LookAsync(CancellationToken stoppingToken)
    {
        try
        {
            var now = time.GetUtcNow();
            var waiting = (await tickets.ListOpenAsync(Counted, stoppingToken)).Where(WaitingLine.IsWaiting).ToList();
            meters.Waiting(waiting.Count, waiting.Count > 0 ? now - waiting.Min(ticket => ticket.RequestedAt) : TimeSpan.Zero);
        }
        catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
        {
            // The figures stay as they were; /readyz tells of the store.
            QueueWatchLog.NotSeen(logger, failure);
        }
    }
}

internal static partial class QueueWatchLog
{
    [LoggerMessage(7000, LogLevel.Warning, "The queue could not be looked at; its figures stay as they were.")]
    public static partial void NotSeen(ILogger logger, Exception failure);
}
