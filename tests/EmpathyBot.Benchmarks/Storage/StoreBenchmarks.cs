using BenchmarkDotNet.Attributes;
using EmpathyBot.Benchmarks.Turns;
using EmpathyBot.Domain.Conversations;

namespace EmpathyBot.Benchmarks.Storage;

/// <summary>What the store does in a turn, each by itself. Each write waits until it is committed.</summary>
[MemoryDiagnoser(displayGenColumns: false)]
public class StoreBenchmarks
{
    private const string Activity = """{"type":"message","text":"You have 30 days from the day it arrives. Returning is free from EU countries."}""";

    private BotInProcess bot = null!;
    private StoredConversation stored = null!;
    private long version;
    private int made;

    [ParamsSource(nameof(Engines))]
    public StoreEngine Engine { get; set; }

    public static IEnumerable<StoreEngine> Engines => StoreEngines.Here;

    [GlobalSetup]
    public async Task StartAsync()
    {
        bot = await BotInProcess.StartAsync(Engine);
        var id = await bot.BeginAsync();
        for (var turn = 0; turn < TurnQuestions.Count; turn++)
            await bot.TurnAsync(id, TurnQuestions.At(turn));
        stored = (await bot.Store.FindAsync(id, CancellationToken.None))!;
        version = stored.Version;
    }

    [GlobalCleanup]
    public async Task StopAsync() => await bot.DisposeAsync();

    [Benchmark]
    public Task<StoredConversation?> Find() => bot.Store.FindAsync(stored.Id, CancellationToken.None);

    [Benchmark]
    public Task<PendingTurn?> NextTurn() => bot.Store.NextTurnAsync(stored.Id, CancellationToken.None);

    [Benchmark]
    public Task<IReadOnlyList<StoredActivity>> ReadStream() => bot.Store.ReadStreamAsync(stored.Id, 0, 50, CancellationToken.None);

    [Benchmark]
    public Task<AcceptedActivity> Accept()
    {
        var id = $"{stored.Id}|{made++}";
        return bot.Store.AcceptAsync(new InboundActivity(stored.Id, id, id, Activity, ShownOnStream: true, RunsTurn: false), CancellationToken.None);
    }

    [Benchmark]
    public Task<bool> Commit() => bot.Store.CommitAsync(
        new TurnCommit
        {
            ConversationId = stored.Id,
            Version = version++,
            State = stored.State,
            Events = [new BotSaid($"turn-{made}", TimeProvider.System.GetUtcNow(), "You have 30 days from the day it arrives.")],
            Activities = [new OutgoingActivity($"{stored.Id}|a{made++}", Activity)],
        },
        CancellationToken.None);
}
