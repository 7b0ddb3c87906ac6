using EmpathyBot.Text;

namespace EmpathyBot.Content.Matching;

/// <summary>Trains the model, and calibrates it on examples that were held out in turn.</summary>
internal static class MatchTrainer
{
    private const int Folds = 5;

    public static (MatchModel Model, Calibration Calibration) Train(IReadOnlyList<MatchExample> examples, int labels, MatchingWords words)
    {
        var observed = new List<(Evidence, bool)>();
        var evidence = new Evidence[labels];
        for (var fold = 0; fold < Folds; fold++)
        {
            var kept = examples.Where((_, at) => at % Folds != fold).ToList();
            if (kept.Count == 0)
                continue;
            var model = TrainModel(kept, labels, words);
            foreach (var example in examples.Where((_, at) => at % Folds == fold))
            {
                model.Weigh(example.Text, evidence);
                var top = IndexOfTop(evidence);
                observed.Add((evidence[top], top == example.Label));
            }
        }

        return (TrainModel(examples, labels, words), Calibration.Fit(observed));
    }

    private static MatchModel TrainModel(IReadOnlyList<MatchExample> examples, int labels, MatchingWords words)
    {
        // Words an author lists count as well established.
        var listed = words.Alike.Keys.Concat(words.Padding);
        var seen = examples.SelectMany(example => TextFolding.FoldWords(example.Text).Split(' '));
        var known = seen.Concat(listed).Concat(listed).Concat(listed);
        return MatchModel.Train(examples, labels, new MatchFeatures(words, new Spelling(known)));
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
