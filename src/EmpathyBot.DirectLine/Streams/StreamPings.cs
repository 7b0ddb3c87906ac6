using System.Collections.Concurrent;
using Microsoft.Extensions.Hosting;

namespace EmpathyBot.DirectLine.Streams;

/// <summary>
/// Sends every open stream a sign of life now and then, so that proxies do not cut silent ones and dead ones are found.
/// One timer for all: thousands of idle streams must cost next to nothing.
/// </summary>
internal sealed class StreamPings(TimeProvider clock) : BackgroundService
{
    private static readonly TimeSpan Rhythm = TimeSpan.FromSeconds(30);

    private readonly ConcurrentDictionary<StreamMailbox, bool> _open = new();

    public void Add(StreamMailbox mailbox) => _open[mailbox] = true;

    public void Remove(StreamMailbox mailbox) => _open.TryRemove(mailbox, out _);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Rhythm, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            foreach (var (mailbox, _) in _open)
            {
                mailbox.PutPing();
            }
        }
    }
}
