using System.Globalization;
using System.Text;
using EmpathyBot.Benchmarks.Turns;

namespace EmpathyBot.Benchmarks.Storage;

/// <summary>One conversation of up to 1,000 turns; each turn beside the same turn of a conversation that has about ten.</summary>
internal static class ConversationGrowth
{
    private const int Longest = 1000;

    /// <summary>Measures; gives the table's rows.</summary>
    public static async Task<string> MeasureAsync(BotInProcess bot, TextWriter talk)
    {
        var rows = new StringBuilder();
        var (times, grown, brief) = (new PairedTimes(), await bot.BeginAsync(), "");
        for (var turn = 0; turn < Longest; turn++)
        {
            var question = TurnQuestions.At(turn);
            if (turn % TurnQuestions.Count == 0)
                brief = await OfTenTurnsAsync(bot);
            await times.TimeAsync(() => bot.TurnAsync(grown, question), () => bot.TurnAsync(brief, question));
            if (turn + 1 is not (10 or 30 or 100 or 300 or Longest))
                continue;
            // Those since the row before.
            rows.Append(CultureInfo.InvariantCulture, $"| {turn + 1} | {times.Row()} |\n");
            await talk.WriteLineAsync($"{bot.Engine}, {turn + 1} turns: {times.Row()}");
            times = new();
        }

        return rows.Append(await HeldAsync(bot, grown)).ToString();
    }

    private static async Task<string> OfTenTurnsAsync(BotInProcess bot)
    {
        var id = await bot.BeginAsync();
        for (var turn = 0; turn < TurnQuestions.Count; turn++)
            await bot.TurnAsync(id, TurnQuestions.At(turn));
        return id;
    }

    /// <summary>What a person holds is not answered, and so is no measure of an answer.</summary>
    private static async Task<string> HeldAsync(BotInProcess bot, string id) =>
        (await bot.Store.FindAsync(id, CancellationToken.None))!.State.Handoff.TicketId is null
            ? "" : "\nA person was called in it: later turns are cheaper than an answer.\n";
}
