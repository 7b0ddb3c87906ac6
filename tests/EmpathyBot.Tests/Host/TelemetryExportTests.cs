using System.Collections.Concurrent;
using System.Text;
using EmpathyBot.Host.Telemetry;
using EmpathyBot.Tests.Bot;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace EmpathyBot.Tests.Host;

/// <summary>Traces and metrics as a receiver gets them.</summary>
public sealed class TelemetryExportTests
{
    [Fact]
    public async Task A_turn_is_one_trace_span_by_span_and_is_counted()
    {
        await using var receiver = await Receiver.StartAsync();
        await using (var bot = await StartAsync(receiver.Address))
        {
            await bot.BeginAsync();
            await bot.SayAsync("c1", "quillon: what does shipping cost?");
            await bot.SayAsync("c1", "a human please");
        }

        var traces = receiver.Got("/v1/traces");
        foreach (var span in (string[])["turn", "gather", "read", "match", "decide", "act", "commit", "tested-bot"])
            Assert.Contains(span, traces, StringComparison.Ordinal);
        var metrics = receiver.Got("/v1/metrics");
        foreach (var metric in (string[])["empathybot.turn.duration", "empathybot.reading.duration", "empathybot.handoffs", "asked-for-person", "empathybot.queue.length"])
            Assert.Contains(metric, metrics, StringComparison.Ordinal);
        Assert.DoesNotContain("quillon", traces + metrics, StringComparison.Ordinal);
        Assert.Equal("let-me-in", receiver.Key);
    }

    [Fact]
    public async Task Without_an_endpoint_nothing_is_sent()
    {
        await using var receiver = await Receiver.StartAsync();
        await using (var bot = await StartAsync(""))
        {
            await bot.BeginAsync();
            await bot.SayAsync("c1", "what does shipping cost?");
        }

        Assert.Equal("", receiver.Got("/v1/traces") + receiver.Got("/v1/metrics"));
    }

    [Fact]
    public async Task A_receiver_that_is_away_keeps_nobody_waiting()
    {
        await using var bot = await StartAsync("http://127.0.0.1:9");
        await bot.BeginAsync();

        Assert.Equal(["[article shipping]"], await bot.SayAsync("c1", "what does shipping cost?"));
    }

    private static Task<BotHarness> StartAsync(string address) => BotHarness.StartAsync(more: services => services.AddTelemetry(options =>
        (options.OtlpEndpoint, options.OtlpHeaders, options.ServiceName) = (address, "x-key=let-me-in", "tested-bot")));

    /// <summary>Takes what is exported over OTLP/HTTP.</summary>
    private sealed class Receiver(WebApplication app) : IAsyncDisposable
    {
        private readonly ConcurrentQueue<(string Path, string Body)> got = new();

        public string Address => app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();

        public string? Key { get; private set; }

        public static async Task<Receiver> StartAsync()
        {
            var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
            builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
            builder.Services.AddRoutingCore();
            var app = builder.Build();
            var receiver = new Receiver(app);
            app.Run(receiver.TakeAsync);
            await app.StartAsync();
            return receiver;
        }

        /// <summary>All that came to a path, as text: names stand in it as they are.</summary>
        public string Got(string path) => string.Concat(got.Where(one => one.Path == path).Select(one => one.Body));

        public ValueTask DisposeAsync() => app.DisposeAsync();

        private async Task TakeAsync(HttpContext http)
        {
            using var body = new MemoryStream();
            await http.Request.Body.CopyToAsync(body);
            Key = http.Request.Headers["x-key"];
            got.Enqueue((http.Request.Path, Encoding.Latin1.GetString(body.ToArray())));
        }
    }
}
