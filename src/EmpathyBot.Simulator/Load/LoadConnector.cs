using System.Collections.Concurrent;
using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace EmpathyBot.Simulator.Load;

/// <summary>The channel's side of <c>/api/messages</c>: an HTTP server on this machine that the bot sends its answers to.</summary>
internal sealed class LoadConnector : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly ConcurrentDictionary<string, MessagesLine> lines = new();
    private readonly TimeProvider time;

    private LoadConnector(WebApplication app, TimeProvider time) => (this.app, this.time) = (app, time);

    /// <summary>Where the bot reaches it.</summary>
    public Uri ServiceUrl => new(app.Urls.First());

    public static async Task<LoadConnector> StartAsync(TimeProvider time, CancellationToken cancellationToken)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var connector = new LoadConnector(builder.Build(), time);
        connector.app.Run(connector.TakeAsync);
        await connector.app.StartAsync(cancellationToken);
        return connector;
    }

    /// <summary>Begins a conversation whose answers are brought to it.</summary>
    public ILoadLine Begin(LoadHttp http, LoadPlan plan, int home)
    {
        var id = $"load-{Guid.NewGuid():N}";
        var line = new MessagesLine(http, plan, time, home, id, ServiceUrl);
        lines[id] = line;
        return line;
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private async Task TakeAsync(HttpContext http)
    {
        var at = time.GetTimestamp();
        using var activity = await JsonDocument.ParseAsync(http.Request.Body, default, http.RequestAborted);
        if (activity.RootElement.TryGetProperty("conversation", out var conversation)
            && LoadActivity.Text(conversation, "id") is { } id && lines.TryGetValue(id, out var line))
        {
            line.Take(activity.RootElement, at);
            http.Response.ContentType = "application/json";
            await http.Response.Body.WriteAsync("""{"id":"taken"}"""u8.ToArray(), http.RequestAborted);
            return;
        }

        http.Response.StatusCode = StatusCodes.Status404NotFound;
    }
}
