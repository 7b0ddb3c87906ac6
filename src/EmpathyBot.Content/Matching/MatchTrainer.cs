using EmpathyBot.Text;

namespace EmpathyBot.Content.Matching;

/// <summary>Trains the model, and calibrates it on examples that were held out in turn.</summary>
internal static class MatchTrainer
{
    private const int Folds = 5;

    public static (MatchModel Model, Calibration Calibration) Train(IReadOnlyList<MatchExample> examples, int labels, MatchingWords words)
    {
        // Words an author lists count as well established.
        var listed = words.Alike.Keys.Concat(words.Padding);
        var seen = examples.SelectMany(example => TextFolding.FoldWords(example.Text).Split(' '));
        var features = new MatchFeatures(words, new Spelling(seen.Concat(listed).Concat(listed).Concat(listed)));
        var rows = MatchRows.Of(examples, features);
        var observed = new List<Observation>();
        var evidence = new Evidence[labels];
        // One fold of many examples is enough to fit six numbers on.
        var folds = examples.Count > MatchModel.Many ? 1 : Folds;
        for (var fold = 0; fold < folds; fold++)
        {
            var kept = rows.Where(at => at % Folds != fold);
            if (kept.Labels.Count == 0)
                continue;
            var model = MatchModel.Train(kept, labels, features);
            for (var at = fold; at < examples.Count; at += Folds)
            {
                model.Weigh(rows.Hashes.FeaturesOf(at), rows.Hashes.ValuesOf(at), rows.PlainWords.FeaturesOf(at), evidence);
                var top = IndexOfTop(evidence);
                observed.Add(new(evidence[top], top == rows.Labels[at]));
            }
        }

        return (MatchModel.Train(rows, labels, features), Calibration.Fit(observed));
    }

    private static int IndexOfTop(Evidence[] evidence)
    {
        var top = 0;
        for (var label = 1; label < evidence.Length; label++)
        {
            if (evidence[label].Score > evidence[top].Score)
                top = label;
        }

        return top;
    }
}
