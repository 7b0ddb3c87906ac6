using System.Globalization;
using EmpathyBot.Tests.Conventions;
using static EmpathyBot.Tests.Workbench.Workspace;

namespace EmpathyBot.Tests.Workbench;

public sealed class EvaluateMaskingTests : IDisposable
{
    private readonly Workspace _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("masking-development-lines.tsv")]
    [InlineData("masking-heldout-lines.tsv")]
    public async Task Of_the_labelled_lines_at_least_95_in_100_are_found_and_right(string file)
    {
        var (code, report, _) = await RunAsync("evaluate-masking", "--data", Path.Combine(Repository.Root, "tests", "EmpathyBot.Tests", "Privacy", file));

        var all = report.Split('\n').Single(line => line.StartsWith("| all ", StringComparison.Ordinal)).Split('|', StringSplitOptions.TrimEntries);
        Assert.Equal(0, code);
        Assert.InRange(double.Parse(all[4], CultureInfo.InvariantCulture), 0.95, 1);
        Assert.InRange(double.Parse(all[7], CultureInfo.InvariantCulture), 0.95, 1);
    }

    [Fact]
    public async Task What_was_missed_and_what_was_masked_wrongly_is_counted_and_shown_when_asked_for()
    {
        var data = _folder.Write("lines.tsv", "en\tcall {phone|+44 20 7946 0018}\nen\tmy name is {phone|Ann}\nen\tmail a@b.example\n");

        var (code, report, _) = await RunAsync("evaluate-masking", "--show", "--data", data);

        Assert.Equal(0, code);
        Assert.Contains("| phone | 2 | 1 | 0.500 | 1 | 1 | 1.000 |", report);
        Assert.Contains("| e-mail | 0 | 0 | 1.000 | 1 | 0 | 0.000 |", report);
        Assert.Contains("line 2, missed as phone: \"Ann\"", report);
        Assert.Contains("line 3, masked wrongly as e-mail: \"a@b.example\"", report);
    }

    [Theory]
    [InlineData("no tab", "give a language")]
    [InlineData("en\ta {phone|123", "a mark is {kind|text}")]
    [InlineData("en\ta {phone} b", "a mark is {kind|text}")]
    public async Task A_line_that_cannot_be_read_is_named(string line, string sentence)
    {
        var data = _folder.Write("lines.tsv", "en\tfine\n" + line);

        var (code, _, error) = await RunAsync("evaluate-masking", "--data", data);

        Assert.Equal(2, code);
        Assert.Contains("lines.tsv line 2", error);
        Assert.Contains(sentence, error);
    }

    [Fact]
    public async Task A_file_that_is_not_there_is_named()
    {
        var (code, _, error) = await RunAsync("evaluate-masking", "--data", _folder.Path("none.tsv"));

        Assert.Equal(2, code);
        Assert.Contains("none.tsv", error);
    }
}
