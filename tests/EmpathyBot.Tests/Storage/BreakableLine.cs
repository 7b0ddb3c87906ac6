using System.Net;
using System.Net.Sockets;

namespace EmpathyBot.Tests.Storage;

/// <summary>
/// The network between a node and its database server, which can fail as networks do. Addresses of it are given out at once; what
/// goes over it depends on how it is just then.
/// </summary>
public sealed class BreakableLine : IAsyncDisposable
{
    private readonly int _server;
    private readonly Lock _gate = new();
    private readonly HashSet<TcpClient> _open = [];
    private readonly CancellationTokenSource _ended = new();
    private TcpListener? _listener;
    private TaskCompletionSource _passes = Passing();
    private TimeSpan _delay = TimeSpan.Zero;

    private BreakableLine(int server, IPAddress address) => (_server, Address) = (server, new(address, 0));

    /// <summary>Where a node connects to.</summary>
    public IPEndPoint Address { get; private set; }

    /// <summary>A line to a server on this machine, which works.</summary>
    /// <param name="server">The server's port.</param>
    /// <param name="address">Of this machine, where nodes reach the line; null: only from this machine.</param>
    public static BreakableLine To(int server, IPAddress? address = null)
    {
        var line = new BreakableLine(server, address ?? IPAddress.Loopback);
        line.Listen();
        return line;
    }

    /// <summary>From now on nothing passes, and nobody is told: a cable that was cut. What was sent meanwhile arrives once it is mended.</summary>
    public void Cut()
    {
        lock (_gate)
        {
            if (_passes.Task.IsCompleted)
                _passes = new(TaskCreationOptions.RunContinuationsAsynchronously);
        }
    }

    /// <summary>From now on connections break and new ones are refused: a server that is gone from its machine.</summary>
    public void Refuse()
    {
        lock (_gate)
        {
            _listener?.Stop();
            _listener = null;
            foreach (var connection in _open)
                connection.Close();
        }
    }

    /// <summary>From now on whatever the server answers takes longer.</summary>
    public void Delay(TimeSpan answers)
    {
        lock (_gate)
            _delay = answers;
    }

    /// <summary>All is as it was.</summary>
    public void Mend()
    {
        lock (_gate)
        {
            _delay = TimeSpan.Zero;
            _passes.TrySetResult();
        }

        Listen();
    }

    public async ValueTask DisposeAsync()
    {
        Refuse();
        await _ended.CancelAsync();
        _ended.Dispose();
    }

    private static TaskCompletionSource Passing()
    {
        var passing = new TaskCompletionSource();
        passing.SetResult();
        return passing;
    }

    private void Listen()
    {
        lock (_gate)
        {
            if (_listener is not null)
                return;
            _listener = new(Address);
            _listener.Start();
            Address = (IPEndPoint)_listener.LocalEndpoint;
            _ = ServeAsync(_listener, _ended.Token);
        }
    }

    private async Task ServeAsync(TcpListener listener, CancellationToken ended)
    {
        try
        {
            while (true)
                _ = PassOnAsync(await listener.AcceptTcpClientAsync(ended), ended);
        }
        catch (Exception stopped) when (stopped is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // Refusing, or over.
        }
    }

    private async Task PassOnAsync(TcpClient node, CancellationToken ended)
    {
        using var server = new TcpClient();
        using (node)
        {
            lock (_gate)
                _open.UnionWith([node, server]);
            try
            {
                await OpenAsync(ended);
                await server.ConnectAsync(IPAddress.Loopback, _server, ended);
                (node.NoDelay, server.NoDelay) = (true, true);
                await Task.WhenAny(PumpAsync(node, server, isAnswer: false, ended), PumpAsync(server, node, isAnswer: true, ended));
            }
            catch (Exception broken) when (broken is OperationCanceledException or SocketException or IOException or ObjectDisposedException)
            {
                // The line broke, or the server is away; both ends are closed.
            }
            finally
            {
                lock (_gate)
                    _open.ExceptWith([node, server]);
            }
        }
    }

    private async Task PumpAsync(TcpClient from, TcpClient to, bool isAnswer, CancellationToken ended)
    {
        var buffer = new byte[64 * 1024];
        try
        {
            while (await from.GetStream().ReadAsync(buffer, ended) is > 0 and var count)
            {
                if (isAnswer && _delay is { Ticks: > 0 } delay)
                {
                    using var pause = new PeriodicTimer(delay);
                    await pause.WaitForNextTickAsync(ended);
                }

                await OpenAsync(ended);
                await to.GetStream().WriteAsync(buffer.AsMemory(0, count), ended);
            }
        }
        catch (Exception broken) when (broken is OperationCanceledException or SocketException or IOException or ObjectDisposedException or InvalidOperationException)
        {
            // The line broke: both ends are closed.
        }
    }

    private Task OpenAsync(CancellationToken ended)
    {
        lock (_gate)
            return _passes.Task.WaitAsync(ended);
    }
}
