using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Globalization;
using Dapper;
using EmpathyBot.Domain.Emotions;
using EmpathyBot.Host.Telemetry;
using EmpathyBot.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Span = System.Diagnostics.Activity;

namespace EmpathyBot.Tests.Bot;

/// <summary>Once a customer wants no mood read, no reading exists anywhere: not in storage, logs, telemetry or any payload.</summary>
public sealed class OptOutTests
{
    /// <summary>What <see cref="TellingDetector"/> reads, in every form in which it could be written down.</summary>
    private static readonly string[] Telling =
        ["0.8371", "0.6113", "0.9219", "telling-reader", "\"anger\"", "Anger", "disappointment", "Disappointment", "risingAnger", "rising-anger", "RisingAnger", "0.535", "0.635", "strong-anger"];

    [Fact]
    public async Task After_it_no_reading_is_in_storage_logs_telemetry_or_any_payload()
    {
        using var logs = new CollectingLogs();
        using var telemetry = new CollectingTelemetry();
        await using var bot = await BotHarness.StartAsync(detector: new TellingDetector(), more: services =>
        {
            services.AddLogging(logging => logging.AddProvider(logs).SetMinimumLevel(LogLevel.Trace));
            services.AddTelemetry(_ => { });
        });
        await bot.BeginAsync("before");
        await bot.SayAsync("before", "WHERE IS MY ORDER");
        await bot.BeginAsync();
        await bot.SayAsync("c1", "WHERE IS IT");
        await bot.SayAsync("c1", "I AM SICK OF THIS");
        await bot.SayAsync("c1", "a human please");
        Assert.NotEmpty(Found(await StoredAsync(bot)));

        await bot.SayAsync("c1", "stop reading my mood");
        logs.Clear();
        telemetry.Clear();
        await bot.SayAsync("c1", "STILL NOTHING HERE");
        await bot.SayAsync("before", "AND WHAT ABOUT THE OLD ONE");
        await bot.BeginAsync("after");
        await bot.SayAsync("after", "ME AGAIN");
        await bot.SayAsync("after", "a human please");

        Assert.Empty(Found(await StoredAsync(bot)));
        Assert.Empty(Found(logs.All));
        Assert.Empty(Found(telemetry.All));
        Assert.Contains(telemetry.All, line => line.StartsWith("turn", StringComparison.Ordinal));
        foreach (var id in (string[])["before", "c1", "after"])
            Assert.Empty(Found([.. (await bot.Store.ReadStreamAsync(id, 0, 1000, default)).Select(activity => activity.Json)]));
    }

    [Fact]
    public async Task Nothing_a_customer_wrote_is_in_logs_or_telemetry()
    {
        using var logs = new CollectingLogs();
        using var telemetry = new CollectingTelemetry();
        await using var bot = await BotHarness.StartAsync(more: services =>
        {
            services.AddLogging(logging => logging.AddProvider(logs).SetMinimumLevel(LogLevel.Trace));
            services.AddTelemetry(_ => { });
        });
        await bot.BeginAsync();
        foreach (var said in (string[])["quillon: what does shipping cost?", "QUILLON IS ANGRY", "quillon maybe", "quillon asks about an order", "10042", "quillon@example.org", "boom quillon", "a human please, quillon"])
            await bot.SayAsync("c1", said);

        Assert.Contains(telemetry.All, line => line.StartsWith("commit", StringComparison.Ordinal));
        Assert.DoesNotContain(logs.All.Concat(telemetry.All), line => line.Contains("quillon", StringComparison.OrdinalIgnoreCase) || line.Contains("10042", StringComparison.Ordinal));
    }

    private static string[] Found(IReadOnlyCollection<string> texts) =>
        [.. texts.SelectMany(text => Telling.Where(telling => text.Contains(telling, StringComparison.Ordinal)).Select(telling => $"{telling} in {text}"))];

    /// <summary>Every row of every table.</summary>
    private static async Task<IReadOnlyCollection<string>> StoredAsync(BotHarness bot)
    {
        await using var connection = new SqliteConnection($"Data Source={bot.Services.GetRequiredService<IOptions<StorageOptions>>().Value.Path};Pooling=false");
        var rows = new List<string>();
        foreach (var table in await connection.QueryAsync<string>("select name from sqlite_master where type = 'table'"))
        {
            foreach (IDictionary<string, object?> row in await connection.QueryAsync($"select * from {table}"))
                rows.Add($"{table}: " + string.Join(" | ", row.Values.Select(value => Convert.ToString(value, CultureInfo.InvariantCulture))));
        }

        return rows;
    }

    /// <summary>Reads anger with figures that nothing else has from everything in capitals.</summary>
    private sealed class TellingDetector : IEmotionDetector
    {
        public ValueTask<MessageReading> ReadAsync(MessageToRead message, CancellationToken cancellationToken)
        {
            var angry = message.Text.Any(char.IsLetter) && !message.Text.Any(char.IsLower);
            var reading = angry
                ? new EmotionReading(Emotion.Anger, Emotion.Disappointment, 0.8371, 0.6113, 0.9219, EmotionTarget.Wait, [new Cue(0, 2, message.Text[..2])], "telling-reader")
                : EmotionReading.NothingFound;
            var signals = MessageSignals.None with { WantsHuman = message.Text.Contains("human", StringComparison.Ordinal) };
            return ValueTask.FromResult(new MessageReading(message.ReadEmotion ? reading : null, signals));
        }
    }

    private sealed class CollectingLogs : ILoggerProvider, ILogger
    {
        private readonly ConcurrentQueue<string> lines = new();

        public IReadOnlyCollection<string> All => lines;

        public void Clear() => lines.Clear();

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull
        {
            lines.Enqueue($"{state}");
            return null;
        }

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            lines.Enqueue($"{formatter(state, exception)} {exception}");

        public void Dispose()
        {
        }
    }

    private sealed class CollectingTelemetry : IDisposable
    {
        private readonly ConcurrentQueue<string> lines = new();
        private readonly ActivityListener spans;
        private readonly MeterListener figures = new();

        public CollectingTelemetry()
        {
            spans = new()
            {
                ShouldListenTo = source => source.Name == "EmpathyBot",
                Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
                ActivityStopped = Write,
            };
            ActivitySource.AddActivityListener(spans);
            figures.InstrumentPublished = (instrument, listener) =>
            {
                if (instrument.Meter.Name == "EmpathyBot")
                    listener.EnableMeasurementEvents(instrument);
            };
            figures.SetMeasurementEventCallback<double>((instrument, _, tags, _) => lines.Enqueue($"{instrument.Name} {Tags(tags)}"));
            figures.SetMeasurementEventCallback<long>((instrument, value, tags, _) => lines.Enqueue($"{instrument.Name} {value} {Tags(tags)}"));
            figures.Start();
        }

        public IReadOnlyCollection<string> All => lines;

        public void Clear() => lines.Clear();

        public void Dispose()
        {
            spans.Dispose();
            figures.Dispose();
        }

        private static string Tags(ReadOnlySpan<KeyValuePair<string, object?>> tags) => string.Join(' ', tags.ToArray().Select(tag => $"{tag.Key}={tag.Value}"));

        private void Write(Span span) =>
            lines.Enqueue($"{span.OperationName} {string.Join(' ', span.TagObjects.Select(tag => $"{tag.Key}={tag.Value}"))} {string.Join(' ', span.Events.Select(told => told.Name))}");
    }
}
