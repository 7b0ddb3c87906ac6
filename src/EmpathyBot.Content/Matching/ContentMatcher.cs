using EmpathyBot.Domain.Solving;
using EmpathyBot.Text;

namespace EmpathyBot.Content.Matching;

/// <summary>Finds what a message asks for among articles and procedures. Trained from their examples; immutable.</summary>
internal sealed class ContentMatcher
{
    /// <summary>Longer messages are matched by their first part: what is asked for stands there or is lost anyway.</summary>
    private const int LongestText = 2000;
    private const int MostCandidates = 5;
    private const double DoubtOfTries = 0.35;
    private const double LeastScore = 0.05;
    private const int MostMatters = 3;
    private const double SureOfAPart = 0.8;
    private const int LengthOfAStem = 5;

    /// <summary>A word of more titles than this says nothing of one of them: "order".</summary>
    private const int FewTitles = 3;
    private const int MostWordsOfAHint = 5;

    private readonly IReadOnlyList<ContentCandidate> _targets;
    private readonly MessageParts _parts;
    private readonly MatchingWords _words;
    private readonly MatchModel? _model;
    private readonly Calibration? _calibration;

    private ContentMatcher(
        IReadOnlyList<ContentCandidate> targets, MatchingWords words, MatchModel? model, Calibration? calibration)
    {
        _targets = targets;
        _parts = new MessageParts(words.Joins, words.FollowUps.GoesOn);
        _words = words;
        _model = model;
        _calibration = calibration;
    }

    public static ContentMatcher Train(IEnumerable<Article> articles, IEnumerable<Procedure> procedures, MatchingWords words)
    {
        var targets = new List<ContentCandidate>();
        var examples = new List<MatchExample>();
        void Add(ContentCandidate target, IReadOnlyList<string> texts)
        {
            examples.AddRange(texts.Select(text => new MatchExample(text, targets.Count)));
            targets.Add(target);
        }

        foreach (var procedure in procedures.OrderBy(procedure => procedure.Id, StringComparer.Ordinal))
            Add(new(ContentKind.Procedure, procedure.Id, procedure.Title, 0) { Weight = procedure.Weight }, procedure.Examples);
        foreach (var article in articles.OrderBy(article => article.Id, StringComparer.Ordinal))
            Add(new(ContentKind.Article, article.Id, article.Title, 0) { Weight = article.Weight }, article.Examples);
        return Train(targets, examples, words);
    }

    /// <summary>Trains on any examples; the labels are places among the targets.</summary>
    public static ContentMatcher Train(
        IReadOnlyList<ContentCandidate> targets, IReadOnlyList<MatchExample> asking, MatchingWords words)
    {
        if (targets.Count == 0)
            return new([], words, null, null);
        List<MatchExample> examples = [.. asking, .. words.Outside.Select(text => new MatchExample(text, MatchExample.Outside))];
        var (model, calibration) = MatchTrainer.Train(examples, targets.Count, words);
        return new(targets, words, model, calibration);
    }

    /// <summary>What a message asks for, read together with the matter before it when it refers back.</summary>
    public ContentMatch Match(string text, ContentCandidate? before)
    {
        var alone = Match(text);
        return before is not null && _targets.FirstOrDefault(before.IsSameAs) is { } matter && Follow(text, matter, alone) is { } followed
            ? followed
            : alone with { Several = SeveralIn(text) };
    }

    /// <summary>What a message asks for, by itself.</summary>
    public ContentMatch Match(string text)
    {
        if (_model is null || _calibration is null || string.IsNullOrWhiteSpace(text))
            return ContentMatch.None;
        if (text.Length > LongestText)
            text = text[..LongestText];

        Span<double> best = stackalloc double[_targets.Count];
        best.Clear();
        Consider(text, best);
        // Anger around a request must not hide it; where the whole is clear, a part only seems to say something else.
        var tries = 1;
        if (best[PlaceOfMost(best)] < ContentMatch.SureFrom)
        {
            foreach (var part in _parts.Of(text))
                tries += part != text && Consider(part, best) ? 1 : 0;
        }

        // The more parts may be about something of ours, the likelier one of them only seems to be.
        var doubt = 1 + (DoubtOfTries * Math.Log2(tries));
        var found = new List<(double Score, int Target)>();
        for (var target = 0; target < best.Length; target++)
        {
            // Doubt only lowers it, and rounding lifts it by a hair at most.
            if (best[target] >= LeastScore - 0.001 && Math.Round(Math.Pow(best[target], doubt), 3) is var score && score >= LeastScore)
                found.Add((score, target));
        }

        return found.Count == 0 ? ContentMatch.None : new([.. found
            .OrderByDescending(each => each.Score)
            .Take(MostCandidates)
            .Select(each => _targets[each.Target] with { Score = each.Score })]);
    }

    /// <summary>Raises the confidence in what this text speaks for; true when it may speak for anything.</summary>
    private bool Consider(string text, Span<double> best)
    {
        Span<Evidence> evidence = stackalloc Evidence[best.Length];
        _model!.Weigh(text, evidence);
        var fits = false;
        for (var target = 0; target < best.Length; target++)
        {
            var confidence = _calibration!.Confidence(evidence[target]);
            fits |= confidence >= LeastScore;
            best[target] = Math.Max(best[target], confidence);
        }

        return fits;
    }

    private static int PlaceOfMost(ReadOnlySpan<double> values)
    {
        var most = 0;
        for (var at = 1; at < values.Length; at++)
            most = values[at] > values[most] ? at : most;
        return most;
    }

    /// <summary>What a message asks for that goes on about a matter; null when it stands by itself.</summary>
    private ContentMatch? Follow(string text, ContentCandidate matter, ContentMatch alone)
    {
        if (_words.FollowUps.Read(text, _words.OrderNumberDigits, _words.Padding) is not { } back)
        {
            // A few words that hint at something become clear by the matter: "in store?" after returns.
            var together = TextFolding.FoldWords(text).Count(sign => sign == ' ') < MostWordsOfAHint && alone.Sure is null && alone.Candidates.Count > 0
                ? Match($"{matter.Title} {text}").Sure
                : null;
            return together is not null && !together.IsSameAs(matter) && alone.Candidates.Any(together.IsSameAs)
                ? new([together]) { RefersBack = true }
                : null;
        }

        if (back.Rest.Length == 0)
        {
            if (matter.Kind == ContentKind.Procedure)
                return new([matter with { Score = 1 }]) { RefersBack = true, MeansAnother = back.MeansAnother };
            // An answer is the same for another order; what the customer means must be asked.
            return alone.Sure is { Kind: ContentKind.Procedure } ? null : new([matter with { Score = ContentMatch.SureFrom - LeastScore }]) { RefersBack = true };
        }

        var own = Match(back.Rest);
        var joined = Match($"{matter.Title} {back.Rest}");
        if (own.Sure is { } sure && (!back.HasReference || sure.Score > joined.Sure?.Score))
            return own;
        if (joined.Sure is not null)
            return joined with { RefersBack = true, MeansAnother = back.MeansAnother && joined.Sure.IsSameAs(matter) };
        return own.Possible.Count > 0 ? own : null;
    }

    /// <summary>The different matters of a message that asks for several; empty when it asks for one or for none.</summary>
    private List<ContentCandidate> SeveralIn(string text)
    {
        if (_model is null || string.IsNullOrWhiteSpace(text))
            return [];
        var sentences = _parts.Sentences(text.Length > LongestText ? text[..LongestText] : text);
        if (sentences.Count < 2)
            return [];
        var found = new List<ContentCandidate>();
        Span<double> best = stackalloc double[_targets.Count];
        foreach (var part in sentences)
        {
            best.Clear();
            Consider(part, best);
            var top = PlaceOfMost(best);
            if (best[top] >= SureOfAPart && !found.Exists(other => IsRelated(other, _targets[top], text)))
                found.Add(_targets[top] with { Score = Math.Round(best[top], 3) });
        }

        return found.Count > 1 ? [.. found.Take(MostMatters)] : [];
    }

    /// <summary>True when two matters are one to the customer: "refunds" and "the status of a refund" in words about a refund.</summary>
    private bool IsRelated(ContentCandidate one, ContentCandidate other, string text) =>
        one.IsSameAs(other) || Stems(one.Title).Intersect(Stems(other.Title), StringComparer.Ordinal).Intersect(Stems(text), StringComparer.Ordinal)
            .Any(stem => _targets.Count(target => Stems(target.Title).Contains(stem)) <= FewTitles);

    private static IEnumerable<string> Stems(string title) =>
        TextFolding.FoldWords(title).Split(' ').Where(word => word.Length >= LengthOfAStem).Select(word => word[..LengthOfAStem]);
}
