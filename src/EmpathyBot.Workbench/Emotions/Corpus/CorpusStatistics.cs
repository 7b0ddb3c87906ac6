using System.Globalization;
using System.Text;
using EmpathyBot.Domain.Emotions;

namespace EmpathyBot.Workbench.Emotions.Corpus;

/// <summary>What the corpus holds, as Markdown for its README.</summary>
internal static class CorpusStatistics
{
    private static readonly string[] Channels = ["post", "chat", "mail"];

    private static readonly EmotionTrend[] Journeys = [EmotionTrend.Rising, EmotionTrend.Falling, EmotionTrend.Steady];

    private static readonly (int From, int To)[] Lengths = [(0, 3), (4, 10), (11, 25), (26, int.MaxValue)];

    public static string Markdown(IReadOnlyList<CorpusDialogue> dialogues)
    {
        var page = new StringBuilder();
        var locales = dialogues.Select(dialogue => dialogue.Locale).Distinct().Order(StringComparer.Ordinal).ToList();
        var turns = locales.ToDictionary(locale => locale, locale => WrittenTurn.Of(dialogues.Where(dialogue => dialogue.Locale == locale)));

        Header("what");
        Row("dialogues", locale => $"{Written(locale).Count()}");
        Row("customer turns", locale => $"{turns[locale].Count}");
        Row("train / dev / test turns", locale => string.Join(" / ", Enum.GetValues<CorpusSplit>()
            .Select(split => Written(locale).Where(dialogue => dialogue.Split == split).Sum(dialogue => dialogue.CustomerTurns.Count()))));
        Row("trades", locale => $"{Written(locale).Select(dialogue => dialogue.Trade).Distinct().Count()}");
        Row("voices", locale => $"{Written(locale).Select(dialogue => dialogue.Voice).Distinct().Count()}");
        Row("post / chat / mail dialogues", locale => string.Join(" / ", Channels
            .Select(channel => Written(locale).Count(dialogue => dialogue.Channel == channel))));
        Row("journey worse / better / same", locale => string.Join(" / ", Journeys
            .Select(journey => Written(locale).Count(dialogue => dialogue.Journey == journey))));
        Row("words a turn, median", locale => $"{turns[locale].Select(turn => turn.Words.Count).Order().ElementAt(turns[locale].Count / 2)}");
        Row("turns of 1–3 / 4–10 / 11–25 / 26 words or more", locale => string.Join(" / ", Lengths
            .Select(band => Share(locale, turn => turn.Words.Count >= band.From && turn.Words.Count <= band.To))));
        Row("turns sharing a run of five words with another dialogue", locale => Percent(Likeness.SharedFrames(turns[locale])));

        page.Append('\n');
        Header("primary emotion");
        foreach (var label in Enum.GetValues<Emotion>())
            Row(label.Code(), locale => $"{turns[locale].Count(turn => turn.Labels.Primary == label)} ({Share(locale, turn => turn.Labels.Primary == label)})");
        Row("with a second emotion", locale => $"{turns[locale].Count(turn => turn.Labels.Secondary is not null)}");
        Row("intensity 0 / 1 / 2 / 3", locale => string.Join(" / ", Enumerable.Range(0, 4).Select(level => Share(locale, turn => turn.Labels.Intensity == level))));
        Row("urgency 0 / 1 / 2", locale => string.Join(" / ", Enumerable.Range(0, 3).Select(level => Share(locale, turn => turn.Labels.Urgency == level))));

        page.Append('\n');
        Header("target");
        foreach (var target in Enum.GetValues<EmotionTarget>())
            Row(target.Code(), locale => $"{turns[locale].Count(turn => turn.Labels.Target == target)}");

        page.Append('\n');
        Header("signal");
        foreach (var signal in Evaluation.Signals.Names)
            Row(signal, locale => $"{turns[locale].Count(turn => turn.Labels.Signals.Names().Contains(signal))}");
        return page.ToString();

        IEnumerable<CorpusDialogue> Written(string locale) => dialogues.Where(dialogue => dialogue.Locale == locale);

        void Header(string what) => page.Append(CultureInfo.InvariantCulture, $"| {what} | {string.Join(" | ", locales)} |\n|---|{string.Concat(locales.Select(_ => "---:|"))}\n");

        void Row(string what, Func<string, string> cell) => page.Append(CultureInfo.InvariantCulture, $"| {what} | {string.Join(" | ", locales.Select(cell))} |\n");

        string Share(string locale, Func<WrittenTurn, bool> which) => Percent(turns[locale].Count(which) / (double)turns[locale].Count);
    }

    private static string Percent(double share) => share.ToString("0.0 %", CultureInfo.InvariantCulture);
}
