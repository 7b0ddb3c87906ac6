using System.CommandLine;
using EmpathyBot.Workbench.Emotions.Corpus;

namespace EmpathyBot.Workbench.Emotions;

/// <summary><c>corpus</c>: compiles, checks and counts the service dialogues that this project writes.</summary>
internal static class CorpusCommand
{
    /// <summary>The marks of the evaluation sets, in the corpus's folder.</summary>
    public const string FingerprintFile = "evaluation-fingerprints.bin";

    public static Command Create(TextWriter output, TextWriter error)
    {
        var folder = new Option<DirectoryInfo>("--corpus")
        {
            DefaultValueFactory = _ => new DirectoryInfo(Path.Combine("data", "service-dialogues")), Description = "The folder of the corpus", Recursive = true,
        };
        var compile = new Command("compile", "Writes the JSON lines of each language and the statistics beside the authors' files.");
        compile.SetAction(parsed => Compile(parsed.GetRequiredValue(folder), error));
        var check = new Command("check", "Says whether the corpus is fit to learn from: format, duplicates, templates, balance, lengths, leakage.");
        check.SetAction(parsed => Check(parsed.GetRequiredValue(folder), output, error));
        var stats = new Command("stats", "Counts what the corpus holds, as Markdown.");
        stats.SetAction(parsed => Told(output, CorpusStatistics.Markdown(CorpusFolder.Read(parsed.GetRequiredValue(folder).FullName))));
        return new Command("corpus", "The service dialogues that this project writes to learn from.")
        {
            folder, compile, check, stats, SampleCommand(folder, error), AgreementCommand(folder, output), FingerprintsCommand(error),
        };
    }

    private static Command SampleCommand(Option<DirectoryInfo> folder, TextWriter error)
    {
        var count = new Option<int>("--count") { DefaultValueFactory = _ => 300, Description = "How many turns" };
        var seed = new Option<int>("--seed") { DefaultValueFactory = _ => 1, Description = "Where the drawing starts" };
        var locale = new Option<string>("--locale") { Description = "Only this language" };
        var into = new Option<FileInfo>("--out") { Required = true, Description = "Writes the turns here" };
        var command = new Command("sample", "Draws turns for a second, blind labelling: without their labels.") { count, seed, locale, into };
        command.SetAction(parsed =>
        {
            var dialogues = CorpusFolder.Read(parsed.GetRequiredValue(folder).FullName, parsed.GetValue(locale));
            WholeFile.Write(parsed.GetRequiredValue(into), SecondReading.Sample(dialogues, parsed.GetValue(count), parsed.GetValue(seed)));
            return Told(error, $"{parsed.GetValue(count)} turns are in {parsed.GetRequiredValue(into)}.\n");
        });
        return command;
    }

    private static Command AgreementCommand(Option<DirectoryInfo> folder, TextWriter output)
    {
        var labels = new Option<FileInfo>("--labels") { Required = true, Description = "Lines of id, tab, label words of a second reader" };
        var command = new Command("agreement", "Says how far a second reader agrees with the authors.") { labels };
        command.SetAction(parsed => Told(output, SecondReading.Markdown(
            CorpusFolder.Read(parsed.GetRequiredValue(folder).FullName), SecondReading.Read(parsed.GetRequiredValue(labels)))));
        return command;
    }

    private static Command FingerprintsCommand(TextWriter error)
    {
        var data = new Option<FileInfo[]>("--data") { Required = true, AllowMultipleArgumentsPerToken = true, Description = "Evaluation files: JSON lines or tab-separated, packed (.gz) or not" };
        var into = new Option<FileInfo>("--out")
        {
            DefaultValueFactory = _ => new FileInfo(Path.Combine("data", "service-dialogues", FingerprintFile)), Description = "Writes the marks here",
        };
        var command = new Command("fingerprints", "Marks the word runs of evaluation sets one-way, for the check that the corpus holds none of them.") { data, into };
        command.SetAction(parsed =>
        {
            List<string> texts = [];
            List<FingerprintSource> sources = [];
            // Ordered by name, so that the order on the command line changes nothing.
            foreach (var file in parsed.GetRequiredValue(data).OrderBy(SourceName, StringComparer.Ordinal))
            {
                var read = EvaluationTexts.Read(file);
                texts.AddRange(read);
                sources.Add(new(SourceName(file), FileHash.Of(file), read.Count(Fingerprints.IsMarked)));
            }

            WholeFile.Write(parsed.GetRequiredValue(into), Fingerprints.File(sources, texts));
            return Told(error, $"{Fingerprints.Read(parsed.GetRequiredValue(into)).Count} marks of {sources.Sum(source => source.Texts)} texts are in {parsed.GetRequiredValue(into)}.\n");
        });
        return command;
    }

    private static string SourceName(FileInfo file) => $"{file.Directory?.Name}/{file.Name}";

    private static int Compile(DirectoryInfo folder, TextWriter error)
    {
        foreach (var (name, text) in CompiledCorpus.Files(CorpusFolder.Read(folder.FullName)))
        {
            WholeFile.Write(new FileInfo(Path.Combine(folder.FullName, name)), text);
            error.WriteLine($"{text.Count(letter => letter == '\n')} lines are in {name}.");
        }

        return 0;
    }

    private static int Check(DirectoryInfo folder, TextWriter output, TextWriter error)
    {
        var faults = 0;
        var fingerprints = Fingerprints.Read(new FileInfo(Path.Combine(folder.FullName, FingerprintFile)));
        foreach (var locale in CorpusFolder.Read(folder.FullName).GroupBy(dialogue => dialogue.Locale))
        {
            var (withRun, whole) = Leakage.Hits([.. locale], fingerprints);
            output.WriteLine($"{locale.Key}: {locale.Sum(dialogue => dialogue.Turns.Count)} turns; wording met in evaluation sets: {withRun.Count} turns with a run of {Fingerprints.RunWords} words, {whole.Count} whole short turns.");
            foreach (var fault in CorpusQuality.Faults([.. locale], CorpusQuality.GoalsOf(locale.Key)).Concat(Leakage.Faults([.. locale], fingerprints)))
            {
                error.WriteLine($"{locale.Key}: {fault}");
                faults++;
            }
        }

        return faults > 0 ? 1 : Told(output, "The corpus is in order.\n");
    }

    private static int Told(TextWriter writer, string text)
    {
        writer.Write(text);
        return 0;
    }
}
