using System.Collections.Frozen;

namespace EmpathyBot.Domain.Acknowledgements;

/// <summary>How a death is spoken of in one language. Beside it no parcel is named, and nobody apologises for a coat.</summary>
public sealed record LossWords
{
    private const int LongestPhrase = 3;
    private const int MostRead = 4_000;
    private static readonly FrozenSet<string> NoWords = FrozenSet<string>.Empty;

    /// <summary>Who may have died: "mother", "dog".</summary>
    public IReadOnlySet<string> People { get; init; } = NoWords;

    /// <summary>What is said of them, before or after: "passed away".</summary>
    public IReadOnlySet<string> Died { get; init; } = NoWords;

    /// <summary>What says it right before who it is: "late", "death of my".</summary>
    public IReadOnlySet<string> Before { get; init; } = NoWords;

    /// <summary>The ending of a word that owns what follows ("mother's"), or null.</summary>
    public string? OwnerEnding { get; init; }

    /// <summary>True when the message speaks of a death.</summary>
    public bool StandIn(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (People.Count == 0)
            return false;
        var words = MentionWords.Of(text.Length <= MostRead ? text : text[..MostRead]);
        return Enumerable.Range(0, words.Count).Any(at => IsSaidOf(words, at) || IsSaidBefore(words, at));
    }

    // Near by, and not of "my son's phone" or "my son says the phone died": what died there is the phone.
    private bool IsSaidOf(MentionWords words, int at) => words.LongestFrom(at, Died.Contains, LongestPhrase) is { Length: var length }
        && (Enumerable.Range(1, length + 1).Any(back => People.Contains(words[at - back]))
            || Enumerable.Range(at + length, 2).Any(next => People.Contains(words[next])));

    private bool IsSaidBefore(MentionWords words, int at) =>
        People.Contains(WithoutEnding(words[at])) && words.Joined(at - 1) && words.LongestUpTo(at - 1, Before.Contains, LongestPhrase) is not null;

    private string WithoutEnding(string word) =>
        OwnerEnding is { } ending && word.EndsWith(ending, StringComparison.Ordinal) ? word[..^ending.Length] : word;
}
