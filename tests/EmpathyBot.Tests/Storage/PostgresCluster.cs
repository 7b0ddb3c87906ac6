using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace EmpathyBot.Tests.Storage;

/// <summary>
/// A PostgreSQL server of the tests' own: in a folder that is removed afterwards, on a free port of this machine, without
/// waiting for the disk. Its binaries are those of <c>EMPATHYBOT_POSTGRES_BIN</c>, or are looked for where distributions put them.
/// </summary>
public sealed class PostgresCluster : IAsyncDisposable
{
    private const string User = "empathybot";

    private static readonly Lazy<Task<PostgresCluster>> ForAll = new(StartForAllAsync);

    private readonly Process _process;
    private readonly int _port;

    private PostgresCluster(Process process, int port) => (_process, _port) = (process, port);

    /// <summary>The one that suites share, each with a database of its own; it ends with this process.</summary>
    public static Task<PostgresCluster> SharedAsync() => ForAll.Value;

    /// <summary>Where it listens on this machine.</summary>
    public int Port => _port;

    /// <summary>How to connect to a database of it.</summary>
    /// <param name="database">Its name.</param>
    /// <param name="address">Host and port of a line to it; null: straight.</param>
    public string ConnectTo(string database, IPEndPoint? address = null) => $"Host={address?.Address ?? IPAddress.Loopback};Port={address?.Port ?? _port};Username={User};Database={database};Maximum Pool Size=30";

    /// <summary>Starts a server, which serves once this returns.</summary>
    public static async Task<PostgresCluster> StartAsync()
    {
        var (bin, port) = (FindBinaries(), FreePort());
        // The server ends when this process does, however that ends: the shell waits for its input to close. PostgreSQL
        // refuses to run as root.
        var script = $$"""
            set -e; cd /; data=$(mktemp -d); trap 'rm -rf "$data"' EXIT
            begin() { '{{bin}}/postgres' -D "$data/db" -p {{port}} -h 127.0.0.1 -k "$data" -c fsync=off -c full_page_writes=off \
              -c max_connections=300 -c shared_buffers=64MB -c autovacuum_naptime=5s -c log_min_messages=warning >>"$data/log" 2>&1 & server=$!; }
            crash() { kill -QUIT $server 2>/dev/null || true; wait $server || true; }
            '{{bin}}/initdb' -D "$data/db" -U {{User}} -A trust -E UTF8 --locale=C --no-sync >"$data/log" 2>&1 || cat "$data/log" >&2
            begin
            while read -r what; do "$what"; echo done; done
            crash
            """;
        string[] command = Environment.UserName == "root" ? ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups", "sh", "-c", script] : ["sh", "-c", script];
        var process = Process.Start(new ProcessStartInfo(command[0], command[1..]) { RedirectStandardInput = true, RedirectStandardOutput = true })!;
        var cluster = new PostgresCluster(process, port);
        await cluster.UntilItServesAsync();
        return cluster;
    }

    public async Task CreateDatabaseAsync(string name) => await ExecuteAsync($"create database \"{name}\"");

    public async Task DropDatabaseAsync(string name) => await ExecuteAsync($"drop database if exists \"{name}\" with (force)");

    /// <summary>Ends the server without warning: connections break, and nobody answers until it is started again.</summary>
    public Task CrashAsync() => OrderAsync("crash");

    /// <summary>Starts it again on the same data; it serves once this returns.</summary>
    public async Task RestartAsync()
    {
        await OrderAsync("begin");
        await UntilItServesAsync();
    }

    public async ValueTask DisposeAsync()
    {
        _process.StandardInput.Close();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private static async Task<PostgresCluster> StartForAllAsync()
    {
        var cluster = await StartAsync();
        AppDomain.CurrentDomain.ProcessExit += (_, _) => cluster.DisposeAsync().AsTask().GetAwaiter().GetResult();
        return cluster;
    }

    private async Task OrderAsync(string what)
    {
        await _process.StandardInput.WriteLineAsync(what);
        if (await _process.StandardOutput.ReadLineAsync() != "done")
            throw new InvalidOperationException($"PostgreSQL did not obey: {what}.");
    }

    private async Task ExecuteAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(ConnectTo("postgres") + ";Pooling=false");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    private async Task UntilItServesAsync()
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        using var pace = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        while (await pace.WaitForNextTickAsync(limit.Token))
        {
            if (_process.HasExited)
                throw new InvalidOperationException("PostgreSQL did not start; why stands above.");
            try
            {
                await ExecuteAsync("select 1");
                return;
            }
            catch (NpgsqlException)
            {
                // Not yet.
            }
        }
    }

    private static string FindBinaries()
    {
        var named = Environment.GetEnvironmentVariable("EMPATHYBOT_POSTGRES_BIN");
        string[] packaged = Directory.Exists("/usr/lib/postgresql") ? Directory.GetDirectories("/usr/lib/postgresql") : [];
        var folders = new[] { named }
            .Concat(packaged.OrderByDescending(folder => int.TryParse(Path.GetFileName(folder), out var version) ? version : 0).Select(folder => Path.Combine(folder, "bin")))
            .Concat((Environment.GetEnvironmentVariable("PATH") ?? "").Split(':'));
        return folders.FirstOrDefault(folder => !string.IsNullOrEmpty(folder) && File.Exists(Path.Combine(folder, "initdb")) && File.Exists(Path.Combine(folder, "postgres")))
            ?? throw new InvalidOperationException(
                "These tests need PostgreSQL's server and found none. Install it (as root: apt-get install postgresql) or set EMPATHYBOT_POSTGRES_BIN to the folder of initdb and postgres.");
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
