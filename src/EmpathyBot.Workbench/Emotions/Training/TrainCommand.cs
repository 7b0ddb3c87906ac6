using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using EmpathyBot.Detection.LocalModel;
using EmpathyBot.Workbench.Emotions.Corpus;
using EmpathyBot.Workbench.Emotions.GoEmotions;

namespace EmpathyBot.Workbench.Emotions.Training;

/// <summary><c>train</c>: from the corpus to a model, with a page beside it that says how it was made.</summary>
internal static class TrainCommand
{
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, NewLine = "\n" };

    public static Command Create(TextWriter output, TextWriter error)
    {
        var corpus = new Option<string>("--corpus") { DefaultValueFactory = _ => "data/service-dialogues", Description = "The folder of the corpus" };
        var locale = new Option<string>("--locale") { DefaultValueFactory = _ => "en", Description = "The language" };
        var file = new Option<FileInfo?>("--out") { Description = "The model file; by default the one that is built into the bot" };
        var seed = new Option<uint>("--seed") { DefaultValueFactory = _ => 1, Description = "Where chance begins" };
        var folds = new Option<int>("--folds") { Description = "Writes nothing; scores each of so many parts of train and dev by a model of the others" };
        var curve = new Option<bool>("--learning-curve") { Description = "Writes nothing; scores models of 1/8, 1/4, 1/2 and all of the training dialogues" };
        var labels = new Option<string>("--labels") { DefaultValueFactory = _ => "service", Description = "service, or goemotions to train its 28 labels for comparison" };
        labels.AcceptOnlyFromAmong("service", "goemotions");
        var data = new Option<string?>("--data") { Description = "The folder of GoEmotions" };
        folds.Validators.Add(given =>
        {
            if (given.GetValue(folds) is 1 or < 0)
                given.AddError("--folds is at least 2.");
        });
        var command = new Command("train", "Trains the reading of emotion from the corpus.") { corpus, locale, file, seed, folds, curve, labels, data };
        command.SetAction(parsed =>
        {
            if (parsed.GetValue(labels) == "goemotions")
            {
                var folder = parsed.GetValue(data) ?? throw new InputException("Say with --data where the folder of GoEmotions is.");
                return GoEmotionsTraining.Run(folder, parsed.GetValue(file) ?? new("goemotions.model"), output, error);
            }

            var language = parsed.GetRequiredValue(locale);
            var options = new TrainingOptions { Seed = parsed.GetValue(seed) };
            var source = new TrainingSource(parsed.GetRequiredValue(corpus), language);
            if (parsed.GetValue(folds) is > 0 and var parts)
                return Trials.Folds(source, parts, options, output, error);
            if (parsed.GetValue(curve))
                return Trials.LearningCurve(source, options, output, error);
            return Run(source, parsed.GetValue(file) ?? new($"src/EmpathyBot.Detection/LocalModel/{language}.model"), options, output, error);
        });
        return command;
    }

    private static int Run(TrainingSource source, FileInfo file, TrainingOptions options, TextWriter output, TextWriter error)
    {
        var model = ModelTrainer.Train(source.Part(CorpusSplit.Train), source.Part(CorpusSplit.Dev), source.Lexicon, source.Locale, options, error.WriteLine);
        WholeFile.Write(file, ModelFile.Write(model));

        // What counts is the file: it is read back and scored before anything is said of it.
        var read = new LanguageModel(source.Lexicon, ModelFile.Read(File.ReadAllBytes(file.FullName), file.Name, source.Locale, source.Lexicon));
        var (dev, test) = (Trials.Score(read, source.Part(CorpusSplit.Dev)), Trials.Score(read, source.Part(CorpusSplit.Test)));
        var page = new JsonObject
        {
            ["model"] = file.Name,
            ["sha256"] = FileHash.Of(file),
            ["bytes"] = file.Length,
            ["rows"] = read.Model.Rows.Count,
            ["command"] = $"train --locale {source.Locale} --seed {options.Seed}",
            ["options"] = JsonSerializer.SerializeToNode(options),
            ["features"] = EmotionFeatures.Version,
            ["corpus"] = new JsonObject { ["sha256"] = source.Hash, ["dialogues"] = source.Dialogues.Count, ["trainedOn"] = source.Part(CorpusSplit.Train).Count },
            ["dev"] = Figures(dev),
            ["test"] = Figures(test),
        };
        WholeFile.Write(new(file.FullName + ".json"), page.ToJsonString(Readable) + "\n");
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{file.Name}: {file.Length} bytes, {read.Model.Rows.Count} rows; kappa {dev.Kappa:0.000} on dev, {test.Kappa:0.000} on test."));
        return 0;
    }

    private static JsonObject Figures(Measures.ConfusionMatrix scores) => new()
    {
        ["messages"] = scores.Items,
        ["kappa"] = Math.Round(scores.Kappa, 4),
        ["macroF1"] = Math.Round(scores.MacroF1(scores.LabelsWith(1)), 4),
        ["accuracy"] = Math.Round(scores.Accuracy, 4),
    };
}
