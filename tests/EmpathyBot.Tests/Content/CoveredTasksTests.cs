using EmpathyBot.Domain.Solving;

namespace EmpathyBot.Tests.Content;

/// <summary>The 55 tasks of a shop's agents in docs/abcd-tasks.md: each has a way, and it is the one the table names.</summary>
public sealed class CoveredTasksTests(ShippedContent shipped) : IClassFixture<ShippedContent>
{
    private const int Tasks = 55;

    private static string PathOf(params string[] parts) => Path.Combine([ShippedContent.Folder, "..", .. parts]);

    [Fact]
    public void Every_task_finds_the_procedure_or_article_that_the_table_names()
    {
        var tasks = File.ReadLines(PathOf("tests", "EmpathyBot.Tests", "Content", "abcd-tasks.tsv")).Select(line => line.Split('\t')).ToList();
        Assert.Equal(Tasks, tasks.Count);

        var wrong = tasks.Where(cells => shipped.Content.Match(cells[3], "en").Sure?.Id != cells[2])
            .Select(cells => $"{cells[0]}: \"{cells[3]}\" found {shipped.Content.Match(cells[3], "en").Sure?.Id ?? "nothing"}");

        Assert.Empty(wrong);
        Assert.All(tasks, cells => Assert.Contains(cells[1], Becomes(cells[2])));
    }

    [Fact]
    public void The_table_of_the_docs_is_that_of_the_tests()
    {
        var told = File.ReadLines(PathOf("docs", "abcd-tasks.md")).Where(line => line.StartsWith("| `", StringComparison.Ordinal))
            .Select(line => line.Split('|', StringSplitOptions.TrimEntries)).Select(cells => (cells[1].Split('`')[3], cells[2], cells[3].Trim('`')));

        Assert.Equal(
            File.ReadLines(PathOf("tests", "EmpathyBot.Tests", "Content", "abcd-tasks.tsv")).Select(line => line.Split('\t')).Select(cells => (cells[0], cells[1], cells[2])),
            told);
    }

    /// <summary>What may become of a task here: an article that hands over says so.</summary>
    private string[] Becomes(string id) => shipped.Content.FindArticle(id, "en") is not { Body: var body } ? ["solved"]
        : body.Contains("a person", StringComparison.Ordinal) ? ["answered", "handed over"] : ["answered"];
}
