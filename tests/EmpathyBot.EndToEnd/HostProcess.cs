using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Reflection;

namespace EmpathyBot.EndToEnd;

/// <summary>The real host in a process of its own, with a database of its own, on a free port of this machine.</summary>
public sealed class HostProcess : IAsyncDisposable
{
    public const string DeskKey = "end-to-end-desk-key";

    private readonly NodeNetwork? network;
    private readonly Dictionary<string, string> settings;
    private readonly List<string> log = [];
    private Process? process;
    private bool isToEnd;

    private HostProcess(string folder, NodeNetwork? network, Dictionary<string, string> settings)
    {
        Folder = folder;
        this.network = network;
        Url = new Uri($"http://{network?.Node ?? IPAddress.Loopback}:{FreePort()}");
        Http = new HttpClient { BaseAddress = Url, Timeout = TimeSpan.FromSeconds(60) };
        this.settings = settings;
    }

    public Uri Url { get; }

    public HttpClient Http { get; }

    /// <summary>Where its database lives.</summary>
    public string Folder { get; }

    public IReadOnlyList<string> Log
    {
        get
        {
            lock (log)
                return [.. log];
        }
    }

    /// <summary>Starts a host and returns once it is ready to serve.</summary>
    public static Task<HostProcess> StartAsync(params (string Name, string Value)[] settings) => StartAsync(null, settings);

    /// <summary>The same, inside a network of its own.</summary>
    internal static async Task<HostProcess> StartAsync(NodeNetwork? network, params (string Name, string Value)[] settings)
    {
        var folder = Directory.CreateTempSubdirectory("empathybot-").FullName;
        var host = new HostProcess(folder, network, settings.ToDictionary(setting => setting.Name.Replace(":", "__", StringComparison.Ordinal), setting => setting.Value));
        await host.RunAsync();
        return host;
    }

    /// <summary>True when the process ended although nobody told it to.</summary>
    public bool HasEndedByItself => process is { HasExited: true } && !isToEnd;

    /// <summary>Ends the process without warning, as <c>kill -9</c> does.</summary>
    public async Task KillAsync()
    {
        isToEnd = true;
        process!.Kill();
        await process.WaitForExitAsync();
    }

    /// <summary>Stops the process where it stands, as a machine that stalls does.</summary>
    public Task PauseAsync() => SignalAsync("STOP");

    /// <summary>Lets it go on as if nothing had been.</summary>
    public Task ResumeAsync() => SignalAsync("CONT");

    /// <summary>Ends the process in peace, as a deployment does.</summary>
    public async Task StopAsync()
    {
        isToEnd = true;
        await SignalAsync("TERM");
        await process!.WaitForExitAsync();
    }

    /// <summary>Starts it again on the same database and port.</summary>
    public Task RestartAsync() => RunAsync();

    /// <summary>Runs one of the host's commands on the same database, and gives its exit code.</summary>
    /// <param name="input">What it reads from its standard input.</param>
    /// <param name="arguments">The command.</param>
    public async Task<int> RunCommandAsync(string input, params string[] arguments)
    {
        var start = Start(arguments);
        start.RedirectStandardInput = true;
        using var command = Process.Start(start)!;
        var (output, errors) = (command.StandardOutput.ReadToEndAsync(), command.StandardError.ReadToEndAsync());
        await command.StandardInput.WriteLineAsync(input);
        command.StandardInput.Close();
        await command.WaitForExitAsync();
        Keep(await output + await errors);
        return command.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        if (process is { HasExited: false })
            await KillAsync();
        process?.Dispose();
        Directory.Delete(Folder, recursive: true);
    }

    private async Task SignalAsync(string signal)
    {
        using var sent = Process.Start("kill", [$"-{signal}", process!.Id.ToString(CultureInfo.InvariantCulture)]);
        await sent.WaitForExitAsync();
    }

    private async Task RunAsync()
    {
        process?.Dispose();
        isToEnd = false;
        process = Process.Start(Start())!;
        process.OutputDataReceived += (_, line) => Keep(line.Data);
        process.ErrorDataReceived += (_, line) => Keep(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        await UntilReadyAsync();
    }

    private ProcessStartInfo Start(params string[] arguments)
    {
        string[] command = [.. network?.Command ?? [], "dotnet", HostAssembly(), .. arguments];
        var start = new ProcessStartInfo(command[0], command[1..])
        {
            WorkingDirectory = Path.Combine(RepositoryRoot(), "src", "EmpathyBot.Host"),
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Development";
        start.Environment["ASPNETCORE_URLS"] = Url.ToString();
        start.Environment["Storage__Path"] = Path.Combine(Folder, "empathybot.db");
        start.Environment["Desk__DevelopmentKey"] = DeskKey;
        start.Environment["Logging__LogLevel__Default"] = "Warning";
        foreach (var (name, value) in settings)
            start.Environment[name] = value;
        return start;
    }

    private void Keep(string? line)
    {
        if (line is null)
            return;
        lock (log)
            log.Add(line);
    }

    private async Task UntilReadyAsync()
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(180));
        using var pace = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        while (await pace.WaitForNextTickAsync(limit.Token))
        {
            if (process!.HasExited)
                throw new InvalidOperationException("The host ended at start:\n" + string.Join('\n', Log));
            try
            {
                if ((await Http.GetAsync("readyz", limit.Token)).StatusCode == HttpStatusCode.OK)
                    return;
            }
            catch (HttpRequestException)
            {
                // Not listening yet.
            }
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    // The host's own output folder holds what the tests' folder does not: the desk, the web files, the content.
    private static string HostAssembly()
    {
        var configuration = new DirectoryInfo(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar)).Name;
        var bin = new DirectoryInfo(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar)).Parent!.Parent!.FullName;
        return Path.Combine(bin, "EmpathyBot.Host", configuration, "EmpathyBot.Host.dll");
    }

    internal static string RepositoryRoot()
    {
        for (var folder = new DirectoryInfo(Path.GetDirectoryName(Assembly.GetExecutingAssembly().Location)!); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "EmpathyBot.sln")))
                return folder.FullName;
        }

        throw new InvalidOperationException("The tests do not run inside the repository.");
    }
}
