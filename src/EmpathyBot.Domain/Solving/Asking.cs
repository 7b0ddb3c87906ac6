using System.Collections.Frozen;

namespace EmpathyBot.Domain.Solving;

/// <summary>The words of asking or objecting of a language.</summary>
/// <param name="Words">Whole words, in whatever case: "can", "but".</param>
/// <param name="Parts">Parts of words: "n't".</param>
public sealed record AskingWords(IReadOnlySet<string> Words, IReadOnlyList<string> Parts)
{
    /// <summary>A language whose words are not known: a message that may ask is taken to ask.</summary>
    public static AskingWords None { get; } = new(FrozenSet<string>.Empty, [""]);
}

/// <summary>
/// Whether a message asks for anything at all. "My parcel came today, thank you" speaks of a parcel and asks for
/// nothing: looking up an order would be an odd answer to it.
/// </summary>
public static class Asking
{
    /// <summary>False only when neither a question mark nor a word of asking or objecting is in the text.</summary>
    /// <param name="text">The message.</param>
    /// <param name="asking">The words of its language.</param>
    public static bool May(string text, AskingWords asking)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(asking);
        return text.Contains('?', StringComparison.Ordinal)
            || asking.Parts.Any(part => text.Contains(part, StringComparison.OrdinalIgnoreCase))
            || text.Split([' ', ',', '.', '!', ';', ':', '\n', '\t'], StringSplitOptions.RemoveEmptyEntries).Any(asking.Words.Contains);
    }
}
