using EmpathyBot.Detection.Lexicon;

namespace EmpathyBot.Detection.LocalModel;

/// <summary>The kinds of phrases as bits of a set, coarse enough to be seen often: a feeling, a failure, a signal, ….</summary>
internal static class PhraseKinds
{
    private const int Failure = 10;
    private const int Target = 16;
    private const int Signal = 24;
    private const int Negated = 32;

    /// <summary>Feelings said, and denied: the bits that a conversation before is told by.</summary>
    public const ulong Feelings = 0x3FEUL | 0x3FEUL << Negated;

    /// <summary>The bit of a meaning.</summary>
    public static ulong Of(Meaning meaning, bool negated) => meaning.Role switch
    {
        Role.Feeling => 1UL << ((int)meaning.Emotion + (negated ? Negated : 0)),
        Role.Target => 1UL << (Target + (int)meaning.Target),
        Role.Signal => 1UL << (Signal + (int)meaning.Signal),
        Role.NotSignal => 0,
        _ => 1UL << (Failure + (int)meaning.Role - (int)Role.Failure + (negated ? Negated : 0)),
    };
}
