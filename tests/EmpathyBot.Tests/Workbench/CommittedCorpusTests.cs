using EmpathyBot.Tests.Conventions;
using EmpathyBot.Workbench.Emotions.Corpus;

namespace EmpathyBot.Tests.Workbench;

/// <summary>The corpus as it stands in the repository.</summary>
public sealed class CommittedCorpusTests
{
    private const int LeastAtRisk = 50;

    private static readonly string Folder = Path.Combine(Repository.Root, "data", "service-dialogues");

    [Fact]
    public async Task It_is_fit_to_learn_from_and_holds_nothing_of_the_evaluation_sets()
    {
        var (code, _, error) = await Workspace.RunAsync("corpus", "check", "--corpus", Folder);
        Assert.True(code == 0, error);
    }

    [Fact]
    public void The_compiled_files_are_what_compiling_gives()
    {
        foreach (var (name, text) in CompiledCorpus.Files(CorpusFolder.Read(Folder)))
        {
            var path = Path.Combine(Folder, name);
            Assert.True(File.Exists(path) && File.ReadAllText(path) == text, $"{name} is stale: run 'corpus compile' of the Workbench.");
        }
    }

    [Fact]
    public void It_holds_enough_people_at_risk_in_train_and_test()
    {
        var atRisk = CorpusFolder.Read(Folder, "en")
            .SelectMany(dialogue => dialogue.CustomerTurns.Where(index => dialogue.Turns[index].Labels!.Signals.AtRisk).Select(_ => dialogue.Split)).ToList();
        Assert.InRange(atRisk.Count, LeastAtRisk, int.MaxValue);
        Assert.Equal(3, atRisk.Distinct().Count());
    }

    [Fact]
    public void A_reader_who_took_no_part_agrees_with_its_labels()
    {
        var labels = SecondReading.Read(new(Path.Combine(Folder, "readings", "independent.tsv")));
        var agreement = SecondReading.Agreement(CorpusFolder.Read(Folder), labels);

        Assert.InRange(agreement.Items, 300, int.MaxValue);
        Assert.InRange(agreement.Kappa, 0.75, 1);
    }
}
