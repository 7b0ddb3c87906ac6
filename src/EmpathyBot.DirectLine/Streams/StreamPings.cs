using System.Collections.Concurrent;
using Microsoft.Extensions.Hosting;

namespace EmpathyBot.DirectLine.Streams;

/// <summary>
/// Knows the open streams. Sends each a sign of life now and then, so that proxies do not cut silent ones and dead ones are
/// found, and ends them all when the host stops. One timer and one listener to the stop for all: thousands of idle streams
/// must cost next to nothing, and their signs of life, spread over the rhythm, must not hold up a message.
/// </summary>
internal sealed class StreamPings(TimeProvider clock, IHostApplicationLifetime host) : BackgroundService
{
    private static readonly TimeSpan Rhythm = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Step = TimeSpan.FromSeconds(1);

    /// <summary>The open streams, and when each is due.</summary>
    private readonly ConcurrentDictionary<StreamMailbox, DateTimeOffset> _open = new();
    private uint _added;

    public void Add(StreamMailbox mailbox)
    {
        // After a restart all clients come back at once: their first signs are spread, too.
        var first = Step * (1 + (Interlocked.Increment(ref _added) % (Rhythm / Step)));
        _open[mailbox] = clock.GetUtcNow() + first;
        if (host.ApplicationStopping.IsCancellationRequested)
        {
            mailbox.End();
        }
    }

    public void Remove(StreamMailbox mailbox) => _open.TryRemove(mailbox, out _);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var stopping = host.ApplicationStopping.Register(EndAll);
        using var timer = new PeriodicTimer(Step, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            var now = clock.GetUtcNow();
            foreach (var (mailbox, due) in _open)
            {
                if (due <= now && _open.TryUpdate(mailbox, now + Rhythm, due))
                {
                    mailbox.PutPing();
                }
            }
        }
    }

    private void EndAll()
    {
        foreach (var (mailbox, _) in _open)
        {
            mailbox.End();
        }
    }
}
