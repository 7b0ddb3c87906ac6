using EmpathyBot.Domain.Emotions;

namespace EmpathyBot.Detection.Lexicon;

/// <summary>Reads what a feeling is about: what its own words tell, else the target named nearest to them.</summary>
internal static class TargetReader
{
    // In doubt the rarer and weightier comes first: a loss is answered before a parcel.
    private static readonly EmotionTarget[] InDoubt =
    [
        EmotionTarget.OwnLoss, EmotionTarget.Bot, EmotionTarget.Staff, EmotionTarget.ThirdParty,
        EmotionTarget.Wait, EmotionTarget.Policy, EmotionTarget.Product,
    ];

    public static EmotionTarget Read(Findings findings, IReadOnlyList<Hit> shownBy)
    {
        var told = shownBy.Where(hit => hit.Meaning.Target != EmotionTarget.Unknown).Select(hit => hit.Meaning.Target).ToList();
        if (told.Count > 0)
            return InDoubt.First(told.Contains);

        var clauses = shownBy.Select(hit => findings.Words[hit.From].Clause).ToHashSet();
        var sentences = shownBy.Select(hit => findings.Words[hit.From].Sentence).ToHashSet();
        return findings.Of(Role.Target)
            .GroupBy(hit => hit.Meaning.Target)
            .OrderByDescending(named => named.Max(hit => Nearness(findings.Words[hit.From], clauses, sentences)) + 0.4 * Math.Min(named.Count(), 3))
            .ThenBy(named => Array.IndexOf(InDoubt, named.Key))
            .FirstOrDefault()?.Key ?? EmotionTarget.Unknown;
    }

    private static int Nearness(Word word, HashSet<int> clauses, HashSet<int> sentences) =>
        clauses.Contains(word.Clause) ? 3 : sentences.Contains(word.Sentence) ? 2 : 1;
}
