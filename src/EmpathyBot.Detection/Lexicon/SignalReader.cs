using EmpathyBot.Domain.Emotions;

namespace EmpathyBot.Detection.Lexicon;

/// <summary>Reads what a message asks of us apart from feeling. A hit that overlaps words which only look like it does not count.</summary>
internal static class SignalReader
{
    public static MessageSignals Read(Findings findings)
    {
        var lookalikes = findings.Of(Role.NotSignal).ToList();
        var found = findings.Of(Role.Signal).Concat(findings.Feelings)
            .Where(hit => hit.Meaning.Signal != Signal.None && !lookalikes.Exists(other => Hides(other, hit)))
            .Select(hit => hit.Meaning.Signal).ToHashSet();
        return new()
        {
            Sarcasm = found.Contains(Signal.Sarcasm),
            Repeat = found.Contains(Signal.Repeat),
            Urgent = found.Contains(Signal.Urgent),
            WantsHuman = found.Contains(Signal.WantsHuman),
            Abusive = found.Contains(Signal.Abusive),
            Churn = found.Contains(Signal.Churn),
            AtRisk = found.Contains(Signal.AtRisk),
            Language = findings.Language,
        };
    }

    /// <summary>How many places say that time presses.</summary>
    public static int UrgentPlaces(Findings findings) => findings.Of(Role.Signal).Count(hit => hit.Meaning.Signal == Signal.Urgent);

    private static bool Hides(Hit lookalike, Hit hit) =>
        lookalike.Meaning.Signal == hit.Meaning.Signal && lookalike.From < hit.To && hit.From < lookalike.To;
}
