using System.Net.Sockets;
using EmpathyBot.Simulator.Handoffs;
using EmpathyBot.Simulator.Load;

namespace EmpathyBot.Simulator.Start;

/// <summary>Starts a host while a customer waits for it, and ends it once the customer is answered.</summary>
/// <param name="command">Starts the host.</param>
/// <param name="url">Where it serves.</param>
/// <param name="within">How long readiness, and then the answer, are waited for.</param>
/// <param name="time">Counts.</param>
internal sealed class StartRound(string command, Uri url, TimeSpan within, TimeProvider time)
{
    /// <summary>Finer than anything that is measured here.</summary>
    private static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(5);

    private const string Question = "what does shipping to Germany cost?";

    /// <exception cref="InvalidOperationException">Something serves there already, or the host ended or was not ready in time.</exception>
    public async Task<StartTimes> PlayAsync(CancellationToken cancellationToken)
    {
        if (await ListensAsync(cancellationToken))
            throw new InvalidOperationException($"Something serves at {url} already. End it first: its answers would be taken for the new host's.");
        await using var host = new StartedHost(command, url);
        using var over = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var begun = time.GetTimestamp();
        host.Launch();
        var answered = AnsweredAsync(over.Token);
        try
        {
            await host.UntilReadyAsync(Pace, within, cancellationToken);
            var ready = time.GetElapsedTime(begun);
            return new(ready, await answered is { } at ? time.GetElapsedTime(begun, at) : null);
        }
        finally
        {
            await over.CancelAsync();
            await ((Task)answered).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>Comes as soon as there is a door, asks, and gives when the answer was there.</summary>
    private async Task<long?> AnsweredAsync(CancellationToken over)
    {
        while (!await ListensAsync(over))
            await Task.Delay(Pace, time, over);
        using var client = new HttpClient { Timeout = within };
        var plan = new LoadPlan(1, within, [url], LoadChannel.DirectLine) { AnswerWithin = within };
        await using var line = await DirectLineLine.BeginAsync(new(client, plan.Urls, time), plan, time, 0, over);
        return (await line.SayAsync(Question, over)).AnsweredAt;
    }

    private async Task<bool> ListensAsync(CancellationToken cancellationToken)
    {
        using var client = new TcpClient();
        try
        {
            await client.ConnectAsync(url.Host, url.Port, cancellationToken);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
