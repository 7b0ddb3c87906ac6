using System.Globalization;
using System.Text;
using EmpathyBot.Benchmarks.Turns;

namespace EmpathyBot.Benchmarks.Storage;

/// <summary>
/// <c>growth</c>: what a whole turn costs as the store fills with conversations, and as one conversation grows. Each turn
/// is timed beside another one, at once before or after it, that has nothing grown: the shares hold on a busy machine too. The store that counts as empty holds the few hundred
/// conversations that are timed in it.
/// </summary>
internal static class Growth
{
    private const int Timed = 400;
    private const int WarmUp = 250;

    /// <summary>Measures from 1,000 conversations up to so many, by tens, and one conversation of up to 1,000 turns; gives the page.</summary>
    public static async Task<string> MeasureAsync(int most, TextWriter talk)
    {
        var page = new StringBuilder();
        foreach (var engine in StoreEngines.Here)
        {
            await using var empty = await BotInProcess.StartAsync(engine);
            await using var full = await BotInProcess.StartAsync(engine);
            await WarmUpAsync(empty);
            await WarmUpAsync(full);
            page.Append(CultureInfo.InvariantCulture, $"## {engine}\n\n| conversations in the store | p50 ms | of an empty store ms | share | p95 ms | of an empty store ms |\n|--:|--:|--:|--:|--:|--:|\n");
            await MeasureStoreAsync(empty, full, most, page, talk);
            page.Append("\n| turns of the conversation | p50 ms | with ten turns ms | share | p95 ms | with ten turns ms |\n|--:|--:|--:|--:|--:|--:|\n");
            page.Append(await ConversationGrowth.MeasureAsync(empty, talk)).Append('\n');
        }

        return page.ToString();
    }

    private static async Task MeasureStoreAsync(BotInProcess empty, BotInProcess full, int most, StringBuilder page, TextWriter talk)
    {
        var (much, little) = (new StoreFill(full), new StoreFill(empty));
        for (var size = 1000; size <= most; size *= 10)
        {
            await much.FillAsync(size);
            await little.FillAsync(little.Filled + Timed);
            var times = new PairedTimes();
            foreach (var (grown, usual) in (await much.DrawAsync(Timed)).Zip(await little.DrawAsync(Timed)))
            {
                // Each bot has just been at work on the same. Both conversations have had one turn and were left alone since.
                _ = await BeginAsync(full, grown.Question);
                _ = await BeginAsync(empty, grown.Question);
                var next = TurnQuestions.At(grown.Question + 1);
                await times.TimeAsync(() => full.TurnAsync(grown.Id, next), () => empty.TurnAsync(usual.Id, next));
            }

            page.Append(CultureInfo.InvariantCulture, $"| {size} | {times.Row()} |\n");
            await talk.WriteLineAsync($"{full.Engine}, {size} conversations: {times.Row()}");
        }
    }

    /// <summary>Begins a conversation that has had one turn; gives its id.</summary>
    private static async Task<string> BeginAsync(BotInProcess bot, int question)
    {
        var id = await bot.BeginAsync();
        await bot.TurnAsync(id, TurnQuestions.At(question));
        return id;
    }

    /// <summary>So many turns that the code is compiled as it stays.</summary>
    private static async Task WarmUpAsync(BotInProcess bot)
    {
        for (var conversation = 0; conversation < WarmUp; conversation++)
        {
            var id = await bot.BeginAsync();
            for (var turn = 0; turn < TurnQuestions.Count; turn++)
                await bot.TurnAsync(id, TurnQuestions.At(turn));
        }
    }
}
