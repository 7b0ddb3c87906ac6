using System.Globalization;
using System.Text;

namespace EmpathyBot.Simulator.Replay;

/// <summary>Writes what was played so that a person can read it through.</summary>
internal static class ReplayReport
{
    public static string Summarise(IReadOnlyList<PlayedDialogue> played)
    {
        var turns = played.SelectMany(dialogue => dialogue.Turns).ToList();
        var felt = turns.Where(turn => turn.Emotion is not null and not "neutral" && turn.Confidence >= 0.5).ToList();
        var calm = turns.Where(turn => turn.Emotion is "neutral" || turn.Confidence < 0.5).ToList();
        return string.Create(CultureInfo.InvariantCulture, $"""
            {played.Count} dialogues, {turns.Count} customer turns, {played.Count(dialogue => dialogue.Error is not null)} errors, {played.Sum(dialogue => dialogue.UnansweredTurns)} unanswered turns
            handed over: {played.Count(dialogue => dialogue.HandedOver)}; repeated acknowledgement in a conversation: {played.Sum(RepeatedPhrases)}
            emotional turns acknowledged: {felt.Count(Acknowledged)} of {felt.Count}; neutral or unsure turns acknowledged: {calm.Count(Acknowledged)} of {calm.Count}
            median answer: {Median(turns):0} ms
            """);
    }

    public static string Write(IReadOnlyList<PlayedDialogue> played)
    {
        var report = new StringBuilder("# Replay\n\n").Append(Summarise(played).Replace("\n", "  \n", StringComparison.Ordinal)).Append("\n\n");
        report.Append(Escalations.Describe(played)).Append('\n');
        foreach (var dialogue in played)
            Append(report, dialogue);
        return report.ToString();
    }

    private static void Append(StringBuilder report, PlayedDialogue dialogue)
    {
        report.Append(CultureInfo.InvariantCulture, $"## {dialogue.Id}\n\n");
        foreach (var turn in dialogue.Turns)
        {
            report.Append(CultureInfo.InvariantCulture, $"**Customer:** {OneLine(turn.Text)}  \n");
            report.Append(CultureInfo.InvariantCulture, $"_read {turn.Emotion ?? "–"} {turn.Intensity:0.00} (confidence {turn.Confidence:0.00}){Signals(turn)} · act {turn.Act ?? "–"} ({turn.Reason}) · step {turn.Step} ({turn.StepReason})_  \n");
            foreach (var reply in turn.Replies)
                report.Append(CultureInfo.InvariantCulture, $"**Bot:** {OneLine(reply)}\n");
            report.Append(turn.Replies.Count == 0 ? "**Bot:** (no answer)\n\n" : "\n");
        }

        if (Escalations.Of(dialogue) is { Count: > 0 } escalations)
            report.Append(CultureInfo.InvariantCulture, $"→ {string.Join("; ", escalations.Select(one => one.ToString()))}\n\n");
        if (dialogue.HandedOver)
            report.Append("→ handed over to a person\n\n");
        if (dialogue.Error is { } error)
            report.Append(CultureInfo.InvariantCulture, $"→ error: {error}\n\n");
    }

    private static string Signals(PlayedTurn turn) => turn.Signals.Count == 0 ? "" : " · " + string.Join(", ", turn.Signals);

    private static string OneLine(string text) => text.ReplaceLineEndings(" ").Replace("  ", " ", StringComparison.Ordinal);

    private static bool Acknowledged(PlayedTurn turn) => turn.Act is not null and not "none";

    private static int RepeatedPhrases(PlayedDialogue dialogue) => dialogue.Turns
        .Where(turn => turn.PhraseId is not null).GroupBy(turn => turn.PhraseId).Sum(same => same.Count() - 1);

    private static double Median(List<PlayedTurn> turns) =>
        turns.Count == 0 ? 0 : turns.Select(turn => turn.Milliseconds).Order().ElementAt(turns.Count / 2);
}
