using System.CommandLine;
using EmpathyBot.Workbench.Emotions.Corpus;

namespace EmpathyBot.Workbench.Emotions;

/// <summary><c>corpus</c>: compiles, checks and counts the service dialogues that this project writes.</summary>
internal static class CorpusCommand
{
    public static Command Create(TextWriter output, TextWriter error)
    {
        var folder = new Option<DirectoryInfo>("--corpus")
        {
            DefaultValueFactory = _ => new DirectoryInfo(Path.Combine("data", "service-dialogues")), Description = "The folder of the corpus", Recursive = true,
        };
        var compile = new Command("compile", "Writes the JSON lines of each language beside the authors' files.");
        compile.SetAction(parsed => Compile(parsed.GetRequiredValue(folder), error));
        var check = new Command("check", "Says whether the corpus is fit to learn from: format, duplicates, templates, balance, lengths.");
        check.SetAction(parsed => Check(parsed.GetRequiredValue(folder), output, error));
        var stats = new Command("stats", "Counts what the corpus holds, as Markdown.");
        stats.SetAction(parsed =>
        {
            output.Write(CorpusStatistics.Markdown(CorpusFolder.Read(parsed.GetRequiredValue(folder).FullName)));
            return 0;
        });
        return new Command("corpus", "The service dialogues that this project writes to learn from.") { folder, compile, check, stats };
    }

    private static int Compile(DirectoryInfo folder, TextWriter error)
    {
        foreach (var (name, text) in CompiledCorpus.Files(CorpusFolder.Read(folder.FullName)))
        {
            WholeFile.Write(new FileInfo(Path.Combine(folder.FullName, name)), text);
            error.WriteLine($"{text.Count(letter => letter == '\n')} messages are in {name}.");
        }

        return 0;
    }

    private static int Check(DirectoryInfo folder, TextWriter output, TextWriter error)
    {
        var faults = 0;
        foreach (var locale in CorpusFolder.Read(folder.FullName).GroupBy(dialogue => dialogue.Locale))
        {
            foreach (var fault in CorpusQuality.Faults([.. locale], CorpusQuality.GoalsOf(locale.Key)))
            {
                error.WriteLine($"{locale.Key}: {fault}");
                faults++;
            }
        }

        if (faults > 0)
            return 1;
        output.WriteLine("The corpus is in order.");
        return 0;
    }
}
