using EmpathyBot.Domain.Solving;
using EmpathyBot.Text;

namespace EmpathyBot.Content.Solving;

/// <summary>The phrases of feedback in one language.</summary>
/// <param name="Ratings">Phrases of each rating, worst first: alone or as one clause they give it.</param>
/// <param name="Appraises">Phrases that, standing anywhere, say how the conversation was.</param>
internal sealed record FeedbackPhrases(IReadOnlyList<IReadOnlyList<Phrase>> Ratings, IReadOnlyList<Phrase> Appraises)
{
    public static FeedbackPhrases None { get; } = new([], []);
}

/// <summary>Finds a rating and words of appraisal in a message. Only asked for one that may answer the question for them.</summary>
internal sealed class FeedbackFinder
{
    /// <summary>Feedback longer than this is looked at in its first part.</summary>
    private const int LongestText = 1000;

    private readonly IReadOnlyList<PhraseAutomaton?> _ratings;
    private readonly PhraseAutomaton? _appraises;

    /// <param name="fillers">What may stand beside a rating: "ok", "thanks".</param>
    /// <param name="phrases">The phrases.</param>
    public FeedbackFinder(IReadOnlyList<Phrase> fillers, FeedbackPhrases phrases)
    {
        _ratings = [.. phrases.Ratings.Select(rating => PhraseAutomaton.Whole(rating, fillers))];
        _appraises = PhraseAutomaton.Anywhere(phrases.Appraises);
    }

    public FeedbackHeard Find(string text)
    {
        if (text.Length > LongestText)
            text = text[..LongestText];
        var whole = Phrase.WordsOf(text);
        if (whole.Length == 0)
            return FeedbackHeard.Nothing;
        var appraises = _appraises?.Matches(whole) == true;
        if (RatingOf(whole) is { } all)
            return new(all, IsAll: true, appraises);
        var rating = Clauses.Split(text).Select(clause => RatingOf(Phrase.WordsOf(text.AsSpan()[clause]))).FirstOrDefault(found => found is not null);
        return new(rating, IsAll: false, appraises);
    }

    // Best first: "good" is part of what may stand beside "very good".
    private int? RatingOf(string[] words)
    {
        for (var rating = _ratings.Count; rating >= 1; rating--)
        {
            if (_ratings[rating - 1]?.Matches(words) == true)
                return rating;
        }

        return null;
    }
}
