using EmpathyBot.Domain.Handoffs;

namespace EmpathyBot.Workbench.Handoffs;

/// <summary>One way to sum up, scored against what people wrote.</summary>
/// <param name="Way">What it is.</param>
/// <param name="Half">Which half of the file: <c>first</c> (even lines, counted from 0: where ways were chosen) or <c>second</c>.</param>
/// <param name="Stemmed">Scores on stems.</param>
/// <param name="Plain">Scores on the words as they stand.</param>
/// <param name="Words">How many words such a text has on average.</param>
internal sealed record RougeLine(string Way, string Half, RougeScore Stemmed, RougeScore Plain, double Words);

/// <summary>
/// The two-sentence summary against summaries by people, beside a text that reads nothing and a bare template. Each half is
/// scored on its own: ways were chosen on the first, the second is what is reported.
/// </summary>
internal static class RougeComparison
{
    private const string Constant =
        "The customer is complaining about an issue with the service. The agent apologises and asks the customer to send the details by direct message so that they can look into it.";

    /// <summary>Scores every way on both halves.</summary>
    public static async Task<IReadOnlyList<RougeLine>> OfAsync(IReadOnlyList<SummarisedDialogue> dialogues, CancellationToken cancellationToken)
    {
        List<(SummarisedDialogue Dialogue, string Ours)> written = [];
        foreach (var dialogue in dialogues)
        {
            var brief = await WrittenBrief.OfAsync(dialogue.Turns, HandoffReason.AskedForPerson, null, cancellationToken);
            written.Add((dialogue, string.Join(' ', brief.Summary.Select(sentence => sentence.Text))));
        }

        List<RougeLine> lines = [];
        foreach (var half in new[] { "first", "second" })
        {
            var part = written.Where((_, place) => place % 2 == (half == "first" ? 0 : 1)).ToList();
            if (part.Count == 0)
                continue;
            lines.Add(Score("constant text", half, part, _ => Constant));
            lines.Add(Score("template", half, part, item => Template(item.Dialogue)));
            lines.Add(Score("ours", half, part, item => item.Ours));
        }

        return lines;
    }

    private static RougeLine Score(
        string way, string half, IReadOnlyList<(SummarisedDialogue Dialogue, string Ours)> part, Func<(SummarisedDialogue Dialogue, string Ours), string> write)
    {
        var pairs = part.Select(item => (Written: write(item), item.Dialogue.Summary)).ToList();
        return new(
            way, half,
            RougeScore.Mean([.. pairs.Select(pair => Rouge.Score(pair.Written, pair.Summary, stemmed: true))]),
            RougeScore.Mean([.. pairs.Select(pair => Rouge.Score(pair.Written, pair.Summary, stemmed: false))]),
            pairs.Average(pair => Rouge.Words(pair.Written, stemmed: false).Length));
    }

    private static string Template(SummarisedDialogue dialogue) =>
        $"Customer is complaining about {dialogue.Turns.FirstOrDefault(turn => turn.Role == "customer")?.Text}. Agent states {dialogue.Turns.FirstOrDefault(turn => turn.Role != "customer")?.Text}";
}
