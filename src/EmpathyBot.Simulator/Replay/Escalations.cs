using System.Globalization;
using System.Text;

namespace EmpathyBot.Simulator.Replay;

/// <summary>A person was offered or called.</summary>
/// <param name="Turn">The customer's how-manieth message, from 1.</param>
/// <param name="IsHandover">True when the conversation went to a person, false when one was offered.</param>
/// <param name="Code">Why, as the policy says it.</param>
internal sealed record Escalation(int Turn, bool IsHandover, string Code)
{
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"message {Turn}: {(IsHandover ? "handed over" : "offered a person")} ({Code})");
}

/// <summary>When the escalation policy acted in what was played, and why.</summary>
internal static class Escalations
{
    /// <summary>What the policy did in a dialogue, in order. The desk tells the code of the step; of an offer beside an answer, that it was made.</summary>
    public static IReadOnlyList<Escalation> Of(PlayedDialogue dialogue) =>
        [.. dialogue.Turns.SelectMany((turn, index) => Of(turn, index + 1))];

    /// <summary>A table of counts by code, and how early.</summary>
    public static string Describe(IReadOnlyList<PlayedDialogue> played)
    {
        var all = played.SelectMany(Of).ToList();
        var table = new StringBuilder("## When a person was offered or called, and why\n\n| what | code | times | at message (median) |\n|---|---|---|---|\n");
        foreach (var group in all.GroupBy(one => (one.IsHandover, one.Code)).OrderByDescending(group => group.Key.IsHandover).ThenByDescending(group => group.Count()).ThenBy(group => group.Key.Code, StringComparer.Ordinal))
        {
            var median = group.Select(one => one.Turn).Order().ElementAt(group.Count() / 2);
            table.Append(CultureInfo.InvariantCulture, $"| {(group.Key.IsHandover ? "handed over" : "offered")} | {group.Key.Code} | {group.Count()} | {median} |\n");
        }

        var untouched = played.Count(dialogue => Of(dialogue).Count == 0);
        return table.Append(CultureInfo.InvariantCulture, $"\nNothing of either in {untouched} of {played.Count} dialogues.\n").ToString();
    }

    private static IEnumerable<Escalation> Of(PlayedTurn turn, int number)
    {
        if (turn.Step is "HandOver")
            yield return new(number, true, turn.StepReason ?? "?");
        else if (turn.Step is "OfferPerson")
            yield return new(number, false, turn.StepReason ?? "?");
        else if (turn.OfferedFor is { } reason)
            yield return new(number, false, reason);
    }
}
