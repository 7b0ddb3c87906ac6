using System.Globalization;

namespace EmpathyBot.Workbench.Emotions.Corpus;

/// <summary>Looks for wording of evaluation sets in the corpus.</summary>
internal static class Leakage
{
    private const double RunsAllowed = 0.001;
    private const double ShortTextsAllowed = 0.02;

    /// <summary>What was met: the turns with an eight-word run of an evaluation set, and the short turns that stand there whole.</summary>
    public static (IReadOnlyList<string> WithRun, IReadOnlyList<string> Short) Hits(IReadOnlyList<CorpusDialogue> dialogues, Fingerprints fingerprints)
    {
        var hits = dialogues.SelectMany(dialogue => dialogue.Turns.Select((turn, index) => (Id: dialogue.TurnId(index), Runs: fingerprints.Hits(turn.Text).ToList())))
            .Where(turn => turn.Runs.Count > 0)
            .ToLookup(turn => turn.Runs[0].Count(letter => letter == ' ') + 1 == Fingerprints.RunWords, turn => turn.Id);
        return ([.. hits[true]], [.. hits[false]]);
    }

    /// <summary>
    /// A fault when more is met than people write by chance: an eight-word run ("I do not know what to do any more") in one turn
    /// of a thousand, a whole short message ("thank you for your help") in one of fifty.
    /// </summary>
    public static IEnumerable<string> Faults(IReadOnlyList<CorpusDialogue> dialogues, Fingerprints fingerprints)
    {
        var turns = dialogues.Sum(dialogue => dialogue.Turns.Count);
        var (withRun, whole) = Hits(dialogues, fingerprints);
        if (withRun.Count > RunsAllowed * turns)
            yield return Told(withRun, turns, $"share a run of {Fingerprints.RunWords} words with an evaluation set");
        if (whole.Count > ShortTextsAllowed * turns)
            yield return Told(whole, turns, "are short messages that stand in an evaluation set too");
    }

    private static string Told(IReadOnlyList<string> ids, int turns, string what) =>
        string.Create(CultureInfo.InvariantCulture, $"{ids.Count} of {turns} turns {what}: {string.Join(", ", ids.Take(20))}.");
}
