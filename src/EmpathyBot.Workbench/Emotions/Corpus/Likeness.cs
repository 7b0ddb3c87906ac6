namespace EmpathyBot.Workbench.Emotions.Corpus;

/// <summary>Finds turns that are too much alike to have been composed one by one.</summary>
internal static class Likeness
{
    /// <summary>A turn of fewer words may be said by many: "yes", "ok thanks".</summary>
    public const int LongEnough = 5;

    /// <summary>From so many words on, two people do not say the same by chance.</summary>
    private const int NeverTwice = 8;

    /// <summary>The share of common three-word runs from which two turns are near-duplicates.</summary>
    public const double Near = 0.5;

    private const int FrameWords = 5;
    private const int OpeningWords = 3;

    /// <summary>Groups of turns with the same words, eight or more; shorter ones count as near-duplicates.</summary>
    public static IReadOnlyList<IReadOnlyList<WrittenTurn>> Duplicates(IReadOnlyList<WrittenTurn> turns) =>
        [.. turns.Where(turn => turn.Words.Count >= NeverTwice).GroupBy(turn => string.Join(' ', turn.Words)).Where(same => same.Count() > 1).Select(same => same.ToList())];

    /// <summary>Pairs of turns that share most of their three-word runs (Jaccard), duplicates included.</summary>
    public static IReadOnlyList<(WrittenTurn First, WrittenTurn Second, double Share)> NearDuplicates(IReadOnlyList<WrittenTurn> turns)
    {
        List<(WrittenTurn, WrittenTurn, double)> pairs = [];
        var runs = turns.Select(turn => turn.Words.Count >= LongEnough ? turn.Runs(3).ToHashSet() : []).ToList();
        Dictionary<string, List<int>> places = [];
        for (var turn = 0; turn < turns.Count; turn++)
        {
            Dictionary<int, int> common = [];
            foreach (var run in runs[turn])
            {
                if (!places.TryGetValue(run, out var earlier))
                    places[run] = earlier = [];
                foreach (var other in earlier)
                    common[other] = common.GetValueOrDefault(other) + 1;
                earlier.Add(turn);
            }

            foreach (var (other, shared) in common.OrderBy(pair => pair.Key))
            {
                var share = shared / (double)(runs[turn].Count + runs[other].Count - shared);
                if (share >= Near)
                    pairs.Add((turns[other], turns[turn], share));
            }
        }

        return pairs;
    }

    /// <summary>Every n-th dialogue, so that about so many turns are left; all of them when there are no more.</summary>
    public static IReadOnlyList<WrittenTurn> Draw(IReadOnlyList<WrittenTurn> turns, int count)
    {
        var every = Math.Max(1, turns.Count / count);
        return [.. turns.GroupBy(turn => turn.DialogueId).Where((_, place) => place % every == 0).SelectMany(dialogue => dialogue)];
    }

    /// <summary>The share of turns of five words or more that hold a five-word run found in another dialogue too: the smell of templates.</summary>
    public static double SharedFrames(IReadOnlyList<WrittenTurn> turns)
    {
        var owners = turns.SelectMany(turn => turn.Runs(FrameWords).Select(run => (run, turn.DialogueId))).Distinct()
            .GroupBy(pair => pair.run).Where(run => run.Count() > 1).Select(run => run.Key).ToHashSet();
        var able = turns.Where(turn => turn.Words.Count >= FrameWords).ToList();
        return able.Count == 0 ? 0 : able.Count(turn => turn.Runs(FrameWords).Any(owners.Contains)) / (double)able.Count;
    }

    /// <summary>The most used opening of three words and the share of turns that begin so.</summary>
    public static (string Words, double Share) CommonestOpening(IReadOnlyList<WrittenTurn> turns)
    {
        var able = turns.Where(turn => turn.Words.Count > OpeningWords).ToList();
        var opening = able.GroupBy(turn => string.Join(' ', turn.Words.Take(OpeningWords)))
            .OrderByDescending(same => same.Count()).ThenBy(same => same.Key, StringComparer.Ordinal).FirstOrDefault();
        return opening is null ? ("", 0) : (opening.Key, opening.Count() / (double)able.Count);
    }
}
