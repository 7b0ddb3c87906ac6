using EmpathyBot.Detection.Lexicon;
using EmpathyBot.Domain.Emotions;
using EmpathyBot.Text.Phrases;

namespace EmpathyBot.Detection.LocalModel;

/// <summary>The signals that phrases of the lexicon stand for. A phrase that overlaps words which only look like the signal does not count.</summary>
internal readonly ref struct SignalFindings
{
    private readonly uint _found;
    private readonly uint _lookalikes;

    public SignalFindings(PhraseFindings message)
    {
        var hits = message.Hits;
        for (var at = 0; at < hits.Length; at++)
        {
            var meaning = message.MeaningOf(hits[at]);
            if (meaning.Role == Role.NotSignal)
                _lookalikes |= 1u << (int)meaning.Signal;
            if (meaning.Signal != Signal.None && meaning.Role != Role.NotSignal && !(meaning.Role == Role.Feeling && message.IsPart(at))
                && !IsLookalike(message, hits[at], meaning.Signal))
                _found |= 1u << (int)meaning.Signal;
        }
    }

    public bool Has(Signal signal) => (_found & 1u << (int)signal) != 0;

    /// <summary>Whether there are words that only look like the signal, and none that are it.</summary>
    public bool OnlyLooksLike(Signal signal) => (_lookalikes & ~_found & 1u << (int)signal) != 0;

    /// <summary>All of them.</summary>
    public MessageSignals Signals(string? language) => new()
    {
        Sarcasm = Has(Signal.Sarcasm),
        Repeat = Has(Signal.Repeat),
        Urgent = Has(Signal.Urgent),
        WantsHuman = Has(Signal.WantsHuman),
        Abusive = Has(Signal.Abusive),
        Churn = Has(Signal.Churn),
        AtRisk = Has(Signal.AtRisk),
        Language = language,
    };

    private static bool IsLookalike(PhraseFindings message, PhraseHit hit, Signal signal)
    {
        foreach (ref readonly var other in message.Hits)
        {
            if (other.From < hit.To && hit.From < other.To && message.MeaningOf(other) is { Role: Role.NotSignal } meaning && meaning.Signal == signal)
                return true;
        }

        return false;
    }
}
