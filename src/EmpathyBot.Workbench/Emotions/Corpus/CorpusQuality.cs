using System.Globalization;
using EmpathyBot.Domain.Emotions;

namespace EmpathyBot.Workbench.Emotions.Corpus;

/// <summary>What a language's part of the corpus must hold.</summary>
/// <param name="Turns">The least number of customer turns.</param>
/// <param name="RarestLabel">The least number of turns of each emotion.</param>
/// <param name="Trades">The least number of trades.</param>
internal sealed record CorpusGoals(int Turns, int RarestLabel, int Trades);

/// <summary>Says whether the corpus is fit to learn from.</summary>
internal static class CorpusQuality
{
    // Everyday turns of five to seven words ("yes I've tried that already") are said alike by many.
    private const double NearDuplicatesAllowed = 0.01;
    private const double SharedFramesAllowed = 0.15;

    /// <summary>The more turns, the more share a run by chance alone: frames are counted in a draw of one size.</summary>
    private const int FramesDrawnFrom = 5000;
    private const double OpeningAllowed = 0.01;
    private const double LabelAtMost = 0.4;

    /// <summary>The first language is to be learnt from alone; a further one proves that a language is data.</summary>
    public static CorpusGoals GoalsOf(string locale) => locale == "en" ? new(3000, 300, 8) : new(1000, 20, 8);

    /// <summary>Length bands in words, with the least share each must have.</summary>
    private static readonly (int From, int To, double AtLeast)[] Lengths = [(1, 3, 0.06), (4, 10, 0.15), (11, 25, 0.2), (26, int.MaxValue, 0.05)];

    /// <summary>All faults of one language's dialogues, each a plain sentence; empty when it is fit.</summary>
    public static IReadOnlyList<string> Faults(IReadOnlyList<CorpusDialogue> dialogues, CorpusGoals goals)
    {
        List<string> faults = [];
        var turns = WrittenTurn.Of(dialogues);
        Expect(turns.Count >= goals.Turns, $"There are {turns.Count} customer turns; at least {goals.Turns} are wanted.");
        var trades = dialogues.Select(dialogue => dialogue.Trade).Distinct().Count();
        Expect(trades >= goals.Trades, $"There are {trades} trades; at least {goals.Trades} are wanted.");
        foreach (var label in Enum.GetValues<Emotion>())
        {
            var count = turns.Count(turn => turn.Labels.Primary == label);
            Expect(count >= goals.RarestLabel, $"{label} is the primary emotion of {count} turns; at least {goals.RarestLabel} are wanted.");
            Expect(count <= LabelAtMost * turns.Count, $"{label} is the primary emotion of {Share(count)}; at most {LabelAtMost:0 %} is wanted.");
        }

        foreach (var (from, to, atLeast) in Lengths)
        {
            var count = turns.Count(turn => turn.Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length is var words && words >= from && words <= to);
            Expect(count >= atLeast * turns.Count, $"Turns of {from} words{(to == int.MaxValue ? " or more" : $" to {to}")} are {Share(count)}; at least {atLeast:0 %} is wanted.");
        }

        foreach (var dialogue in dialogues.Where(dialogue => dialogue.CustomerTurns.Count() > 1 == dialogue.Journey is null))
            faults.Add($"A dialogue has a journey when the customer writes more than once, and '-' otherwise: not so {dialogue.Id}.");
        foreach (var same in Likeness.Duplicates(turns))
            faults.Add($"The same words stand in {string.Join(", ", same.Select(turn => turn.Id))}.");
        var near = Likeness.NearDuplicates(turns);
        var nearest = string.Join(", ", near.OrderByDescending(pair => pair.Share).Take(20).Select(pair => $"{pair.First.Id} and {pair.Second.Id}"));
        Expect(near.Count <= NearDuplicatesAllowed * turns.Count, $"{near.Count} pairs of turns are near-duplicates: {nearest}.");
        var frames = Likeness.SharedFrames(Likeness.Draw(turns, FramesDrawnFrom));
        Expect(frames <= SharedFramesAllowed, $"{frames:0.0 %} of {FramesDrawnFrom} turns share a run of five words with another dialogue; at most {SharedFramesAllowed:0 %} may.");
        var (opening, share) = Likeness.CommonestOpening(turns);
        Expect(share <= OpeningAllowed, $"{share:0.0 %} of the turns begin with '{opening}'; at most {OpeningAllowed:0 %} may.");
        return faults;

        void Expect(bool holds, FormattableString otherwise)
        {
            if (!holds)
                faults.Add(otherwise.ToString(CultureInfo.InvariantCulture));
        }

        string Share(int count) => (count / (double)Math.Max(1, turns.Count)).ToString("0.0 %", CultureInfo.InvariantCulture);
    }
}
