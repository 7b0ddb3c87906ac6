using System.Globalization;
using EmpathyBot.Detection.LocalModel;
using EmpathyBot.Domain.Emotions;
using EmpathyBot.Text;
using EmpathyBot.Workbench.Emotions.Corpus;
using EmpathyBot.Workbench.Emotions.Evaluation;
using EmpathyBot.Workbench.Emotions.Measures;

namespace EmpathyBot.Workbench.Emotions.Training;

/// <summary>Models that are trained only to be scored.</summary>
internal static class Trials
{
    private const uint FoldSalt = 77, CurveSalt = 78;

    /// <summary>One dialogue in so many sets thresholds.</summary>
    private const uint ApartFrom = 10;

    /// <summary>What a model reads against what people read.</summary>
    public static ConfusionMatrix Score(LanguageModel model, IReadOnlyList<LabelledMessage> messages) => Score(model, messages, new(EmotionHeads.EmotionCount));

    /// <summary>Each part of train and dev is read by a model of the other parts: more to choose by than dev alone. Test stays closed.</summary>
    public static int Folds(TrainingSource source, int folds, TrainingOptions options, TextWriter output, TextWriter error)
    {
        var open = source.Dialogues.Where(dialogue => dialogue.Split != CorpusSplit.Test).ToList();
        var all = new ConfusionMatrix(EmotionHeads.EmotionCount);
        List<(IReadOnlyList<string> Labelled, IReadOnlyList<string> Read)> signals = [];
        for (var fold = 0; fold < folds; fold++)
        {
            var held = source.Messages(open.Where(dialogue => Chance(dialogue, FoldSalt) % folds == fold));
            var others = open.Where(dialogue => Chance(dialogue, FoldSalt) % folds != fold).ToList();
            var rest = source.Messages(others.Where(dialogue => Chance(dialogue, CurveSalt) % ApartFrom != 0));
            var apart = source.Messages(others.Where(dialogue => Chance(dialogue, CurveSalt) % ApartFrom == 0));
            if (held.Count == 0 || rest.Count == 0 || apart.Count == 0)
                throw new InputException($"The corpus is too small for {folds} parts.");
            error.WriteLine($"Part {fold + 1} of {folds}.");
            // From where on signals count is chosen apart from what is scored.
            var model = ModelTrainer.Train(rest, apart, source.Lexicon, source.Locale, options, _ => { });
            Score(new(source.Lexicon, model), held, all, (message, reading) => signals.Add((message.Labels.Signals.Names(), reading.Signals.Names())));
        }

        output.WriteLine(Line($"{folds} parts", all));
        foreach (var name in Signals.Names)
        {
            var (with, without) = (signals.Where(one => one.Labelled.Contains(name)).ToList(), signals.Where(one => !one.Labelled.Contains(name)).ToList());
            output.WriteLine($"{name}: found {new Share(with.Count(one => one.Read.Contains(name)), with.Count)}, "
                + $"false alarms {new Share(without.Count(one => one.Read.Contains(name)), without.Count)}");
        }

        return 0;
    }

    /// <summary>How the score on dev grows with what is learnt from.</summary>
    public static int LearningCurve(TrainingSource source, TrainingOptions options, TextWriter output, TextWriter error)
    {
        var dialogues = source.Dialogues.Where(dialogue => dialogue.Split == CorpusSplit.Train).OrderBy(dialogue => Chance(dialogue, CurveSalt)).ToList();
        foreach (var part in (ReadOnlySpan<int>)[8, 4, 2, 1])
        {
            var some = source.Messages(dialogues.Take(Math.Max(1, dialogues.Count / part)));
            error.WriteLine($"{some.Count} messages.");
            var model = ModelTrainer.Train(some, source.Part(CorpusSplit.Dev), source.Lexicon, source.Locale, options, _ => { });
            output.WriteLine(Line($"1/{part} ({some.Count} messages)", Score(new(source.Lexicon, model), source.Part(CorpusSplit.Dev))));
        }

        return 0;
    }

    private static ConfusionMatrix Score(
        LanguageModel model, IReadOnlyList<LabelledMessage> messages, ConfusionMatrix into, Action<LabelledMessage, MessageReading>? tell = null)
    {
        var detector = new LocalModelDetector([model]);
        foreach (var message in messages)
        {
            var reading = detector.Read(message.Message, scores: null);
            into.Add((int)message.Labels.Primary, (int)reading.Emotion!.Primary);
            tell?.Invoke(message, reading);
        }

        return into;
    }

    private static uint Chance(CorpusDialogue dialogue, uint salt) => TextHash.Mix(TextHash.Of(dialogue.Id), salt);

    private static string Line(string what, ConfusionMatrix scores) => string.Create(
        CultureInfo.InvariantCulture, $"{what}: kappa {scores.Kappa:0.000}, macro-F1 {scores.MacroF1(scores.LabelsWith(1)):0.000}, {scores.Items} read");
}
