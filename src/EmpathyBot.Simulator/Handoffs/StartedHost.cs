using System.Diagnostics;

namespace EmpathyBot.Simulator.Handoffs;

/// <summary>A host that this command starts, kills and starts again.</summary>
internal sealed class StartedHost(string command, Uri url) : IAsyncDisposable
{
    private static readonly TimeSpan ReadyWithin = TimeSpan.FromMinutes(3);
    private static readonly TimeSpan LookAgain = TimeSpan.FromMilliseconds(200);

    private readonly string log = Path.GetTempFileName();
    private Process? process;

    /// <summary>Starts it and waits until it is ready to serve.</summary>
    /// <exception cref="InvalidOperationException">It ended, or was not ready in time.</exception>
    public Task StartAsync(CancellationToken cancellationToken)
    {
        Launch();
        return UntilReadyAsync(LookAgain, ReadyWithin, cancellationToken);
    }

    /// <summary>Starts it and waits for nothing.</summary>
    public void Launch() =>
        // "exec" makes the shell become the host, so that killing it kills the host and nothing else.
        process = Process.Start(new ProcessStartInfo("/bin/sh", ["-c", $"exec {command} >'{log}' 2>&1"]))
            ?? throw new InvalidOperationException($"\"{command}\" could not be started.");

    /// <summary>Waits until it is ready to serve, and looks so often.</summary>
    /// <exception cref="InvalidOperationException">It ended, or was not ready in time.</exception>
    public async Task UntilReadyAsync(TimeSpan pace, TimeSpan within, CancellationToken cancellationToken)
    {
        using var http = new HttpClient { BaseAddress = url, Timeout = TimeSpan.FromSeconds(5) };
        var watch = Stopwatch.StartNew();
        while (!await IsReadyAsync(http, cancellationToken))
        {
            if (process!.HasExited)
                throw new InvalidOperationException($"\"{command}\" ended with exit code {process.ExitCode} before it was ready:\n{await LastWordsAsync(cancellationToken)}");
            if (watch.Elapsed > within)
                throw new InvalidOperationException($"\"{command}\" was not ready at {url} within {within.TotalSeconds:0} seconds.");
            await Task.Delay(pace, cancellationToken);
        }
    }

    /// <summary>Ends it without warning and starts it again; gives how long it was away.</summary>
    public async Task<TimeSpan> KillAndStartAsync(CancellationToken cancellationToken)
    {
        var watch = Stopwatch.StartNew();
        await KillAsync();
        await StartAsync(cancellationToken);
        return watch.Elapsed;
    }

    public async ValueTask DisposeAsync()
    {
        await KillAsync();
        File.Delete(log);
    }

    /// <summary>Ends it without warning, as <c>kill -9</c> does.</summary>
    public async Task KillAsync()
    {
        if (process is { HasExited: false })
        {
            process.Kill();
            await process.WaitForExitAsync();
        }

        process?.Dispose();
        process = null;
    }

    private async Task<string> LastWordsAsync(CancellationToken cancellationToken) =>
        string.Join('\n', (await File.ReadAllLinesAsync(log, cancellationToken)).TakeLast(20));

    private static async Task<bool> IsReadyAsync(HttpClient http, CancellationToken cancellationToken)
    {
        try
        {
            using var answer = await http.GetAsync(new Uri("readyz", UriKind.Relative), cancellationToken);
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
        catch (TaskCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return false;
        }
    }
}
