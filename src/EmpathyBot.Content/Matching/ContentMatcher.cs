using EmpathyBot.Domain.Solving;
using EmpathyBot.Text;

namespace EmpathyBot.Content.Matching;

/// <summary>Finds what a message asks for among articles and procedures. Trained from their examples; immutable.</summary>
internal sealed class ContentMatcher
{
    /// <summary>Longer messages are matched by their first part: what is asked for stands there or is lost anyway.</summary>
    private const int LongestText = 2000;
    private const int MostCandidates = 5;
    private const int ShortestClause = 3;
    private const double DoubtOfTries = 0.25;
    private const double LeastScore = 0.05;

    private readonly IReadOnlyList<(ContentKind Kind, string Id, string Title)> _targets;
    private readonly MatchModel? _model;
    private readonly Calibration? _calibration;

    private ContentMatcher(IReadOnlyList<(ContentKind Kind, string Id, string Title)> targets, MatchModel? model, Calibration? calibration)
    {
        _targets = targets;
        _model = model;
        _calibration = calibration;
    }

    public static ContentMatcher Train(IEnumerable<Article> articles, IEnumerable<Procedure> procedures, MatchingWords words)
    {
        var targets = new List<(ContentKind, string, string)>();
        var examples = new List<MatchExample>();
        void Add(ContentKind kind, string id, string title, IReadOnlyList<string> texts)
        {
            examples.AddRange(texts.Select(text => new MatchExample(text, targets.Count)));
            targets.Add((kind, id, title));
        }

        foreach (var procedure in procedures.OrderBy(procedure => procedure.Id, StringComparer.Ordinal))
            Add(ContentKind.Procedure, procedure.Id, procedure.Title, procedure.Examples);
        foreach (var article in articles.OrderBy(article => article.Id, StringComparer.Ordinal))
            Add(ContentKind.Article, article.Id, article.Title, article.Examples);
        if (targets.Count == 0)
            return new([], null, null);
        examples.AddRange(words.Outside.Select(text => new MatchExample(text, MatchExample.Outside)));
        var (model, calibration) = MatchTrainer.Train(examples, targets.Count, words);
        return new(targets, model, calibration);
    }

    public ContentMatch Match(string text)
    {
        if (_model is null || _calibration is null || string.IsNullOrWhiteSpace(text))
            return ContentMatch.None;
        if (text.Length > LongestText)
            text = text[..LongestText];

        var best = new double[_targets.Count];
        var evidence = new Evidence[_targets.Count];
        var parts = Parts(text);
        // The more clauses are tried, the likelier one of them fits by accident.
        var doubt = 1 + (DoubtOfTries * Math.Log2(Math.Max(1, parts.Count - 1)));
        foreach (var part in parts)
        {
            _model.Weigh(part, evidence);
            for (var target = 0; target < best.Length; target++)
                best[target] = Math.Max(best[target], Math.Pow(_calibration.Confidence(evidence[target]), doubt));
        }

        return new([.. best
            .Select((score, target) => new ContentCandidate(_targets[target].Kind, _targets[target].Id, _targets[target].Title, Math.Round(score, 3)))
            .Where(candidate => candidate.Score >= LeastScore)
            .OrderByDescending(candidate => candidate.Score)
            .Take(MostCandidates)]);
    }

    /// <summary>
    /// The whole message and each clause by itself: anger around a question must not hide it. A clause of a word or two
    /// ("Twice.") is read with the one before it, since by itself it may mean anything.
    /// </summary>
    private static List<string> Parts(string text)
    {
        var parts = new List<string>();
        var from = 0;
        foreach (var clause in Clauses.Split(text))
        {
            var words = TextFolding.FoldWords(text.AsSpan()[clause]).Count(letter => letter == ' ') + 1;
            if (words < ShortestClause && parts.Count > 0)
                parts[^1] = text[from..clause.End];
            else
                parts.Add(text[(from = clause.Start.Value)..clause.End]);
        }

        if (parts.Count != 1)
            parts.Add(text);
        return parts;
    }
}
