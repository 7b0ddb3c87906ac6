using EmpathyBot.Detection;
using EmpathyBot.Detection.TextAnalytics;
using EmpathyBot.Domain.Emotions;
using EmpathyBot.Tests.Content;
using EmpathyBot.Tests.DirectLine;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace EmpathyBot.Tests.TextAnalytics;

/// <summary>Reads every message the same, as it is told.</summary>
internal sealed class FixedDetector(EmotionReading emotion, MessageSignals signals) : IEmotionDetector
{
    public ValueTask<MessageReading> ReadAsync(MessageToRead message, CancellationToken cancellationToken) =>
        ValueTask.FromResult(new MessageReading(message.ReadEmotion ? emotion : null, signals));
}

/// <summary>The two readers wired as the host wires them, on a clock that the test turns.</summary>
internal sealed class Readers : IAsyncDisposable
{
    public static readonly EmotionReading Unsure = new(Emotion.Neutral, null, 0, 0, 0.2, EmotionTarget.Unknown, [], "model");

    private readonly ServiceProvider _provider;

    private Readers(LanguageServer server, EmotionReading emotion, string? language, Action<IServiceCollection>? change)
    {
        Server = server;
        var services = new ServiceCollection().AddLogging(logging => logging.AddProvider(Log).SetMinimumLevel(LogLevel.Debug));
        services.AddSingleton<TimeProvider>(Clock);
        services.AddSingleton<IEmotionDetector>(new FixedDetector(emotion, MessageSignals.None with { Language = language }));
        change?.Invoke(services);
        services.AddLanguageService(options => (options.Endpoint, options.Key) = (server.Endpoint, "key-1"));
        _provider = services.BuildServiceProvider();
    }

    public LanguageServer Server { get; }

    public TurnableClock Clock { get; } = new();

    public CollectingLogger Log { get; } = new();

    public static async Task<Readers> StartAsync(EmotionReading? emotion = null, string? language = "en", Action<IServiceCollection>? change = null) =>
        new(await LanguageServer.StartAsync(), emotion ?? Unsure, language, change);

    public Task<MessageReading> ReadAsync(string text, bool readEmotion = true, CancellationToken cancellationToken = default) =>
        _provider.GetRequiredService<IEmotionDetector>().ReadAsync(new MessageToRead(text, [], readEmotion), cancellationToken).AsTask();

    public IEnumerable<string> Fallbacks => Log.Lines.Where(line => line.Contains("gave no reading", StringComparison.Ordinal));

    public async ValueTask DisposeAsync()
    {
        await _provider.DisposeAsync();
        await Server.DisposeAsync();
    }
}
