using System.Globalization;
using System.Text;
using EmpathyBot.Domain.Emotions;
using EmpathyBot.Domain.Handoffs;

namespace EmpathyBot.Workbench.Handoffs;

/// <summary>A brief as plain text, in the order the desk shows it.</summary>
internal static class BriefPage
{
    /// <summary>The page; each sentence with its turns in brackets.</summary>
    public static string Of(HandoffBrief brief)
    {
        var page = new StringBuilder();
        Line($"{Cited(brief.Headline)}");
        Line($"");
        Line($"In short: {string.Join(' ', brief.Summary.Select(Cited))}");
        Listed("Also said", brief.Details.Select(Cited));
        Line($"Customer: {brief.Customer.Name ?? "name not given"}, {brief.Customer.Channel}, {brief.Customer.Locale}");
        Line($"Feels now: {Felt(brief.EmotionNow)}");
        Line($"At its worst: {Felt(brief.EmotionPeak)}");
        Line($"Trend: {(brief.Trend switch { EmotionTrend.Rising => "getting worse", EmotionTrend.Falling => "getting better", _ => "steady" })}");
        Line($"Still open: {(brief.OpenQuestion is { } open ? Cited(open) : "no question")}");
        Listed("Promised", brief.Promised.Select(Cited));
        Listed("Do not ask again", brief.DoNotAskAgain.Select(fact => $"{fact.Name}: {fact.Value} [{fact.TurnId}]"));
        Listed("Tried", brief.Tried.Select(Cited), otherwise: "nothing beyond what stands above");
        Listed("Already acknowledged", brief.Acknowledged.Select(Cited));
        if (brief.Masked.Count > 0)
            Line($"Masked for safety: {string.Join(", ", brief.Masked)}");
        Line($"Suggested first reply: {brief.SuggestedReply}");
        Line($"Tone: {brief.Tone}");
        return page.ToString();

        void Line(FormattableString line) => page.Append(line.ToString(CultureInfo.InvariantCulture)).Append('\n');

        void Listed(string title, IEnumerable<string> items, string otherwise = "nothing")
        {
            var all = items.ToList();
            Line($"{title}: {(all.Count == 0 ? otherwise : "")}");
            foreach (var item in all)
                Line($"- {item}");
        }
    }

    /// <summary>How many words of the brief stand above the transcript, counted as for its limit.</summary>
    public static int Words(HandoffBrief brief) => HandoffBriefWriter.CountWords(brief);

    private static string Cited(BriefSentence sentence) => $"{sentence.Text} [{string.Join(", ", sentence.TurnIds)}]";

    private static string Felt(BriefEmotion? felt) => felt is null
        ? "not read"
        : string.Create(CultureInfo.InvariantCulture, $"{felt.Emotion.ToString().ToLowerInvariant()}, {Strength(felt.Intensity)} (“{felt.Quote}” [{felt.TurnId}])");

    private static string Strength(double intensity) => intensity switch { < 0.17 => "hardly", < 0.5 => "a little", < 0.84 => "clearly", _ => "strongly" };
}
