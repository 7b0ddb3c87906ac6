using System.Diagnostics;
using System.Globalization;
using System.Text;
using EmpathyBot.Benchmarks.Turns;
using EmpathyBot.Domain.Conversations;

namespace EmpathyBot.Benchmarks.Storage;

/// <summary>
/// <c>growth</c>: what a whole turn costs as the store fills with conversations, and as one conversation grows. The store
/// is filled through itself; turns are timed one by one, in conversations drawn from all of it.
/// </summary>
internal static class Growth
{
    private const int Timed = 400;
    private const int WarmUp = 250;
    private const int FilledAtOnce = 512;
    private const int LongestConversation = 1000;

    /// <summary>Measures from 1,000 conversations up to so many, by tens; gives the page.</summary>
    public static async Task<string> MeasureAsync(int most, TextWriter talk)
    {
        var page = new StringBuilder();
        foreach (var engine in StoreEngines.Here)
        {
            await using var bot = await BotInProcess.StartAsync(engine == StoreEngine.PostgreSql);
            await WarmUpAsync(bot);
            page.Append(CultureInfo.InvariantCulture, $"## {engine}\n\n| conversations in the store | p50 ms | p95 ms | p50 to that of the first row | processor ms a turn | allocated KB a turn |\n|--:|--:|--:|--:|--:|--:|\n");
            await MeasureStoreAsync(bot, most, page, talk);
            page.Append("\n| turns of the conversation | p50 ms of the last of them | to that of the first row | processor ms a turn | allocated KB a turn |\n|--:|--:|--:|--:|--:|\n");
            await MeasureConversationAsync(bot, page, talk);
            page.Append('\n');
        }

        return page.ToString();
    }

    private static async Task MeasureStoreAsync(BotInProcess bot, int most, StringBuilder page, TextWriter talk)
    {
        var ids = new List<string>();
        double? first = null;
        for (var size = 0; size <= most; size = size == 0 ? 1000 : size * 10)
        {
            await FillAsync(bot, ids, size);
            var cost = Cost.Now();
            var times = await TimeAsync(bot, size == 0 ? [await bot.BeginAsync()] : ids, Timed);
            var (p50, p95) = (At(times, 0.5), At(times, 0.95));
            first ??= p50;
            page.Append(CultureInfo.InvariantCulture, $"| {size} | {p50:0.00} | {p95:0.00} | {p50 / first:0.00} | {cost.Since(Timed)} |\n");
            await talk.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{size} conversations: p50 {p50:0.00} ms"));
        }
    }

    private static async Task MeasureConversationAsync(BotInProcess bot, StringBuilder page, TextWriter talk)
    {
        var id = await bot.BeginAsync();
        var times = new List<double>();
        double? first = null;
        var cost = Cost.Now();
        for (var turn = 1; turn <= LongestConversation; turn++)
        {
            times.Add(await TimeAsync(bot, id, turn));
            if (turn is not (10 or 30 or 100 or 300 or LongestConversation))
                continue;
            // Those since the row before: short for the first row, since its conversation is.
            var p50 = At(times, 0.5);
            first ??= p50;
            page.Append(CultureInfo.InvariantCulture, $"| {turn} | {p50:0.00} | {p50 / first:0.00} | {cost.Since(times.Count)} |\n");
            (times, cost) = ([], Cost.Now());
            await talk.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{turn} turns: p50 {p50:0.00} ms"));
        }

        page.Append('\n').Append(await HeldAsync(bot, id));
    }

    /// <summary>What a person holds is not answered, and so is no measure of an answer.</summary>
    private static async Task<string> HeldAsync(BotInProcess bot, string id) =>
        (await bot.Store.FindAsync(id, CancellationToken.None))!.State.Handoff.TicketId is null ? "" : "A person was called in it: later turns are cheaper than an answer.\n";

    /// <summary>So many turns that the code is compiled as it stays.</summary>
    private static async Task WarmUpAsync(BotInProcess bot)
    {
        for (var conversation = 0; conversation < WarmUp; conversation++)
            await TimeAsync(bot, [await bot.BeginAsync()], TurnQuestions.Count);
    }

    /// <summary>Begins conversations until there are so many; many at once, so that they share their commits.</summary>
    private static async Task FillAsync(BotInProcess bot, List<string> ids, int size)
    {
        while (ids.Count < size)
            ids.AddRange(await Task.WhenAll(Enumerable.Range(0, Math.Min(FilledAtOnce, size - ids.Count)).Select(_ => bot.BeginAsync())));
    }

    private static async Task<List<double>> TimeAsync(BotInProcess bot, List<string> ids, int turns)
    {
        var random = new Random(1);
        var times = new List<double>(turns);
        for (var turn = 0; turn < turns; turn++)
            times.Add(await TimeAsync(bot, ids[random.Next(ids.Count)], turn));
        return times;
    }

    private static async Task<double> TimeAsync(BotInProcess bot, string id, int turn)
    {
        var begun = Stopwatch.GetTimestamp();
        await bot.TurnAsync(id, TurnQuestions.At(turn));
        return Stopwatch.GetElapsedTime(begun).TotalMilliseconds;
    }

    /// <summary>What the process had used at a moment. On a busy machine this tells more than the time that passed.</summary>
    private readonly record struct Cost(long Bytes, TimeSpan Processor)
    {
        public static Cost Now() => new(GC.GetTotalAllocatedBytes(precise: true), Environment.CpuUsage.TotalTime);

        public string Since(int turns)
        {
            var now = Now();
            return string.Create(CultureInfo.InvariantCulture, $"{(now.Processor - Processor).TotalMilliseconds / turns:0.00} | {(now.Bytes - Bytes) / 1024.0 / turns:0}");
        }
    }

    private static double At(List<double> times, double share)
    {
        var sorted = times.Order().ToList();
        return sorted[Math.Clamp((int)Math.Ceiling(share * sorted.Count) - 1, 0, sorted.Count - 1)];
    }
}
