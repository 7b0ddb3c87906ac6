using EmpathyBot.Domain.Emotions;

namespace EmpathyBot.Detection.Lexicon;

/// <summary>Praise that means its opposite: beside a failure, or hollow while bad news are on the table.</summary>
internal static class SarcasmRules
{
    private const double PraiseFrom = 0.35;

    /// <summary>Turns praise that is meant otherwise into frustration; true when it did, or the words alone say so.</summary>
    public static bool Apply(Findings message, MessageContext context, Evidence evidence, double shown, double besideFailure)
    {
        var hollow = message.Of(Role.Hollow).ToList();
        var praise = message.Feelings.Where(hit => hit.Meaning is { Emotion: Emotion.Joy, Sure: >= PraiseFrom } && !message.IsNegated(hit)).ToList();
        var failures = message.IsResolved ? [] : message.Failures;
        var troubled = failures.Count > 0 || evidence.Negative >= 0.45;

        if (hollow.Count > 0 && troubled && !message.IsResolved)
            return Turn(evidence, shown, [.. hollow.Take(1), .. failures.Take(1)]);
        if (hollow.Count > 0 && message.Words.Count <= 6 && context.BadNews)
            return Turn(evidence, besideFailure, [.. hollow.Take(1)]);
        foreach (var praised in praise)
        {
            var beside = failures.FirstOrDefault(failure => SameBreath(message, praised, failure));
            if (beside.Meaning is not null)
                return Turn(evidence, besideFailure, [praised, beside]);
        }

        return false;
    }

    private static bool Turn(Evidence evidence, double sure, IReadOnlyList<Hit> shownBy)
    {
        evidence.Scale(emotion => emotion.IsPositive(), 0.15);
        evidence.Add(Emotion.Frustration, sure, 2, shownBy);
        return true;
    }

    /// <summary>In one sentence, or the one after a short exclamation, with no "but" between that would make both meant.</summary>
    private static bool SameBreath(Findings message, Hit praised, Hit failure)
    {
        var (from, to) = praised.From < failure.From ? (praised.To, failure.From) : (failure.To, praised.From);
        for (var i = Math.Max(0, from - 1); i <= Math.Min(to, message.Words.Count - 1); i++)
        {
            if (message.Words[i].Form is "but" or "however" or "although" or "though" or "except" or "unfortunately" or "just" && i > praised.To)
                return false;
        }

        var distance = message.Words[failure.From].Sentence - message.Words[praised.From].Sentence;
        return distance == 0 || distance == 1 && message.Words[praised.To - 1].Sentence == 0 && praised.To <= 4;
    }
}
