using System.Collections.Frozen;

namespace EmpathyBot.Domain.Solving;

/// <summary>
/// Whether a message asks for anything at all. "My parcel came today, thank you" speaks of a parcel and asks for
/// nothing: looking up an order would be an odd answer to it.
/// </summary>
public static class Asking
{
    // English. In other languages only the question mark tells, and a message that may ask is taken to ask.
    private static readonly FrozenSet<string> Words = FrozenSet.ToFrozenSet(
        [
            "please", "pls", "can", "could", "would", "want", "need", "like", "how", "where", "when", "what", "which", "who", "why",
            "cancel", "return", "exchange", "change", "swap", "send", "check", "track", "help", "tell", "but", "however", "though",
            "except", "still", "not", "again", "wrong", "broken", "missing", "question",
        ],
        StringComparer.OrdinalIgnoreCase);

    /// <summary>False only when neither a question mark nor a word of asking or objecting is in the text.</summary>
    public static bool May(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Contains('?', StringComparison.Ordinal)
            || text.Contains("n't", StringComparison.OrdinalIgnoreCase)
            || text.Split([' ', ',', '.', '!', ';', ':', '\n', '\t'], StringSplitOptions.RemoveEmptyEntries).Any(Words.Contains);
    }
}
