using System.Collections.Immutable;
using EmpathyBot.Domain.Conversations;

namespace EmpathyBot.Domain.Acknowledgements;

/// <summary>What was acknowledged so far in a conversation: the budgets of repetition and apology.</summary>
public sealed record AcknowledgementHistory
{
    /// <summary>Phrases used; none is used twice.</summary>
    public ImmutableList<string> PhraseIds { get; init; } = [];

    /// <summary>The opening words of the last acknowledgement (its first two words, lower case), or null.</summary>
    public string? LastOpening { get; init; }

    /// <summary>Incidents an apology was made for.</summary>
    public ImmutableList<string> ApologisedFor { get; init; } = [];

    /// <summary>Matters in which the bot owned up to a failure of its own.</summary>
    public ImmutableList<string> OwnedUpFor { get; init; } = [];

    /// <summary>The act of the last turn that acknowledged, or none.</summary>
    public AcknowledgementAct LastAct { get; init; }

    /// <summary>Nothing so far.</summary>
    public static AcknowledgementHistory Empty { get; } = new();

    /// <summary>The history after this acknowledgement.</summary>
    public AcknowledgementHistory After(Acknowledged acknowledged)
    {
        ArgumentNullException.ThrowIfNull(acknowledged);
        if (acknowledged.Act == AcknowledgementAct.None)
            return this;
        return this with
        {
            PhraseIds = acknowledged.PhraseId is { } id ? Once(PhraseIds, id) : PhraseIds,
            LastOpening = acknowledged.Text is { } text ? Opening(text) : LastOpening,
            ApologisedFor = acknowledged is { Act: AcknowledgementAct.Apologise, Incident: { } incident } ? Once(ApologisedFor, incident) : ApologisedFor,
            OwnedUpFor = acknowledged is { Act: AcknowledgementAct.OwnFailure, Incident: { } failure } ? Once(OwnedUpFor, failure) : OwnedUpFor,
            LastAct = acknowledged.Act,
        };
    }

    /// <summary>Whether the phrase was used.</summary>
    public bool HasSaid(string phraseId) => PhraseIds.Contains(phraseId) || PhraseIds.Contains(Opaque(phraseId));

    /// <summary>
    /// The history without what tells of mood: ids of phrases name acts and feelings, so what is left of them says only whether a
    /// phrase is the same one. What was apologised for stays: it is about what happened.
    /// </summary>
    internal AcknowledgementHistory WithoutMood() => this with { PhraseIds = [.. PhraseIds.Select(Opaque)], LastAct = AcknowledgementAct.None };

    private static ReadOnlySpan<char> Separators => [' ', ',', '.', ':', ';', '—', '–'];

    private static string Opaque(string phraseId)
    {
        if (phraseId.StartsWith('~'))
            return phraseId;
        var hash = 2166136261u;
        foreach (var sign in phraseId)
            hash = unchecked((hash ^ sign) * 16777619u);
        return $"~{hash:x8}";
    }

    /// <summary>The opening words of a text: its first two words in lower case.</summary>
    public static string Opening(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        Span<Range> words = stackalloc Range[3];
        var count = Math.Min(2, text.AsSpan().SplitAny(words, Separators, StringSplitOptions.RemoveEmptyEntries));
        return count switch
        {
            0 => "",
            // A third range would hold the rest of the text: the two before it are words.
            1 => text[words[0]].ToLowerInvariant(),
            _ => string.Concat(text.AsSpan(words[0]), " ", text.AsSpan(words[1])).ToLowerInvariant(),
        };
    }

    private static ImmutableList<string> Once(ImmutableList<string> list, string item) => list.Contains(item) ? list : list.Add(item);
}
