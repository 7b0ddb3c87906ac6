using EmpathyBot.Domain.Solving;

namespace EmpathyBot.Content.Matching;

/// <summary>Finds what a message asks for among articles and procedures. Trained from their examples; immutable.</summary>
internal sealed class ContentMatcher
{
    /// <summary>Longer messages are matched by their first part: what is asked for stands there or is lost anyway.</summary>
    private const int LongestText = 2000;
    private const int MostCandidates = 5;
    private const double DoubtOfTries = 0.35;
    private const double LeastScore = 0.05;

    private readonly IReadOnlyList<(ContentKind Kind, string Id, string Title)> _targets;
    private readonly MessageParts _parts;
    private readonly MatchModel? _model;
    private readonly Calibration? _calibration;

    private ContentMatcher(
        IReadOnlyList<(ContentKind Kind, string Id, string Title)> targets, MatchingWords words, MatchModel? model, Calibration? calibration)
    {
        _targets = targets;
        _parts = new MessageParts(words.Joins);
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
            return new([], words, null, null);
        examples.AddRange(words.Outside.Select(text => new MatchExample(text, MatchExample.Outside)));
        var (model, calibration) = MatchTrainer.Train(examples, targets.Count, words);
        return new(targets, words, model, calibration);
    }

    public ContentMatch Match(string text)
    {
        if (_model is null || _calibration is null || string.IsNullOrWhiteSpace(text))
            return ContentMatch.None;
        if (text.Length > LongestText)
            text = text[..LongestText];

        var best = new double[_targets.Count];
        var evidence = new Evidence[_targets.Count];
        var tries = 0;
        foreach (var part in _parts.Of(text))
        {
            _model.Weigh(part, evidence);
            var fits = false;
            for (var target = 0; target < best.Length; target++)
            {
                var confidence = _calibration.Confidence(evidence[target]);
                fits |= confidence >= LeastScore;
                best[target] = Math.Max(best[target], confidence);
            }

            tries += fits ? 1 : 0;
        }

        // The more parts may be about something of ours, the likelier one of them only seems to be.
        var doubt = 1 + (DoubtOfTries * Math.Log2(Math.Max(1, tries)));
        return new([.. best
            .Select((score, target) => new ContentCandidate(
                _targets[target].Kind, _targets[target].Id, _targets[target].Title, Math.Round(Math.Pow(score, doubt), 3)))
            .Where(candidate => candidate.Score >= LeastScore)
            .OrderByDescending(candidate => candidate.Score)
            .Take(MostCandidates)]);
    }

}
