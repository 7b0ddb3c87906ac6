using System.Collections.Frozen;
using EmpathyBot.Domain.Acknowledgements;
using EmpathyBot.Domain.Solving;

namespace EmpathyBot.Domain.Conversations;

/// <summary>What is known of one language to understand who writes in it, from the content.</summary>
/// <param name="Language">Its ISO 639-1 code.</param>
/// <param name="Naming">How what they name is said back.</param>
/// <param name="Asking">The words that ask for something.</param>
/// <param name="Address">How they show whether they want to be addressed politely.</param>
public sealed record LanguageWords(string Language, NamingWords Naming, AskingWords Asking, AddressWords Address)
{
    /// <summary>How they answer what a procedure asks.</summary>
    public AnswerWords Answers { get; init; } = AnswerWords.None;

    /// <summary>How what the shop's systems answer is said.</summary>
    public ValueWords Values { get; init; } = ValueWords.AsGiven;

    /// <summary>A language nothing is known of: nothing is named, any message may ask, and nobody is formal.</summary>
    public static LanguageWords None { get; } = new("", NamingWords.None, AskingWords.None, AddressWords.None);
}

/// <summary>How the customer addresses us. Keys as of <see cref="NamingWords.Key"/>, of one word or more.</summary>
/// <param name="Formal">"usted", "disculpe".</param>
/// <param name="Familiar">"tú", "oye".</param>
public sealed record AddressWords(IReadOnlySet<string> Formal, IReadOnlySet<string> Familiar)
{
    private const int LongestPhrase = 3;
    private const int MostRead = 4_000;

    /// <summary>A language without forms of address.</summary>
    public static AddressWords None { get; } = new(FrozenSet<string>.Empty, FrozenSet<string>.Empty);

    /// <summary>True for a polite address, false for a familiar one; null when a message shows neither or both.</summary>
    public bool? Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (Formal.Count + Familiar.Count == 0)
            return null;
        var words = MentionWords.Of(text.Length <= MostRead ? text : text[..MostRead]);
        var (formal, familiar) = (false, false);
        for (var at = 0; at < words.Count; at++)
        {
            formal = formal || words.LongestFrom(at, Formal.Contains, LongestPhrase) is not null;
            familiar = familiar || words.LongestFrom(at, Familiar.Contains, LongestPhrase) is not null;
        }

        return formal == familiar ? null : formal;
    }
}
