using BenchmarkDotNet.Attributes;
using EmpathyBot.Bot.Conversations;
using EmpathyBot.Domain.Conversations;
using EmpathyBot.Domain.Emotions;
using EmpathyBot.Domain.Solving;

namespace EmpathyBot.Benchmarks.Turns;

/// <summary>A turn from the inside out: the decision alone, all but the store, and the whole of it on SQLite.</summary>
[MemoryDiagnoser(displayGenColumns: false)]
public class TurnBenchmarks
{
    private BotInProcess bot = null!;
    private TurnRehearsal rehearsal = null!;
    private Conversation conversation = null!;
    private Turn turn = null!;
    private string whole = "";
    private int rehearsed, played;

    [GlobalSetup]
    public async Task StartAsync()
    {
        bot = await BotInProcess.StartAsync();
        rehearsal = Rehearse();
        var said = await Rehearse().SayAsync(TurnQuestions.At(0), CancellationToken.None);
        turn = said.Turn;
        conversation = Conversation.Begin("decision", "directline", "en").Apply(said.Events.OfType<CustomerSaid>());
    }

    [GlobalCleanup]
    public async Task StopAsync() => await bot.DisposeAsync();

    [Benchmark]
    public object Decide() => TurnPolicy.Decide(conversation, turn);

    /// <summary>Read, decided and answered; nothing is stored.</summary>
    [Benchmark]
    public async Task<int> WithoutTheStore()
    {
        if (rehearsed++ % TurnQuestions.Count == 0)
            rehearsal = Rehearse();
        return (await rehearsal.SayAsync(TurnQuestions.At(rehearsed), CancellationToken.None)).Replies.Count;
    }

    /// <summary>Stored, read, decided, answered and committed; each tenth begins a conversation first.</summary>
    [Benchmark]
    public async Task Whole()
    {
        if (played % TurnQuestions.Count == 0)
            whole = await bot.BeginAsync();
        await bot.TurnAsync(whole, TurnQuestions.At(played++));
    }

    private TurnRehearsal Rehearse() => new(bot.Get<IContentSource>().Current, bot.Get<IEmotionDetector>(), TimeProvider.System, "en");
}
